using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Questions.UsageChecks;

/// <summary>The cheapest thing to buy that makes the days left go as wished. Day 5 of ten, 6 of 7 GB used.</summary>
public sealed class CureTests
{
    private static readonly Trip Solo = A.Trip(A.Traveler("a", 0.7));

    private static readonly Plan Line = A.Esim("line", 7, 10, 3000);

    [Fact]
    public void The_least_number_of_packs_that_meets_the_wish_is_bought()
    {
        var check = Check(Line.OwnTopUp(1, 300));
        var cure = check.Cure!;
        var after = Posterior.Of(PooledDemand.Of([(0.7, 0.2, 1)], A.Usage.Spread), 4, 6, 0.01).Over(check.ExpectedGbLeft, 6);

        Assert.Equal((CureKind.OwnTopUp, "line"), (cure.Kind, cure.Plan.Id));
        Assert.Equal(after.ChanceOver(1 + cure.Quantity), cure.ChanceAfter!.Value, 9);
        Assert.True(cure.ChanceAfter <= 0.2);
        Assert.True(after.ChanceOver(cure.Quantity) > 0.2);
        Assert.Equal((A.Yen(300 * cure.Quantity), 300m * cure.Quantity), (cure.Listed, cure.Yen));
        Assert.Equal("cure-own-top-up", UsageNotices.Of(cure, A.Catalog(Line)).Code);
    }

    [Fact]
    public void The_cheapest_of_top_up_same_plan_and_packs_is_named()
    {
        Assert.Equal((CureKind.OwnTopUp, "line"), Named(Check(Line.OwnTopUp(20, 2000))));
        Assert.Equal((CureKind.SamePlan, "line"), Named(Check(Line.OwnTopUp(20, 4000))));
        Assert.Equal((CureKind.Pack, "pack"), Named(Check(Line.OwnTopUp(20, 2000), A.Esim("pack", 10, 7, 1500))));
    }

    [Fact]
    public void A_pack_must_last_the_days_left()
    {
        Assert.Equal((CureKind.SamePlan, "line"), Named(Check(Line, A.Esim("pack", 10, 5, 1500))));
        Assert.Equal((CureKind.Pack, "pack"), Named(Check(Line, A.Esim("pack", 10, 6, 1500))));
    }

    [Fact]
    public void Fees_count_and_are_not_part_of_the_listed_price()
    {
        var pack = A.Esim("pack", 10, 7, 1500) with { Fees = [A.Fee(300, FeePer.Plan), A.Fee(200, FeePer.Order), A.Fee(50, FeePer.Day)] };
        var cure = Check(Line, pack).Cure!;

        Assert.Equal((1, A.Yen(1500), 2000m), (cure.Quantity, cure.Listed, cure.Yen));
    }

    [Fact]
    public void Who_shares_a_line_is_cured_by_what_may_be_shared()
    {
        var trip = A.Trip(A.Traveler("a", 0.4), A.Traveler("b", 0.3));
        var line = UsageCheckTests.Line(Line, 6) with { Clients = [new Connected("b", 1)] };
        var packs = new[] { A.Esim("alone", 10, 7, 1000).Tethers(TetherPolicy.Unknown), A.Esim("shared", 10, 7, 1200) };

        Assert.Equal("shared", UsageCheckTests.Check(trip, line, 5, packs).Cure!.Plan.Id);
        Assert.Equal("alone", UsageCheckTests.Check(trip, line with { Clients = [] }, 5, packs).Cure!.Plan.Id);
    }

    [Fact]
    public void Nothing_is_offered_that_the_buyer_may_not_buy_or_get_in_time()
    {
        var abroad = A.Esim("abroad", 10, 7, 100) with { SoldIn = ["KR"] };
        var card = A.Sim("card", 10, 7, 100) with { ObtainedBy = [new Handover(HandoverKind.HomeDelivery, [], [], 3, null)] };

        Assert.Equal((CureKind.SamePlan, "line"), Named(Check(Line, abroad, card)));
    }

    [Fact]
    public void A_traveler_with_an_eSIM_can_have_another()
    {
        var trip = A.Trip(A.Traveler("a", 0.7) with { Esim = null, PhoneMarket = "HK", NeedsJapaneseNumber = true });

        Assert.Equal("line", UsageCheckTests.Check(trip, UsageCheckTests.Line(Line, 6), 5).Cure!.Plan.Id);
    }

