using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Tests.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Plans.Eligibility;

/// <summary>Every rule but handover: a yes and each no.</summary>
public sealed class EligibilityTests
{
    private static readonly Plan Esim = A.Esim("esim", 5, 10, 2000);

    private static readonly Plan Sim = A.Sim("sim", 5, 10, 2000);

    private static readonly Plan Home = A.Roaming("home-pass", "home-op", 1, 500);

    [Fact]
    public void An_ordinary_eSIM_is_for_everybody()
    {
        Assert.Null(No(Esim, A.Traveler("a")));
    }

    [Fact]
    public void What_may_not_be_advised_is_turned_down_first()
    {
        Assert.Equal(("known-to-serve-japan", "ended"), No(Esim with { Offered = false }, A.Traveler("a").WithoutEsim()));
    }

    [Theory]
    [InlineData(Audience.Resident, Residency.Visitor, "residents-only")]
    [InlineData(Audience.Resident, Residency.LongStay, "residents-only")]
    [InlineData(Audience.Resident, Residency.Resident, null)]
    [InlineData(Audience.LongStay, Residency.Visitor, "long-stay-only")]
    [InlineData(Audience.LongStay, Residency.LongStay, null)]
    [InlineData(Audience.LongStay, Residency.Resident, null)]
    [InlineData(Audience.Visitor, Residency.Resident, null)]
    [InlineData(Audience.Anyone, Residency.Visitor, null)]
    public void Plans_are_meant_for_some(Audience audience, Residency residency, string? code)
    {
        Assert.Equal(code, CodeOf(Esim with { Audience = audience }, A.Trip(A.Traveler("a")) with { Residency = residency }));
    }

    [Theory]
    [InlineData("US", "US", Residency.Visitor, null)]
    [InlineData("worldwide", null, Residency.Visitor, null)]
    [InlineData("KR", "US", Residency.Visitor, "not-sold-in-your-country")]
    [InlineData("KR", null, Residency.Visitor, "not-sold-in-your-country")]
    [InlineData("JP", "US", Residency.Visitor, "not-sold-in-your-country")]
    [InlineData("JP", "US", Residency.LongStay, null)]
    public void Plans_are_sold_in_some_countries(string soldIn, string? home, Residency residency, string? code)
    {
        var trip = A.Trip(A.Traveler("a")) with { HomeCountry = home, Residency = residency };

        Assert.Equal(code, CodeOf(Esim with { SoldIn = ImmutableArray.Create(soldIn) }, trip));
    }

    [Theory]
    [InlineData(ConditionKind.Resident, null, Residency.Visitor, "residents-only")]
    [InlineData(ConditionKind.Resident, null, Residency.Resident, null)]
    [InlineData(ConditionKind.LongStay, null, Residency.Visitor, "long-stay-only")]
    [InlineData(ConditionKind.LongStay, null, Residency.LongStay, null)]
    [InlineData(ConditionKind.OperatorCustomer, "home-op", Residency.Visitor, null)]
    [InlineData(ConditionKind.OperatorCustomer, "other-op", Residency.Visitor, "other-operators-customers")]
    [InlineData(ConditionKind.CardHolder, "gold-card", Residency.Visitor, null)]
    [InlineData(ConditionKind.CardHolder, "black-card", Residency.Visitor, "condition-not-met")]
    [InlineData(ConditionKind.NewCustomer, null, Residency.Visitor, "condition-not-met")]
    public void Conditions_hold_only_for_who_says_so(ConditionKind kind, string? value, Residency residency, string? code)
    {
        var traveler = A.Traveler("a") with { HomeOperator = "home-op", Benefits = ["gold-card"] };
        var trip = A.Trip(traveler) with { Residency = residency };

        Assert.Equal(code, CodeOf(Esim with { Condition = new Condition(kind, value) }, trip));
    }

    [Theory]
    [InlineData("home-op", "flat", null)]
    [InlineData("home-op", "basic", "other-tariff")]
    [InlineData("home-op", null, "other-tariff")]
    [InlineData("other-op", "flat", "other-tariff")]
    public void A_tariffs_roaming_is_for_that_tariff(string homeOperator, string? tariff, string? code)
    {
        var plan = Home with { Condition = new Condition(ConditionKind.Tariff, "flat") };

        Assert.Equal(code, CodeOf(plan, A.Trip(A.Traveler("a") with { HomeOperator = homeOperator, HomePlan = tariff })));
    }

