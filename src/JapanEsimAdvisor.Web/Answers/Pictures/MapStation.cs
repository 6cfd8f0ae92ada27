using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>Who or what stands at a station, before it has its place.</summary>
/// <param name="Count">"× 10" where several alike stand there; null for one.</param>
/// <param name="Note">A second line under the name; null where there is nothing to say.</param>
/// <param name="Devices">What else connects there, as outlines.</param>
public sealed record MapStop(string Name, string? Note, string? Count, string Mark, ImmutableArray<string> Devices)
{
    /// <summary>Further devices that are drawn; a person has rarely more.</summary>
    private const int MostDevices = 3;

    /// <summary>Buys the line and lets the others in.</summary>
    public bool IsHost { get; init; }

    /// <summary>Needs no connection.</summary>
    public bool IsIdle { get; init; }

    public bool IsRouter => Mark == DeviceMark.Router;

    public static MapStop Router(AdviceView view, int times) =>
        new(Words.Sentence(view.Words["strategy.pocket-wifi"]), null, CountOf(view, times), DeviceMark.Router, []);

    /// <param name="people">So many of the people alike of that traveler.</param>
    /// <param name="role">What is to be said of them here; their phone where it is null.</param>
    public static MapStop Person(AdviceView view, string traveler, int people, string? role) => new(
        Words.Sentence(view.Names.OnAMap(traveler, people)),
        role ?? view.Names.PhoneOf(traveler),
        CountOf(view, people),
        DeviceMark.Of(DeviceClass.Phone),
        [.. DevicesOf(view, traveler).Take(MostDevices).Select(DeviceMark.Of)]);

    public MapStation At(double x, int row, double width) => new(this, x, (row + 0.5) * MapStation.Room, width);

    private static IEnumerable<DeviceClass> DevicesOf(AdviceView view, string traveler) =>
        view.Advice.Trip.Travelers.First(one => one.Id == traveler).Devices.Select(id => view.Catalog.Devices[id].Class);

    private static string? CountOf(AdviceView view, int count) => count > 1 ? view.Words.Say("map.times", ("count", count)) : null;
}

/// <summary>A stop at its place on the map: a circle, a capsule where several stand there, or the square of a router.</summary>
/// <param name="X">Middle of the circle.</param>
/// <param name="Y">Middle of the row.</param>
/// <param name="Width">Of the whole map.</param>
public sealed record MapStation(MapStop Stop, double X, double Y, double Width)
{
    /// <summary>Units a station takes from top to bottom.</summary>
    public const int Room = 40;

    public const double Radius = 12;

    public const double NameSize = 13;

    public const double NoteSize = 12.5;

    private const double CapsuleWidth = 56;

    private const double Gap = 8;

    private const double DeviceRoom = 17;

    public bool IsIdle => Stop.IsIdle;

    /// <summary>Width of the body, whose left end is as far from the middle of the circle as its radius.</summary>
    public double Body => Stop.Count is null ? 2 * Radius : CapsuleWidth;

    public double Corner => Stop.IsRouter ? 5 : Radius;

    public double NameX => X - Radius + Body + Gap;

    public double NameY => Stop.Note is null && Stop.Devices.IsEmpty ? Y + 4.5 : Y - 2.5;

    public double NoteY => Y + 12.5;

    public string Name => TextWidth.Fit(Stop.Name, NameSize, Width - NameX);

    public string? Note => Stop.Note is { } note ? TextWidth.Fit(note, NoteSize, Width - NameX - (Stop.Devices.Length * DeviceRoom)) : null;

    /// <summary>Further devices, side by side after the second line.</summary>
    public IEnumerable<(string Mark, double X, double Y)> Devices =>
        Stop.Devices.Select((mark, index) => (mark, NameX + NoteWidth + (DeviceRoom * (index + 0.5)), Y + 8.5));

    private double NoteWidth => Note is { } note ? TextWidth.Of(note, NoteSize) : 0;
}
