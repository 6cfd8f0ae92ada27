using System.Collections.Immutable;
using System.Globalization;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests;

/// <summary>What tests are made of: each builder gives something ordinary, and a test changes with <c>with</c> what it is about.</summary>
public static partial class A
{
    /// <summary>A month before <see cref="Trip"/>.</summary>
    public static readonly DateOnly Today = new(2027, 3, 1);

    public static Source Source => new("https://example.com", null, "2027-02", "official", "high");

    /// <summary>"2027-04-01" or "2027-04-01 22:30", Japanese clock.</summary>
    public static Stay Stay(string from, string to) => new()
    {
        Arrival = DateOnly.Parse(from[..10], CultureInfo.InvariantCulture),
        ArrivalTime = TimeOf(from),
        Departure = DateOnly.Parse(to[..10], CultureInfo.InvariantCulture),
        DepartureTime = TimeOf(to),
    };

    /// <summary>So many whole days from 1 April.</summary>
    public static Stay Days(int days) =>
        new() { Arrival = new DateOnly(2027, 4, 1), Departure = new DateOnly(2027, 4, 1).AddDays(days - 1) };

    /// <summary>Ten whole days from the United States.</summary>
    public static Trip Trip(params Traveler[] travelers) => new()
    {
        Stay = Days(10),
        Travelers = [.. travelers],
        HomeCountry = "US",
    };

    public static Trip For(this Stay stay, params Traveler[] travelers) => Trip(travelers) with { Stay = stay };

    /// <summary>Somebody whose phone takes eSIM and who measured what they use.</summary>
    public static Traveler Traveler(string id, double gbPerDay = 0.7) => new()
    {
        Id = id,
        Use = new Use.Measured(gbPerDay),
        Esim = Tristate.Yes,
        CarrierLocked = false,
    };

    /// <summary>Somebody known by a profile only.</summary>
    public static Traveler Typical(string id, string profile = "typical") => Traveler(id) with { Use = new Use.Profile(profile) };

    public static Traveler WithoutEsim(this Traveler traveler) => traveler with { Esim = Tristate.No, Phone = "old-phone" };

    public static Traveler With(this Traveler traveler, params string[] devices) => traveler with { Devices = [.. devices] };

    public static Recommendation Advise(Trip trip, CatalogSnapshot catalog) => Recommender.Recommend(trip, catalog, Today);

    /// <summary>The same advice, read on another day.</summary>
    public static Recommendation On(this Recommendation recommendation, DateOnly today) =>
        recommendation with { Party = recommendation.Party with { Today = today } };

    public static Answer Answer(this Recommendation recommendation, string strategy) =>
        recommendation.Answers.Single(answer => answer.Strategy == strategy);

    public static ImmutableArray<string> Codes(this IEnumerable<Notice> notices) => [.. notices.Select(notice => notice.Code)];

    private static TimeOnly? TimeOf(string moment) =>
        moment.Length > 10 ? TimeOnly.Parse(moment[11..], CultureInfo.InvariantCulture) : null;
}
