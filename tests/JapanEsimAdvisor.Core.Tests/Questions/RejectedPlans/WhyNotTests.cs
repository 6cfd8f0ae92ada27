using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.RejectedPlans;

/// <summary>Why a plan is not the advice, worked by hand for each verdict and most rules.</summary>
public sealed class WhyNotTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000);

    private static readonly Traveler Ann = A.Traveler("ann");

    [Fact]
    public void A_plan_of_the_advice_is_part_of_it()
    {
        var verdict = Ask(A.Trip(Ann), "line", Line);

        Assert.Equal((Verdict.Advised, 0, 0.0), (verdict.Verdict, verdict.OverLimit, verdict.LosesBy));
        Assert.Empty(verdict.Rejections);
        Assert.Equal("per-person", verdict.Answer!.Strategy);
    }

    [Fact]
    public void A_twin_of_the_advised_plan_is_as_good()
    {
        var verdict = Ask(A.Trip(Ann), "twin", Line, Line with { Id = "twin" });

        Assert.Equal(Verdict.Equal, verdict.Verdict);
        Assert.Equal((0, 0.0), (verdict.OverLimit, verdict.LosesBy));
        Assert.True(verdict.Answer!.Basket!.Holds("twin"));
    }

    /// <summary>700 yen dearer, and an identity check of 500 yen.</summary>
    [Fact]
    public void A_dearer_plan_loses_by_its_price_and_its_bother()
    {
        var advice = A.Advise(A.Trip(Ann), A.Catalog(Line, A.Esim("dear", 100, 10, 3700) with { IdentityCheck = true }));
        var verdict = Ask(advice, "dear");

        Assert.Equal((Verdict.Loses, 0), (verdict.Verdict, verdict.OverLimit));
        Assert.Equal(1200, verdict.LosesBy!.Value, 6);
        Assert.Equal([("price", 700m), ("identity-check", 500m)], Rows(advice, verdict));
    }

    [Fact]
    public void A_plan_that_is_cheaper_and_too_small_loses_by_the_limit()
    {
        var advice = A.Advise(A.Trip(Ann), A.Catalog(A.Daily("large", 5, 300), A.Daily("tiny", 0.1, 10)));
        var verdict = Ask(advice, "tiny");

        Assert.Equal((Verdict.Loses, 1), (verdict.Verdict, verdict.OverLimit));
        Assert.Contains(("price", -2900m), Rows(advice, verdict));
    }

    /// <summary>Only one of two needs to hold it: the other keeps the advised plan.</summary>
    [Fact]
    public void Only_one_of_the_party_needs_to_hold_the_plan()
    {
        var (trip, plans) = (
            A.Trip(Ann with { HoursApartPerDay = 8 }, A.Traveler("ben") with { HoursApartPerDay = 8 }),
            new[] { Line, A.Esim("dear", 100, 10, 3400) });
        var verdict = Ask(trip, "dear", plans);

        Assert.Equal(400, verdict.LosesBy!.Value, 6);
        Assert.Equal(["dear", "line"], verdict.Answer!.Basket!.Pods.Select(placed => placed.Pod.PlanId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_router_and_a_SIM_card_and_roaming_are_compared_the_same_way()
    {
        var trip = A.Trip(Ann with { HomeOperator = "home", Phone = "dual-sim", Esim = Tristate.Yes });
        var plans = new[] { Line, A.Router("router", 900, 50), A.Sim("card", 100, 10, 3000), A.Roaming("abroad", "home", 50, 400) };

        Assert.All(["router", "card", "abroad"], id => Assert.Equal((id, Verdict.Loses), (id, Ask(trip, id, plans).Verdict)));
        Assert.Equal(100, Ask(trip, "card", plans).LosesBy!.Value, 6);
        Assert.Equal(700, Ask(trip, "abroad", plans).LosesBy!.Value, 6);
        Assert.Equal(9000 + 1000 + 1000 - 3300, Ask(trip, "router", plans).LosesBy!.Value, 6);
    }

    [Fact]
    public void A_pack_the_search_never_looks_at_is_compared_all_the_same()
    {
        var advice = A.Advise(A.Trip(Ann), A.Catalog(Line, A.Esim("dominated", 90, 10, 5000)));

        Assert.DoesNotContain(advice.Hosts[0].Lines, bundle => bundle.Plan.Id == "dominated");
        Assert.Equal(2000, Ask(advice, "dominated").LosesBy!.Value, 6);
    }

    public static TheoryData<string, string, string> Excluded => new()
    {
        { "ended", "known-to-serve-japan", "ended" },
        { "undated", "known-to-serve-japan", "undated" },
        { "elsewhere", "known-to-serve-japan", "coverage-unconfirmed" },
        { "resident", "meant-for-you", "residents-only" },
        { "long", "meant-for-you", "long-stay-only" },
        { "korean", "sold-to-you", "not-sold-in-your-country" },
        { "member", "condition-holds", "condition-not-met" },
        { "roaming", "sold-to-you", "not-sold-in-your-country" },
        { "card", "keeps-home-line", "home-line-needs-the-slot" },
        { "late", "can-still-be-had", "ordered-too-late" },
    };

    [Theory]
    [MemberData(nameof(Excluded))]
    public void The_first_rule_that_says_no_is_named(string plan, string rule, string code)
    {
        Plan[] plans =
        [
            Line,
            Line with { Id = "ended", Offered = false },
            Line with { Id = "undated", Source = A.Source with { Checked = null } },
            Line with { Id = "elsewhere", Countries = ["KR"] },
            Line with { Id = "resident", Audience = Audience.Resident },
            Line with { Id = "long", Audience = Audience.LongStay },
            Line with { Id = "korean", SoldIn = ["KR"] },
            Line with { Id = "member", Condition = new Condition(ConditionKind.CardHolder, "gold") },
            A.Roaming("roaming", "home", 1, 500) with { SoldIn = ["DE"] },
            A.Sim("card", 5, 10, 900),
            A.Router("late", 500) with { ObtainedBy = [new Handover(HandoverKind.HomeDelivery, [], ["US"], 60, null)] },
        ];
        var verdict = Ask(A.Trip(A.Traveler("old").WithoutEsim(), Ann with { Phone = "esim-only" }), plan, plans);

        Assert.Equal(Verdict.Excluded, verdict.Verdict);
        Assert.Contains((rule, code), verdict.Rejections.Select(no => (no.Rule, no.Code)));
        Assert.Null(verdict.Answer);
    }

    [Fact]
    public void Different_rules_exclude_a_plan_for_different_people()
    {
        var locked = A.Traveler("bea") with { CarrierLocked = true };
        var verdict = Ask(
            A.Trip(locked, A.Traveler("cat").WithoutEsim(), A.Traveler("dan") with { CarrierLocked = true, Count = 2 }),
            "line",
            Line,
            A.Router("router", 500));

        Assert.Equal(Verdict.Excluded, verdict.Verdict);
        Assert.Equal(
            [("phone-locked", "bea,dan"), ("phone-without-esim", "cat")],
            verdict.Rejections.Select(no => (no.Code, string.Join(',', no.Travelers.Order(StringComparer.Ordinal)))).Order());
    }

    [Fact]
    public void Who_may_not_have_it_is_named_though_others_may()
    {
        var verdict = Ask(
            A.Trip(A.Traveler("cat").WithoutEsim(), Ann), "dear", Line, A.Esim("dear", 100, 10, 9000), A.Router("router", 500));

        Assert.Equal(Verdict.Loses, verdict.Verdict);
        Assert.Equal(
            ("phone-without-esim", "cat"),
            (Assert.Single(verdict.Rejections).Code, Assert.Single(verdict.Rejections[0].Travelers)));
    }

    [Fact]
    public void A_plan_sold_for_fewer_days_than_the_stay_is_too_short()
    {
        AssertUnusable("too-short-for-the-stay", Ask(A.Trip(Ann), "short", Line, A.Daily("short", 5, 100) with { MaxDays = 7 }), "ann");
    }

    /// <summary>Ten packs of a day each, in a phone that stores eight.</summary>
    [Fact]
    public void A_plan_of_more_profiles_than_the_phone_holds_is_named_so()
    {
        AssertUnusable("too-many-profiles", Ask(A.Trip(Ann), "daily-pack", Line, A.Esim("daily-pack", 5, 1, 10)), "ann");
    }

    [Fact]
    public void A_line_that_may_not_be_shared_is_of_no_use_to_who_brings_a_laptop()
    {
        var verdict = Ask(A.Trip(Ann.With("laptop")), "closed", Line, A.Esim("closed", 100, 10, 10).Tethers(TetherPolicy.Forbidden));

        AssertUnusable("own-devices-need-a-hotspot", verdict, "ann");
        Assert.Equal(
            new NamedCode("tethering", "forbidden"),
            verdict.Reasons[0].Arguments.Single(argument => argument.Key == "rule").Value);
    }

    [Fact]
    public void A_phone_without_a_hotspot_cannot_serve_a_laptop()
    {
        AssertUnusable(
            "phone-cannot-serve-own-devices",
            Ask(A.Trip(Ann.With("laptop") with { Phone = "no-hotspot" }), "line", Line, A.Router("router", 500)),
            "ann");
    }

    [Fact]
    public void A_router_for_one_device_serves_nobody_with_two()
    {
        AssertUnusable("router-too-small", Ask(A.Trip(Ann.With("laptop")), "small", Line, A.Router("small", 5, devices: 2)), "ann");
    }

    [Fact]
    public void Where_somebody_cannot_be_served_at_all_no_plan_helps()
    {
        var alone = A.Traveler("cat").WithoutEsim() with { ReachableWhenApart = true, HoursApartPerDay = 5 };

        AssertUnusable("others-cannot-be-served", Ask(A.Trip(Ann, alone), "line", Line), "ann");
    }

    [Fact]
    public void Runners_up_are_those_that_lose_by_least()
    {
        var plans = Enumerable.Range(1, 9)
            .Select(step => A.Esim("p" + step, 100, 10, 3000 + (step * 100)))
            .Append(Line)
            .Append(A.Sim("card", 5, 10, 10) with { Audience = Audience.Resident })
            .ToArray();
        var advice = A.Advise(A.Trip(Ann), A.Catalog(plans));

        Assert.Equal(
            [("p1", 100.0), ("p2", 200.0), ("p3", 300.0)],
            new WhyNot(advice).RunnersUp(3).Select(verdict => (verdict.Plan.Id, Math.Round(verdict.LosesBy!.Value, 6))));
    }

    [Fact]
    public void Runners_up_are_what_asking_for_every_plan_would_say()
    {
        for (var seed = 500; seed < 540; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 4);
            var whyNot = new WhyNot(A.Advise(trip, catalog));
            var all = catalog.Plans.Select(whyNot.Of).Where(verdict => verdict.Verdict is Verdict.Loses or Verdict.Equal).ToList();

            Assert.Equal(
                all.Select(verdict => (verdict.OverLimit, Math.Round(verdict.LosesBy!.Value, 4))).Order().Take(3),
                whyNot.RunnersUp(3).Select(verdict => (verdict.OverLimit, Math.Round(verdict.LosesBy!.Value, 4))));
        }
    }

    [Fact]
    public void Nobody_is_a_runner_up_where_the_party_cannot_be_served_or_is_too_various()
    {
        var many = A.Trip([.. Enumerable.Range(1, 11).Select(person => A.Traveler("p" + person, person / 10.0))]);

        Assert.Empty(new WhyNot(A.Advise(A.Trip(Ann.WithoutEsim()), A.Catalog(Line))).RunnersUp(5));
        Assert.Empty(new WhyNot(A.Advise(many, A.Catalog(Line, A.Esim("dear", 100, 10, 4000)))).RunnersUp(5));
    }

    /// <summary>What most people of the party run into is what a plan is counted under.</summary>
    [Fact]
    public void Plans_nobody_may_buy_are_counted_by_reason()
    {
        var party = A.Trip(A.Traveler("a").WithoutEsim() with { Count = 3 }, A.Traveler("b", 0.8) with { CarrierLocked = true });
        Plan[] plans = [Line, Line with { Id = "z" }, A.Esim("gone", 1, 10, 1) with { Offered = false }, A.Router("router", 500)];
        var excluded = new WhyNot(A.Advise(party, A.Catalog(plans))).Excluded();

        Assert.Equal(
            [("takes-esim", "phone-without-esim", 2, "line,z"), ("known-to-serve-japan", "ended", 1, "gone")],
            excluded.Select(one => (one.Rule, one.Code, one.Plans, string.Join(',', one.Examples))));
    }

    private static void AssertUnusable(string code, PlanVerdict verdict, params string[] travelers)
    {
        Assert.Equal((Verdict.Unusable, code), (verdict.Verdict, Assert.Single(verdict.Reasons).Code));
        Assert.Equal(travelers, verdict.Reasons[0].Travelers);
        Assert.Null(verdict.Answer);
        Assert.Null(verdict.LosesBy);
    }

    private static PlanVerdict Ask(Trip trip, string planId, params Plan[] plans) => Ask(A.Advise(trip, A.Catalog(plans)), planId);

    private static PlanVerdict Ask(Recommendation advice, string planId) =>
        new WhyNot(advice).Of(advice.Catalog.Plans.Single(plan => plan.Id == planId));

    private static ImmutableArray<(string Code, decimal Amount)> Rows(Recommendation advice, PlanVerdict verdict) =>
        [.. CostDifference.Between(Sheet(advice, verdict.Answer!), Sheet(advice, advice.Best!))
            .Select(row => (row.Code, row.Amount.Amount))];

    private static CostSheet Sheet(Recommendation advice, Answer answer) =>
        CostSheet.Of(answer.Basket!, advice.Trip.People, 10, "JPY", advice.Catalog.Rates);
}
