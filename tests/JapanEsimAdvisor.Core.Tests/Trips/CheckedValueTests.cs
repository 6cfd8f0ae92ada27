using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Trips;

/// <summary>Values that make no sense are refused when they are created.</summary>
public sealed class CheckedValueTests
{
    private static readonly (string Field, Func<object> Create)[] Nonsense =
    [
        ("Departure", () =>
            A.Trip(A.Traveler("a")) with { Stay = new Stay { Arrival = new DateOnly(2027, 4, 2), Departure = new DateOnly(2027, 4, 1) } }),
        ("Travelers", () => A.Trip(A.Traveler("a")) with { Travelers = [] }),
        ("MaxChanceOfRunningOut", () => A.Trip(A.Traveler("a")) with { MaxChanceOfRunningOut = 7 }),
        ("MaxChanceOfRunningOut", () => A.Trip(A.Traveler("a")) with { MaxChanceOfRunningOut = double.NaN }),
        ("FreeWifiShare", () => A.Trip(A.Traveler("a")) with { FreeWifiShare = -0.1 }),
        ("UsageScale", () => A.Trip(A.Traveler("a")) with { UsageScale = 0 }),
        ("Count", () => A.Traveler("a") with { Count = 0 }),
        ("HoursApartPerDay", () => A.Traveler("a") with { HoursApartPerDay = 25 }),
        ("GbPerDay", () => new Use.Measured(-1)),
        ("GbPerMonth", () => new Use.AtHome(double.NaN)),
        ("HoursPerDay", () => new Use.Activities(ImmutableSortedDictionary<string, double>.Empty.Add("maps", 25))),
        ("Days", () => new Price(0, false, 10, 10, "USD", true)),
        ("Low", () => new Price(1, false, -10, 10, "USD", true)),
    ];

    [Fact]
    public void A_value_out_of_its_range_is_refused_by_its_name() =>
        Assert.All(Nonsense, value => Assert.Equal(value.Field, Assert.ThrowsAny<ArgumentException>(value.Create).ParamName));
}
