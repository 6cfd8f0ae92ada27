using System.Collections.Frozen;
using System.Globalization;
using CsCheck;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Tests.Pods;

namespace JapanEsimAdvisor.Core.Tests.Plans.Eligibility;

public sealed class CanStillBeHadTests
{
    private static readonly Plan Sim = A.Sim("sim", 5, 10, 2000);

    [Fact]
    public void A_download_is_had_on_the_last_day()
    {
        Assert.Null(Check(A.Esim("esim", 5, 10, 2000), "2027-04-01"));
        Assert.Null(Check(A.Roaming("pass", "home-op", 1, 500), "2027-04-01"));
    }

    [Theory]
    [InlineData(HandoverKind.HotelDelivery, 2, "2027-03-30", null)]
    [InlineData(HandoverKind.HotelDelivery, 2, "2027-03-31", "ordered-too-late")]
    [InlineData(HandoverKind.HomeDelivery, 10, "2027-03-22", null)]
    [InlineData(HandoverKind.HomeDelivery, 10, "2027-03-23", "ordered-too-late")]
    [InlineData(HandoverKind.PostOffice, 3, "2027-03-30", "ordered-too-late")]
    public void A_delivery_must_be_ordered_in_time(HandoverKind how, int lead, string today, string? code)
    {
        Assert.Equal(code, Check(By(new Handover(how, [], [], lead, null)), today));
    }

    [Theory]
    [InlineData("2027-03-29", null)]
    [InlineData("2027-03-30", "ordered-too-late")]
    public void Where_orders_close_at_a_time_of_day_the_last_day_is_not_sure(string today, string? code)
    {
        Assert.Equal(code, Check(By(new Handover(HandoverKind.HotelDelivery, [], [], 2, new TimeOnly(15, 0))), today));
        Assert.Equal(code, Check(By(AtCounter("NRT") with { LeadDays = 2, OrderBy = new TimeOnly(15, 0) }), today));
    }

    [Theory]
    [InlineData(HandoverKind.AirportCounter, "ordered-too-late")]
    [InlineData(HandoverKind.HotelDelivery, "ordered-too-late")]
    [InlineData(HandoverKind.PostOffice, "ordered-too-late")]
    [InlineData(HandoverKind.Shop, null)]
    public void In_a_trip_that_has_begun_only_a_shop_is_left(HandoverKind how, string? code)
    {
        var (plan, today) = (By(new Handover(how, [], [], 0, null)), new DateOnly(2027, 4, 3));
        var trip = A.Days(10).From(today).For(A.Traveler("a"));

        Assert.Equal(code, new CanStillBeHad().Check(plan, new PartyUnderTest(trip, A.Catalog(plan)).Buyer("a", today)));
    }

    [Theory]
    [InlineData("2027-03-28", null)]
    [InlineData("2027-03-29", "ordered-too-late")]
    public void A_seller_without_a_deadline_gets_our_own_of_four_days(string today, string? code)
    {
        Assert.Equal(code, Check(By(new Handover(HandoverKind.HotelDelivery, [], [], null, null)), today));
        Assert.Equal(code, Check(Sim, today));
    }

    [Theory]
    [InlineData("US", null)]
    [InlineData("JP", null)]
    [InlineData("KR", "not-delivered-to-your-country")]
    public void Home_delivery_reaches_some_countries(string country, string? code)
    {
        Assert.Equal(code, Check(By(new Handover(HandoverKind.HomeDelivery, [], [country], 2, null)), "2027-03-01"));
    }

    [Theory]
    [InlineData("US", null)]
    [InlineData("JP", null)]
    [InlineData("KR", "not-sold-in-your-country")]
    public void A_shop_is_in_your_country_or_in_Japan(string country, string? code)
    {
        Assert.Equal(code, Check(By(new Handover(HandoverKind.Shop, [], [country], null, null)), "2027-04-01"));
        Assert.Equal(code, Check(By(new Handover(HandoverKind.VendingMachine, [], [country], null, null)), "2027-04-01"));
    }

    [Theory]
    [InlineData("NRT", null)]
    [InlineData("KIX", "not-at-your-airport")]
    [InlineData(null, null)]
    public void A_counter_must_be_at_the_airport_of_arrival_if_that_is_known(string? airport, string? code)
    {
        Assert.Equal(code, Check(By(AtCounter("NRT")), "2027-03-01", airport));
    }

    [Theory]
    [InlineData("2027-04-01 20:59", null)]
    [InlineData("2027-04-01 21:00", "counter-closed")]
    [InlineData("2027-04-01 05:30", "counter-closed")]
    [InlineData("2027-04-01 06:00", null)]
    [InlineData("2027-04-01", null)]
    public void A_counter_must_be_open_an_hour_after_landing(string landing, string? code)
    {
        Assert.Equal(code, Check(By(AtCounter("NRT")), "2027-03-01", "NRT", landing, A.Counter("shop-sim", "07:00", "22:00")));
    }

    [Theory]
    [InlineData("2027-04-01 07:59", "counter-closed")]
    [InlineData("2027-04-01 08:00", null)]
    [InlineData("2027-04-01 15:59", null)]
    [InlineData("2027-04-01 23:30", "counter-closed")]
    public void A_counter_of_unknown_hours_is_counted_on_by_day_only(string landing, string? code)
    {
        Assert.Equal(code, Check(By(AtCounter("NRT")), "2027-03-01", "NRT", landing, A.Counter("shop-sim", null, null)));
        Assert.Equal(code, Check(By(AtCounter("NRT")), "2027-03-01", "NRT", landing, A.Counter("other", "00:00", "23:59")));
    }