    [Fact]
    public void Where_nothing_can_be_bought_that_is_said()
    {
        var check = Check(Line with { Offered = false });

        Assert.Null(check.Cure);
        Assert.Contains("nothing-to-buy", check.Reasons.Codes());
    }

    [Fact]
    public void More_packs_than_anybody_installs_are_no_cure()
    {
        Assert.Null(
            UsageCheckTests.Check(
                A.Trip(A.Traveler("a", 20)), UsageCheckTests.Line(Line with { Offered = false }, 80), 5, A.Esim("pack", 1, 7, 10)).Cure);
    }

    [Fact]
    public void Nobody_who_is_fine_is_sold_anything()
    {
        Assert.Null(UsageCheckTests.Check(Solo, UsageCheckTests.Line(Line, 2), 5).Cure);
    }

    [Fact]
    public void More_data_does_not_make_a_line_last_longer()
    {
        var line = A.Esim("line", 7, 7, 3000) with { TopUp = new TopUp(true, 5, null, A.Yen(100)) };

        Assert.Equal("too-short", UsageNotices.Status(Check(line)).Code);
        Assert.Equal(CureKind.SamePlan, Check(line).Cure!.Kind);
        Assert.Equal(CureKind.OwnTopUp, Check(line with { TopUp = line.TopUp with { Days = 7 } }).Cure!.Kind);
    }

    [Fact]
    public void The_days_after_a_line_that_ends_may_be_served_by_what_starts_then()
    {
        var line = A.Esim("line", 50, 7, 3000);
        Cure CureOf(params IEnumerable<Plan> plans) => UsageCheckTests.Check(Solo, UsageCheckTests.Line(line, 2), 3, plans).Cure!;

        Assert.Equal((CureKind.SamePlan, 1), (CureOf().Kind, CureOf().Quantity));
        Assert.Equal(
            ("three-days", 2),
            (CureOf(A.Esim("three-days", 2, 3, 500)).Plan.Id, CureOf(A.Esim("three-days", 2, 3, 500)).Quantity));
        Assert.Equal("line", CureOf(A.Esim("two-days", 5, 2, 500)).Plan.Id);
        Assert.True(CureOf(A.Esim("three-days", 2, 3, 500)).ChanceAfter <= 0.2);
    }

    [Fact]
    public void A_line_that_runs_out_before_it_ends_needs_more_from_today()
    {
        var cure = UsageCheckTests.Check(Solo, UsageCheckTests.Line(
            A.Esim("line", 5, 7, 3000),
            4.9), 5, A.Esim("three-days", 9, 3, 500), A.Esim("six-days", 9, 6, 900)).Cure!;

        Assert.Equal("six-days", cure.Plan.Id);
    }

    [Fact]
    public void A_daily_allowance_is_cured_by_a_pack_that_serves_the_wished_share()
    {
        var check = UsageCheckTests.Check(
            A.Trip(A.Traveler("a", 3)), UsageCheckTests.Line(A.Daily("daily", 1, 300), 12), 5, A.Esim("pack", 5, 7, 1500));

        Assert.Equal((UsageStatus.TopUp, CureKind.Pack), (check.Status, check.Cure!.Kind));
        Assert.Null(check.Cure.ChanceAfter);
        Assert.InRange(check.FullSpeedShare + (check.Cure.Quantity * 5 / check.ExpectedGbLeft), 0.85, 1.3);
    }

    [Fact]
    public void Packs_in_a_row_are_cured_for_the_cycles_together()
    {
        var check = UsageCheckTests.Check(
            A.Trip(A.Traveler("a", 1)),
            UsageCheckTests.Line(A.Esim("line", 4, 5, 1000), 3.5) with { Quantity = 2 },
            3,
            A.Esim("pack", 1, 10, 300));

        Assert.True(check.ChanceOfRunningOut > 0.5);
        Assert.Equal("pack", check.Cure!.Plan.Id);
        Assert.InRange(check.Cure.ChanceAfter!.Value, 0.05, 0.2);
    }

    private static (CureKind Kind, string Plan) Named(UsageCheck check) => (check.Cure!.Kind, check.Cure.Plan.Id);

    private static UsageCheck Check(Plan line, params IEnumerable<Plan> plans) =>
        UsageCheckTests.Check(Solo, UsageCheckTests.Line(line, 6), 5, plans);
}