    [Theory]
    [InlineData("home-op", null)]
    [InlineData("other-op", "other-operators-customers")]
    [InlineData(null, "other-operators-customers")]
    public void Roaming_is_for_the_operators_own_customers(string? homeOperator, string? code)
    {
        Assert.Equal(code, CodeOf(Home, A.Trip(A.Traveler("a") with { HomeOperator = homeOperator })));
    }

    [Fact]
    public void An_eSIM_for_an_operators_customers_is_not_for_others()
    {
        Assert.Equal("other-operators-customers", CodeOf(Esim with { Audience = Audience.OperatorCustomer }, A.Trip(A.Traveler("a"))));
    }

    [Theory]
    [InlineData(Tristate.Yes, false, null)]
    [InlineData(Tristate.Yes, null, null)]
    [InlineData(Tristate.Yes, true, "phone-locked")]
    [InlineData(Tristate.No, false, "phone-without-esim")]
    [InlineData(Tristate.Unknown, false, "phone-esim-unknown")]
    public void An_eSIM_needs_a_phone_that_takes_it(Tristate esim, bool? locked, string? code)
    {
        Assert.Equal(code, CodeOf(Esim, A.Trip(A.Traveler("a") with { Esim = esim, CarrierLocked = locked })));
    }

    [Theory]
    [InlineData("dual-sim", false, null)]
    [InlineData("dual-sim", true, "phone-locked")]
    [InlineData("esim-only", false, "phone-without-sim-slot")]
    public void A_SIM_card_needs_a_slot_and_no_lock(string phone, bool locked, string? code)
    {
        Assert.Equal(code, CodeOf(Sim, A.Trip(A.Traveler("a") with { Phone = phone, Esim = null, CarrierLocked = locked })));
    }

    [Theory]
    [InlineData("old-phone", true, "home-line-needs-the-slot")]
    [InlineData("old-phone", false, null)]
    [InlineData(null, true, "sim-slots-unknown")]
    [InlineData("dual-sim", true, null)]
    public void A_card_does_not_take_the_only_slot_of_who_keeps_the_home_line(string? phone, bool keeps, string? code)
    {
        Assert.Equal(code, CodeOf(Sim, A.Trip(A.Traveler("a") with { Phone = phone, Esim = Tristate.No, KeepsHomeLine = keeps })));
    }

    [Fact]
    public void A_person_without_a_phone_has_no_line_but_may_rent_a_router()
    {
        var child = A.Trip(A.Traveler("a").With("tablet") with { HasPhone = false });

        Assert.Equal("person-without-phone", CodeOf(Esim, child));
        Assert.Equal("person-without-phone", CodeOf(Sim, child));
        Assert.Null(CodeOf(A.Router("router", 300, 50, 20), child));
    }

    [Fact]
    public void A_phone_with_eSIM_beside_its_slot_has_room_for_both_lines()
    {
        Assert.Null(CodeOf(Sim, A.Trip(A.Traveler("a") with { Phone = "iphone" })));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "no-japanese-number")]
    [InlineData(null, "no-japanese-number")]
    public void Who_needs_a_Japanese_number_gets_a_sourced_one(bool? number, string? code)
    {
        var plan = Esim with { JapaneseNumber = number };

        Assert.Equal(code, CodeOf(plan, A.Trip(A.Traveler("a") with { NeedsJapaneseNumber = true })));
        Assert.Null(CodeOf(plan, A.Trip(A.Traveler("a"))));
    }

    [Fact]
    public void Rules_have_different_names_in_kebab_case()
    {
        var names = EligibilityRule.All.Select(rule => rule.Name).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
    }

    private static string? CodeOf(Plan plan, Trip trip) =>
        EligibilityRule.FirstNo(plan, new PartyUnderTest(trip, A.Catalog(plan)).Buyer("a"))?.Code;

    private static (string Rule, string Code)? No(Plan plan, Traveler traveler) =>
        EligibilityRule.FirstNo(plan, new PartyUnderTest(A.Trip(traveler), A.Catalog(plan)).Buyer("a")) is { } no
            ? (no.Rule, no.Code)
            : null;
}