    [Fact]
    public void One_open_counter_of_two_is_enough()
    {
        var closed = A.Counter("shop-sim", "07:00", "22:00");

        Assert.Null(Check(By(AtCounter("NRT")), "2027-03-01", "NRT", "2027-04-01 23:30", closed, closed with { AllDay = true }));
    }

    [Theory]
    [InlineData("2027-04-01 20:59", null)]
    [InlineData("2027-04-01 21:00", "counter-closed")]
    [InlineData("2027-04-01 23:50", "counter-closed")]
    [InlineData("2027-04-01 06:00", null)]
    [InlineData("2027-04-01", null)]
    public void Where_no_airport_is_named_a_counter_must_be_open_somewhere(string landing, string? code)
    {
        var counter = A.Counter("shop-sim", "07:00", "22:00");

        Assert.Equal(code, Check(By(AtCounter("NRT")), "2027-03-01", null, landing, counter));
        Assert.Equal(code, Check(By(AtCounter("NRT") with { Airports = [] }), "2027-03-01", null, landing, counter));
    }

    [Theory]
    [InlineData("2027-04-01 07:59", "counter-closed")]
    [InlineData("2027-04-01 08:00", null)]
    [InlineData("2027-04-01 16:30", "counter-closed")]
    public void Where_neither_airport_nor_hours_are_known_a_counter_is_counted_on_by_day_only(string landing, string? code)
    {
        Assert.Equal(code, Check(By(AtCounter("KIX")), "2027-03-01", null, landing));
        Assert.Equal(
            code,
            Check(By(AtCounter("KIX") with { Airports = [] }), "2027-03-01", null, landing, A.Counter("other", null, null, allDay: true)));
    }

    [Fact]
    public void What_can_be_had_at_no_airport_cannot_be_had_without_naming_one()
    {
        var hours = Gen.Int[-6, 23].Select(hour => hour < 0 ? default(TimeOnly?) : new TimeOnly(hour, 0));
        var counter = Gen.Select(hours, hours, Gen.Int[0, 9])
            .Select((opens, closes, rare) => A.Counter("shop-sim", null, null, rare == 0) with { Opens = opens, Closes = closes });
        Gen.Select(counter.Array[0, 2], counter.Array[0, 2], Gen.Int[0, (24 * 60) - 1]).Sample(
            (narita, kansai, minutes) =>
            {
                var plan = By(AtCounter("NRT") with { Airports = ["NRT", "KIX"] });
                var airports = new[] { new Airport("NRT", [.. narita]), new Airport("KIX", [.. kansai]) }.ToFrozenDictionary(
                    airport => airport.Iata);
                var trip = A.Trip(A.Traveler("a"));
                trip = trip with { Stay = trip.Stay with { ArrivalTime = new TimeOnly(0, 0).AddMinutes(minutes) } };

                return Can(null) == airports.Keys.Any(Can);

                bool Can(string? airport) => new CanStillBeHad().Check(
                    plan,
                    new PartyUnderTest(trip with { Airport = airport }, A.Catalog(plan) with { Airports = airports }).Buyer("a")) is null;
            },
            iter: 500);
    }

    [Fact]
    public void A_return_box_does_not_count_as_a_counter()
    {
        var (closed, box) =
            (A.Counter("shop-sim", "07:00", "22:00"), A.Counter("shop-sim", null, null, allDay: true) with { Kind = "return-box" });

        Assert.Equal("counter-closed", Check(By(AtCounter("NRT")), "2027-03-01", "NRT", "2027-04-01 23:30", closed, box));
    }

    [Theory]
    [InlineData(0, "2027-04-01", null)]
    [InlineData(1, "2027-04-01", "ordered-too-late")]
    [InlineData(0, "2027-04-02", "ordered-too-late")]
    public void A_counter_order_has_a_deadline_too(int lead, string today, string? code)
    {
        Assert.Equal(code, Check(By(AtCounter("NRT") with { LeadDays = lead }), today));
    }

    [Theory]
    [InlineData("2027-04-01 10:00", null)]
    [InlineData("2027-04-01 17:00", "counter-closed")]
    [InlineData("2027-04-01 06:00", "counter-closed")]
    [InlineData("2027-04-01", null)]
    public void A_post_office_needs_a_daytime_landing(string landing, string? code)
    {
        Assert.Equal(code, Check(By(new Handover(HandoverKind.PostOffice, [], [], 2, null)), "2027-03-01", "NRT", landing));
    }

    [Fact]
    public void One_way_that_is_open_is_enough()
    {
        var plan = Sim with { ObtainedBy = [AtCounter("KIX"), new Handover(HandoverKind.HotelDelivery, [], [], 2, null)] };
        var party = new PartyUnderTest(A.Trip(A.Traveler("a")) with { Airport = "NRT" }, A.Catalog(plan));

        Assert.Null(Check(plan, "2027-03-01", "NRT"));
        Assert.Equal([HandoverKind.HotelDelivery], CanStillBeHad.WaysOpen(plan, party.Buyer("a")).Select(way => way.How));
    }

    private static Plan By(Handover way) => Sim with { ObtainedBy = [way] };

    private static Handover AtCounter(string airport) => new(HandoverKind.AirportCounter, [airport], [], null, null);

    private static string? Check(Plan plan, string today, string? airport = null, string landing = "2027-04-01", params Counter[] counters)
    {
        var trip = A.Stay(landing, "2027-04-10").For(A.Traveler("a")) with { Airport = airport };
        var catalog = A.Catalog(plan).With(new Airport("NRT", [.. counters]));
        return new CanStillBeHad().Check(
            plan, new PartyUnderTest(trip, catalog).Buyer("a", DateOnly.Parse(today, CultureInfo.InvariantCulture)));
    }
}
