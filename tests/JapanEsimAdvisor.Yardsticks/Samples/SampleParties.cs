using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Yardsticks.Samples;

/// <summary>The parties speed is measured on: ten days in April from the United States, phones of the real catalog.</summary>
public static class SampleParties
{
    /// <summary>Months before the trips.</summary>
    public static readonly DateOnly Today = new(2026, 11, 25);

    private const int Days = 10;

    private static readonly DateOnly Arrival = new(2027, 4, 1);

    private static readonly string[] Phones = ["apple-iphone-15", "google-pixel-8"];

    /// <summary>People of whom no two use the same; every third never leaves the others, the rest for an hour a day.</summary>
    /// <param name="people">1 to 14: more have more sub-parties than are searched.</param>
    public static Trip Different(int people) => OfKinds(people, 1);

    /// <summary>So many kinds of people, so many of each.</summary>
    public static Trip OfKinds(int kinds, int each) =>
        For([.. Enumerable.Range(0, kinds).Select(kind => Traveler("t" + kind, 0.3 + (0.17 * kind), Phones[kind % Phones.Length]) with
    {
        Count = each,
        HoursApartPerDay = kind % 3 == 0 ? 0 : 1,
    })]);

    /// <summary>Two parents, a teenager with a tablet who walks off for two hours a day, and a child who is never alone.</summary>
    public static Trip FamilyOfFour { get; } = For(
        Traveler("mother", 0.9, Phones[0]) with { HoursApartPerDay = 1 },
        Traveler("father", 0.7, Phones[1]) with { HoursApartPerDay = 1 },
        Traveler("teenager", 1.4, Phones[0]) with { HoursApartPerDay = 2, Devices = ["apple-ipad-9th-generation"] },
        Traveler("child", 0.3, Phones[1]) with { NeverAlone = true, KeepsHomeLine = false });

    private static Trip For(params Traveler[] travelers) => new()
    {
        Stay = new Stay { Arrival = Arrival, Departure = Arrival.AddDays(Days - 1) },
        HomeCountry = "US",
        Travelers = [.. travelers],
    };

    private static Traveler Traveler(string id, double gbPerDay, string phone) => new()
    {
        Id = id,
        Use = new Use.Measured(gbPerDay),
        Phone = phone,
        PhoneMarket = "US",
        CarrierLocked = false,
    };
}
