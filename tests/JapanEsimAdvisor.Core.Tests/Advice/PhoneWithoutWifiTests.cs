using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Tests.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>Somebody with a phone known not to join Wi-Fi, in every part of the advice.</summary>
public sealed class PhoneWithoutWifiTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000) with { Networks = ["softbank"] };

    private static readonly Plan Card = A.Sim("card", 100, 10, 4000) with { Networks = ["docomo"] };

    private static readonly Plan Router = A.Router("router", 300, 50, 20);

    private static readonly Traveler Ann = A.Traveler("ann", 1);

    /// <summary>Keeps the home card where it is.</summary>
    private static readonly Traveler Old = A.Traveler("old", 2) with { Phone = "feature-phone", Esim = null, SimSlots = 1 };

    private static readonly Traveler Swapping = Old with { KeepsHomeLine = false };

    [Fact]
    public void Alone_with_the_home_card_in_its_slot_it_can_have_nothing_and_each_refusal_says_why()
    {
        var advice = A.Advise(A.Trip(Old), A.Catalog(Line, Card, Router));

        Assert.Null(advice.Recommended);
        Assert.Equal(["nobody-can-have-a-line", "no-card-for"], advice.Answer("per-person").Reasons.Codes());
        Assert.Equal(new NamedCode("rejection", "home-line-needs-the-slot"), advice.Answer("per-person").Reasons[1].Arguments[0].Value);
        Assert.Equal(["one-person"], advice.Answer("shared-hotspot").Reasons.Codes());
        Assert.Equal(["phone-without-wifi"], advice.Answer("pocket-wifi").Reasons.Codes());
        Assert.Equal(["nothing-fits", "phone-without-wifi"], advice.Answer("mix").Reasons.Codes());
    }

    [Fact]
    public void Alone_it_takes_a_card_in_place_of_the_home_card_and_no_router()
    {
        var advice = A.Advise(A.Trip(Swapping), A.Catalog(Line, Card, Router));

        Assert.Equal(("per-person", "card"), (advice.Recommended, advice.Best!.Basket!.Pods.Single().Pod.PlanId));
        Assert.Equal(["phone-without-wifi"], advice.Answer("pocket-wifi").Reasons.Codes());
    }

    [Fact]
    public void Alone_it_roams_with_its_own_operator()
    {
        var advice = A.Advise(A.Trip(Old with { HomeOperator = "home-op" }), A.Catalog(Line, Router, A.Roaming("pass", "home-op", 3, 900)));

        Assert.Equal("pass", advice.Best!.Basket!.Pods.Single().Pod.PlanId);
    }

    [Fact]
    public void Without_use_it_needs_no_line()
    {
        var advice = A.Advise(A.Trip(Ann, Old with { Use = new Use.Measured(0) }), A.Catalog(Line, Router));

        Assert.Equal([PodKind.OwnEsim, PodKind.NoLine], advice.Best!.Basket!.Pods.Select(placed => placed.Pod.Kind));
    }

    [Fact]
    public void In_a_party_it_has_a_line_of_its_own_beside_a_hotspot_and_beside_a_router()
    {
        var advice = A.Advise(A.Trip(Ann, A.Traveler("bob"), Swapping), A.Catalog(Line, Card, Router));

        foreach (var strategy in (string[])["shared-hotspot", "pocket-wifi"])
        {
            var answer = advice.Answer(strategy);
            var own = answer.Basket!.Pods.Single(placed => placed.People.Contains("old"));
            Assert.Equal(("old", "card", 1), (own.Host, own.Pod.PlanId, own.Pod.Members.People));
        }

        Assert.Equal(["old"], advice.Answer("pocket-wifi").Reasons.Single(reason => reason.Code == "phone-without-wifi").Travelers);
        Assert.DoesNotContain("buys-alone", advice.Answer("pocket-wifi").Reasons.Codes());
    }

    [Fact]
    public void The_only_other_person_has_nobody_to_share_with_and_learns_why()
    {
        var reason = Assert.Single(A.Advise(A.Trip(Ann, Swapping), A.Catalog(Line, Card)).Answer("shared-hotspot").Reasons);

        Assert.Equal(("phone-without-wifi", "old"), (reason.Code, reason.Travelers.Single()));
    }

    [Fact]
    public void A_party_that_cannot_be_served_because_of_it_learns_whose_phone_it_is()
    {
        var advice = A.Advise(A.Trip(Ann, A.Traveler("bob"), Old), A.Catalog(Line, Card, Router));

        Assert.Null(advice.Recommended);
        Assert.All(advice.Answers, answer => Assert.Equal(["old"], answer.Reasons[^1].Travelers));
        Assert.Equal(
            ["no-card-for", "phone-without-wifi", "phone-without-wifi", "phone-without-wifi"],
            advice.Answers.Select(answer => answer.Reasons[^1].Code));
    }

    [Fact]
    public void A_router_is_excluded_by_a_rule_of_its_own()
    {
        var advice = A.Advise(A.Trip(Swapping), A.Catalog(Card, Router));
        var verdict = new WhyNot(advice).Of(Router);
        var no = Assert.Single(verdict.Rejections);

        Assert.Equal((Verdict.Excluded, "joins-wifi", "phone-without-wifi"), (verdict.Verdict, no.Rule, no.Code));
    }

    [Fact]
    public void A_tablet_beside_it_is_served_and_the_reader_is_warned_that_the_phone_is_not()
    {
        var answer = A.Advise(A.Trip(Old.With("tablet")), A.Catalog(Line, Card, Router)).Best!;

        Assert.Equal(0.3, answer.Basket!.Pods.Single().Pod.Demand.GbPerDay, 12);
        Assert.Equal(["old"], answer.Warnings.Single(warning => warning.Code == "phone-without-wifi").Travelers);
        Assert.DoesNotContain("phone-without-wifi", A.Advise(A.Trip(Ann.With("tablet")), A.Catalog(Router)).Best!.Warnings.Codes());
    }

    [Fact]
    public void A_split_counts_what_passes_through_the_hotspot()
    {
        var advice = A.Advise(A.Trip(Ann, Old.With("tablet")), A.Catalog(Line with { Prices = [A.Price(10, 1300)] }));
        var shares = FairShares.Plain(advice.Best!.Basket!, advice, "JPY");

        Assert.Equal((1000m, 300m), (shares.Of("ann").Amount, shares.Of("old").Amount));
    }

    [Theory]
    [InlineData("dual-sim", true)]
    [InlineData("feature-phone", false)]
    public void When_its_network_fails_nobodys_hotspot_helps_though_somebody_is_near(string phone, bool shared)
    {
        var advice = A.Advise(
            A.Trip(Ann, Swapping with { Phone = phone, NeedsJapaneseNumber = true }),
            A.Catalog(Line, Card.Tethers(TetherPolicy.Forbidden) with { JapaneseNumber = true }));
        var basket = advice.Answer("mix").Basket!;
        var fallBack = FallBack.AllOf(basket, advice, Backup.Of(basket, advice))
            .Single(one => one is { Traveler: "old", Failure: { Kind: FailureKind.Network, What: "docomo" } });

        Assert.False(fallBack.IsAlone);
        Assert.Equal([new TravelerCount("ann", 1)], shared ? fallBack.Sharers : fallBack.Companions);
        Assert.Empty(shared ? fallBack.Companions : fallBack.Sharers);
    }

    [Fact]
    public void A_check_of_its_router_expects_the_use_of_the_tablet_and_offers_no_pack_for_the_phone()
    {
        var scarce = A.Router("scarce", 300, 0.1);
        var trip = A.Trip(Swapping.With("tablet"));
        var check =
            UsageCheck.Of(trip, [UsageCheckTests.Line(scarce, 0) with { Buyer = "old" }], A.Catalog(scarce, Card), trip.Stay.Arrival)
            .Single();

        Assert.Equal(0.3, check.ExpectedGbPerDay, 12);
        Assert.NotEqual(UsageStatus.Fine, check.Status);
        Assert.Null(check.Cure);
    }
}
