using System.Collections.Immutable;
using System.Text;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>One pod, or several alike, as a track with its stations from top to bottom, the one that carries the others first.</summary>
public sealed record MapLine(ImmutableArray<MapStation> Stations)
{
    /// <summary>Units across every line, so that all are drawn to one scale.</summary>
    public const int Width = 240;

    public const int MarkSide = 20;

    private const double FirstStop = 46;

    private const double Branch = 70;

    private const double Bend = 12;

    public bool HasLine => !Stations[0].IsIdle;

    public int Height => Stations.Length * MapStation.Room;

    /// <summary>From the mark to the first station, and from there a branch to each other one.</summary>
    public string Track
    {
        get
        {
            var (first, path) = (Stations[0], new StringBuilder());
            path.Append(Svg.Move(MarkSide, first.Y)).Append('H').Append(Svg.Px(FirstStop));
            foreach (var stop in Stations.Skip(1))
            {
                path.Append(Svg.Move(FirstStop, first.Y)).Append('V').Append(Svg.Px(stop.Y - Bend))
                    .Append(FormattableString.Invariant($"q0 {Bend} {Bend} {Bend}H{Branch}"));
            }

            return path.ToString();
        }
    }

    public static MapLine Of(AdviceView view, PlacedPod placed) =>
        new([.. Stops(view, placed).Select((stop, row) => stop.At(row == 0 ? FirstStop : Branch, row, Width))]);

    private static IEnumerable<MapStop> Stops(AdviceView view, PlacedPod placed)
    {
        var isRouter = placed.Pod.Kind == PodKind.Router;
        if (isRouter)
        {
            yield return MapStop.Router(view, placed.Times);
        }

        yield return MapStop.Person(view, placed.Host, placed.Times, placed.Pod.Kind switch
        {
            PodKind.Router => view.Words["map.carries"],
            PodKind.NoLine => view.Words["map.no-line"],
            _ => null,
        }) with
        {
            IsHost = !isRouter,
            IsIdle = placed.Pod.Kind == PodKind.NoLine,
        };
        foreach (var client in placed.Clients)
        {
            yield return MapStop.Person(
                view,
                client.Traveler,
                client.Count * placed.Times,
                placed.Times > 1 ? view.Words.Say("map.to-each", ("people", client.Count)) : null);
        }
    }
}
