using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

public sealed class AssumptionsTests
{
    private static readonly string[] Always = ["days-differ", "limit-wished", "inconvenience-tariff", "exchange-rates"];

    [Fact]
    public void What_the_model_takes_for_granted_is_always_said()
    {
        var trip = A.Stay("2027-04-01 10:00", "2027-04-08 10:00").For(A.Traveler("a"));

        Assert.Equal(["usage-measured", .. Always], Of(trip).Codes());
    }

    [Fact]
    public void What_the_request_left_open_comes_first()
    {
        Assert.Equal("airport-unknown", Of(A.Trip(A.Traveler("a")) with { Defaults = ["airport-unknown"] })[0].Code);
    }

    [Theory]
    [InlineData("p", "usage-profile", "profile", "gb")]
    [InlineData("h", "usage-at-home", "month", "gb")]
    [InlineData("a", "usage-activities", "gb")]
    [InlineData("m", "usage-measured", "gb")]
    public void Use_is_assumed_by_what_was_said_of_it(string kind, string code, params string[] said)
    {
        Use use = kind switch
        {
            "p" => new Use.Profile("light"),
            "h" => new Use.AtHome(10),
            "a" => new Use.Activities(ImmutableSortedDictionary<string, double>.Empty.Add("maps", 1)),
            _ => new Use.Measured(1),
        };

        var notice = Of(A.Trip(A.Traveler("a") with { Use = use })).Single(notice => notice.Code == code);

        Assert.Equal(["a"], notice.Travelers);
        Assert.Equal(said, notice.Arguments.Select(argument => argument.Key));
    }

    [Fact]
    public void The_home_country_stands_in_for_the_market_of_a_phone_and_is_said_to()
    {
        var trip = A.Trip(A.Traveler("a") with { Esim = null }, A.Traveler("b") with { Esim = null, PhoneMarket = "US" });

        Assert.Equal(["a"], Of(trip).Single(notice => notice.Code == "phone-bought-at-home").Travelers);
    }

    [Fact]
    public void Unknown_devices_and_days_in_other_countries_are_said()
    {
        var trip = A.Trip(A.Traveler("a") with { UnknownDevices = ["Kobo"] }) with { OtherCountries = ["KR"] };

        Assert.Equal("Kobo", Of(trip).Single(notice => notice.Code == "device-not-known").Arguments[0].Value);
        Assert.Equal(10, Of(trip).Single(notice => notice.Code == "all-days-in-japan").Arguments[0].Value);
    }

    [Fact]
    public void Phones_and_homes_not_spoken_of_are_assumed()
    {
        var silent = A.Traveler("a") with { CarrierLocked = null, Esim = null };
        var notices = Of(A.Trip(silent) with { HomeCountry = null });

        Assert.Equal(
            ["usage-measured", "phone-unlocked", "phone-takes-esim", "home-country-unknown", "whole-days", .. Always],
            notices.Codes());
    }

    [Fact]
    public void Only_whose_phone_was_not_spoken_of_is_named()
    {
        var notices = Of(A.Trip(A.Traveler("a"), A.Traveler("b", 0.8) with { CarrierLocked = null, Esim = null }));

        Assert.Equal(["b"], notices.Single(notice => notice.Code == "phone-unlocked").Travelers);
        Assert.Equal(["b"], notices.Single(notice => notice.Code == "phone-takes-esim").Travelers);
    }

    private static ImmutableArray<Notice> Of(Trip trip) => A.Advise(trip, A.Catalog(A.Esim("line", 10, 10, 2000))).Assumptions;
}
