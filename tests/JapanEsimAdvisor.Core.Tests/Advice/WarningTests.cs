using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>Every warning: when it is said, and when not.</summary>
public sealed class WarningTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000) with { Networks = ["docomo", "softbank"] };

    private static readonly Traveler Someone = A.Traveler("a") with { Phone = "dual-sim" };

    public static TheoryData<string, Plan> OfPlans => new()
    {
        { "fair-use-unknown", A.Unlimited("line", 10, 3000) },
        { "speed-held-down", Line with { Allowance = new Allowance { Kind = AllowanceKind.Unlimited, SpeedKbps = 2000 } } },
        { "price-unconfirmed", Line with { Prices = [new Price(10, false, 2000, 4000, "JPY", false)] } },
        { "price-old", Line with { Source = A.Source with { Checked = "2026-08" } } },
        { "source-weak", Line with { Source = A.Source with { Confidence = "low" } } },
        { "identity-check", Line with { IdentityCheck = true } },
        { "starts-at-purchase", Line with { Validity = Line.Validity with { Starts = ValidityStart.Purchase } } },
        { "install-after-landing", Line with { Validity = Line.Validity with { Starts = ValidityStart.Install } } },
        { "install-after-landing", Line with { Validity = Line.Validity with { Starts = ValidityStart.Unknown } } },
        { "use-second-slot", Line with { Medium = Medium.Sim } },
        { "confirm-handover", Line with { Medium = Medium.Sim } },
    };

    [Fact]
    public void An_ordinary_line_warns_of_nothing()
    {
        Assert.Empty(Warned(A.Trip(Someone), Line));
    }

    [Theory]
    [MemberData(nameof(OfPlans))]
    public void What_is_odd_about_a_plan_is_said(string warning, Plan plan)
    {
        Assert.Contains(warning, Warned(A.Trip(Someone), plan));
    }

    [Fact]
    public void A_price_is_old_after_half_a_year()
    {
        Assert.Contains("price-old", Warned(A.Trip(Someone), Line with { Source = A.Source with { Checked = "2026-09-01" } }));
        Assert.DoesNotContain("price-old", Warned(A.Trip(Someone), Line with { Source = A.Source with { Checked = "2026-09-02" } }));
    }

    [Fact]
    public void An_unknown_clock_matters_only_where_times_are_known()
    {
        var plan = Line with { Validity = new Validity(ValidityStart.FirstConnection) };

        Assert.Empty(Warned(A.Trip(Someone), plan));
        Assert.Equal(["clock-unknown"], Warned(A.Stay("2027-04-01 22:30", "2027-04-08 10:00").For(Someone), plan));
    }

    [Fact]
    public void A_yes_that_rests_on_nothing_is_to_be_checked()
    {
        Assert.Equal(["check-market-variant"], Warned(A.Trip(Someone with { Esim = null, Phone = null }), Line));
    }

    [Fact]
    public void Who_does_not_know_about_eSIM_is_told_to_find_out()
    {
        var trip = A.Trip(Someone with { Esim = Tristate.Unknown });

        Assert.Contains("find-out-esim", Warned(trip, Line with { Medium = Medium.Sim }));
    }

    [Fact]
    public void A_card_in_the_only_slot_leaves_the_home_card_to_be_kept_safe()
    {
        var warnings = Warned(
            A.Trip(Someone with { Phone = "old-phone", Esim = null, KeepsHomeLine = false }),
            Line with { Medium = Medium.Sim });

        Assert.Contains("keep-home-sim", warnings);
        Assert.DoesNotContain("use-second-slot", warnings);
    }

    [Fact]
    public void A_client_whose_phone_might_take_an_eSIM_is_told_to_find_out_and_a_host_with_one_is_not()
    {
        var trip = A.Trip(Someone with { Phone = "iphone" }, A.Traveler("b") with { Esim = Tristate.Unknown });
        var warning = A.Advise(trip, A.Catalog(Line)).Answer("shared-hotspot").Warnings.Single(one => one.Code == "find-out-esim");

        Assert.Equal(["b"], warning.Travelers);
    }

    [Fact]
    public void One_slot_beside_eSIM_takes_the_card_and_the_home_line_moves()
    {
        var warnings = Warned(A.Trip(Someone with { Phone = "iphone" }), Line with { Medium = Medium.Sim });

        Assert.Contains("home-line-to-esim", warnings);
        Assert.DoesNotContain("keep-home-sim", warnings);
    }

    [Fact]
    public void A_country_that_the_plan_may_cover_is_not_known_rather_than_not_covered()
    {
        var plan = Line with { Countries = ["JP"], MoreCountries = true };

        Assert.Contains("country-unconfirmed", A.Advise(A.Trip(Someone) with { OtherCountries = ["KR"] }, A.Catalog(plan)).Best!.Warnings.Codes());
    }

    [Fact]
    public void A_phone_with_one_active_eSIM_and_a_lock_that_nobody_states_are_warned_of()
    {
        var phone = A.Device("xr", DeviceClass.Phone) with { EsimActive = 1 };
        var catalog = A.Catalog(Line).With(phone);
        var warnings = A.Advise(A.Trip(A.Traveler("a") with { Phone = "xr", CarrierLocked = null }), catalog).Best!.Warnings.Codes();

        Assert.Contains("one-esim-at-a-time", warnings);
        Assert.Contains("phone-may-be-locked", warnings);
        Assert.DoesNotContain(
            "one-esim-at-a-time",
            A.Advise(A.Trip(A.Traveler("a") with { Phone = "xr", KeepsHomeLine = false }), catalog).Best!.Warnings.Codes());
    }

    [Fact]
    public void A_phone_that_nobody_knows_is_asked_about_by_its_name()
    {
        var owner = A.Traveler("a") with { Esim = null, UnknownPhone = "Meizu 21" };
        var warning = A.Advise(A.Trip(owner), A.Catalog(A.Router("router", 300, 50))).Best!.Warnings.Single(notice => notice.Code == "phone-not-known");

        Assert.Equal("Meizu 21", warning.Arguments[0].Value);
    }

    [Fact]
    public void Countries_on_the_way_that_are_not_covered_are_named()
    {
        var trip = A.Trip(Someone) with { OtherCountries = ["KR", "TW"] };
        var plan = Line with { Countries = ImmutableArray.Create("JP", "KR") };
        var warning = Assert.Single(A.Advise(trip, A.Catalog(plan)).Best!.Warnings);

        Assert.Equal(("country-not-covered", new NamedCode("country", "TW")), (warning.Code, (NamedCode)warning.Arguments[0].Value));
    }

    [Theory]
    [InlineData(Area.Cities, false)]
    [InlineData(Area.Countryside, true)]
    [InlineData(Area.Mountains, true)]
    [InlineData(Area.Islands, true)]
    public void One_network_is_thin_outside_the_cities(Area area, bool warned)
    {
        var trip = A.Trip(Someone) with { Areas = [area] };

        Assert.Equal(warned, Warned(trip, Line with { Networks = ["docomo"] }).Contains("two-networks-in-the-countryside"));
        Assert.Equal(warned, Warned(trip, Line with { Networks = [] }).Contains("two-networks-in-the-countryside"));
        Assert.Empty(Warned(trip, Line));
    }

    [Fact]
    public void One_network_for_a_whole_party_is_a_risk()
    {
        var trip = A.Trip(Someone, Someone with { Id = "b", HoursApartPerDay = 9 });

        Assert.Equal(["one-network-for-all"], Warned(trip, Line with { Networks = ["docomo"] }));
    }

    [Fact]
    public void Hosts_learn_of_their_battery_and_clients_of_their_hours_offline()
    {
        var trip = A.Trip(Someone with { Phone = "android" }, A.Traveler("b") with { HoursApartPerDay = 0.5 });
        var warnings = A.Advise(trip, A.Catalog(Line with { Tethering = new Tethering(TetherPolicy.Allowed, Basis: "brand-statement") }))
            .Answer("shared-hotspot").Warnings;

        Assert.Equal(["tethering-general-statement", "host-battery", "offline-when-apart"], warnings.Codes());
        Assert.Equal(0.5, warnings[2].Arguments.Single(argument => argument.Key == "hours").Value);
    }

    [Theory]
    [InlineData("2027-04-01 15:00", "NRT", true)]
    [InlineData("2027-04-01", "NRT", false)]
    [InlineData("2027-04-01 15:00", null, false)]
    public void A_counter_known_to_be_open_where_they_land_is_certain(string landing, string? airport, bool certain)
    {
        var trip = A.Stay(landing, "2027-04-10").For(Someone) with { Airport = airport };
        var router = A.Router("router", 500, 50) with { ObtainedBy = [new Handover(HandoverKind.AirportCounter, ["NRT"], [], 0, null)] };
        var catalog = A.Catalog(router).With(new Airport("NRT", [A.Counter("shop-router", "07:00", "22:00")]));

        Assert.Equal(certain, !A.Advise(trip, catalog).Best!.Warnings.Codes().Contains("confirm-handover"));
    }

    [Theory]
    [InlineData("2027-04-01 15:00", null, "HND, NRT")]
    [InlineData("2027-04-01 19:00", null, "NRT")]
    [InlineData("2027-04-01", null, "HND, NRT")]
    [InlineData("2027-04-01 15:00", "NRT", null)]
    public void Who_names_no_airport_learns_at_which_a_counter_hands_over(string landing, string? airport, string? airports)
    {
        var trip = A.Stay(landing, "2027-04-10").For(Someone) with { Airport = airport };
        var router = A.Router(
            "router", 500, 50) with
        { ObtainedBy = [new Handover(HandoverKind.AirportCounter, ["NRT", "HND"], [], 0, null)] };
        var catalog = A.Catalog(router).With(new Airport("NRT", [A.Counter("shop-router", "07:00", "22:00")]));
        var warning = A.Advise(trip, catalog).Best!.Warnings.SingleOrDefault(one => one.Code == "land-at");

        Assert.Equal(airports, warning?.Arguments.Single(argument => argument.Key == "airports").Value);
    }

    [Fact]
    public void Who_can_have_it_delivered_need_not_land_anywhere()
    {
        ImmutableArray<Handover> ways =
        [
            new(HandoverKind.AirportCounter, ["NRT"], [], 0, null),
            new(HandoverKind.HotelDelivery, [], [], 3, null),
        ];

        Assert.DoesNotContain("land-at", Warned(A.Trip(Someone), Line with { Medium = Medium.Sim, ObtainedBy = ways }));
    }

    [Fact]
    public void A_delivery_with_a_stated_deadline_is_certain()
    {
        var sim = Line with { Medium = Medium.Sim, ObtainedBy = [new Handover(HandoverKind.HotelDelivery, [], [], 3, null)] };

        Assert.DoesNotContain("confirm-handover", Warned(A.Trip(Someone), sim));
    }

    [Fact]
    public void A_limit_not_met_names_whose()
    {
        var warning = A.Advise(A.Trip(Someone), A.Catalog(A.Esim("small", 0.5, 10, 300))).Best!.Warnings
            .Single(one => one.Code == "over-limit");

        Assert.Equal(["a"], warning.Travelers);
    }

    private static ImmutableArray<string> Warned(Trip trip, Plan plan) => A.Advise(trip, A.Catalog(plan)).Best!.Warnings.Codes();
}
