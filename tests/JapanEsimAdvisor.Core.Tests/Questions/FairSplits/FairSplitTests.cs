using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Tests.Questions.FairSplits;

/// <summary>Splits worked by hand.</summary>
public sealed class FairSplitTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000);

    [Fact]
    public void Fees_are_shared_equally_and_data_by_expected_use()
    {
        var split = Split(A.Trip(A.Traveler("a", 1), A.Traveler("b", 2)), "JPY", Line with { Fees = [A.Fee(300, FeePer.Order)] });

        Assert.Equal([("a", 1, 1150m), ("b", 1, 2150m)], Heads(split));
        Assert.Equal([new Transfer("b", 1, "a", A.Yen(2150))], split.Shares.Transfers);
        Assert.Equal((true, false, false), (split.IsStable, split.Adjusted, split.IsImpossible));
    }

    [Fact]
    public void Cents_go_to_the_largest_remainder()
    {
        var split = Split(A.Trip(A.Traveler("a", 1), A.Traveler("b", 2)), "EUR", Line with { Fees = [A.Fee(300, FeePer.Order)] });

        Assert.Equal([("a", 1, 7.19m), ("b", 1, 13.44m)], Heads(split));
    }

    [Theory]
    [InlineData("JPY", 334, 1, 333, 1000)]
    [InlineData("EUR", 2.09, 1, 2.08, 6.25)]
    [InlineData("KWD", 0.68, 2, 0.679, 2.039)]
    public void People_alike_differ_by_at_most_one_minor_unit(string currency, double more, int heads, double less, double price)
    {
        var split = Split(A.Trip(A.Traveler("a") with { Count = 3 }), currency, A.Esim("line", 100, 10, 1000));

        Assert.Equal([("a", heads, (decimal)more), ("a", 3 - heads, (decimal)less)], Heads(split));
        Assert.Equal(2, split.Shares.Transfers.Sum(transfer => transfer.Count));
        Assert.Equal(new Money((decimal)price, currency), split.Shares.Of("a"));
    }

    [Fact]
    public void Among_people_alike_the_buyer_takes_the_odd_yen_then_the_order_of_the_request()
    {
        var split = Split(A.Trip(A.Traveler("z"), A.Traveler("m"), A.Traveler("a")), "JPY", A.Esim("line", 100, 10, 1001));

        Assert.Equal([("z", 1, 334m), ("m", 1, 334m), ("a", 1, 333m)], Heads(split));
        Assert.Equal([new Transfer("m", 1, "z", A.Yen(334)), new Transfer("a", 1, "z", A.Yen(333))], split.Shares.Transfers);
    }

    [Fact]
    public void A_plan_without_a_cap_is_shared_equally()
    {
        var unlimited = A.Unlimited("line", 10, 3000);
        var slow = unlimited with { Allowance = unlimited.Allowance with { SpeedKbps = 5000 } };

        Assert.Equal(
            [("a", 1, 1500m), ("b", 1, 1500m)],
            Heads(Split(A.Trip(A.Traveler("a", 0.2), A.Traveler("b", 0.9)), "JPY", unlimited)));
        Assert.Equal([("a", 1, 1500m), ("b", 1, 1500m)], Heads(Split(A.Trip(A.Traveler("a", 0.2), A.Traveler("b", 0.9)), "JPY", slow)));
    }

    [Fact]
    public void Pay_as_you_go_is_paid_by_who_uses_it_but_for_its_base_price()
    {
        var plan = A.PayAsYouGo("payg", 100) with { Prices = [A.Price(30, 4000)] };

        Assert.Equal([("a", 1, 3000m), ("b", 1, 4000m)], Heads(Split(A.Trip(A.Traveler("a", 1), A.Traveler("b", 2)), "JPY", plan)));
    }

    [Fact]
    public void Where_nobody_uses_data_everybody_pays_the_same()
    {
        var trip = A.Trip(
            A.Traveler("a", 0) with { ReachableWhenApart = true },
            A.Traveler("b", 0) with { ReachableWhenApart = true, KeepsHomeLine = false });

        Assert.Equal([("a", 1, 1500m), ("b", 1, 1500m)], Heads(Split(trip, "JPY", Line)));
    }

    [Fact]
    public void Who_needs_no_line_pays_nothing()
    {
        var split = Split(A.Trip(A.Traveler("a"), A.Traveler("b", 0)), "JPY", Line);

        Assert.Equal([("a", 1, 3000m), ("b", 1, 0m)], Heads(split));
        Assert.Empty(split.Shares.Transfers);
    }

    [Fact]
    public void Everybody_on_a_line_of_their_own_pays_for_it()
    {
        var split = Split(A.Trip(A.Traveler("a") with { Count = 2, HoursApartPerDay = 9 }), "JPY", Line);

        Assert.Equal([("a", 2, 3000m)], Heads(split));
        Assert.Empty(split.Shares.Transfers);
        Assert.True(split.IsStable);
    }

    [Fact]
    public void Top_ups_and_hassle_are_not_split()
    {
        var (advice, basket) = Advice(A.Trip(A.Traveler("a", 3), A.Traveler("b", 3)), A.Esim("line", 62, 10, 3000));
        var sheet = CostSheet.Of(basket, 2, 10, "JPY", A.Rates);

        Assert.True(sheet.ExpectedTopUps.Amount > 0 && sheet.Inconvenience.Amount > 0);
        Assert.Equal(sheet.Price.Amount, FairShares.Plain(basket, advice, "JPY").Heads.Sum(head => head.PerHead.Amount * head.Count));
    }

    [Fact]
    public void A_heavy_user_who_would_pay_less_alone_is_brought_down_to_that_and_the_others_take_it_over()
    {
        var plans = new[] { A.Esim("all", 40, 10, 3000), A.Esim("heavy", 27, 10, 2400), A.Esim("light", 4, 10, 2000) };
        var trip = A.Trip(A.Traveler("a", 0.2), A.Traveler("b", 0.2), A.Traveler("c", 2));
        var (advice, basket) = Advice(trip, plans);

        Assert.Equal([("a", 1, 250m), ("b", 1, 250m), ("c", 1, 2500m)], FairShares.Plain(basket, advice, "JPY").Heads.Select(TextOf));

        var split = FairSplit.Of(basket, advice, "JPY", new OwnPrices(advice));
        Assert.Equal([("a", 1, 300m), ("b", 1, 300m), ("c", 1, 2400m)], Heads(split));
        Assert.Equal((true, true, false), (split.IsStable, split.Adjusted, split.IsImpossible));
    }

    /// <summary>Either light user could join the heavy one for 2,400 yen, so that the other must pay at least 600.</summary>
    [Fact]
    public void Groups_that_overlap_are_heard_one_after_the_other()
    {
        var plans = new[] { A.Esim("all", 40, 10, 3000), A.Esim("heavy", 30, 10, 2400), A.Esim("light", 4, 10, 2000) };
        var split = Split(A.Trip(A.Traveler("a", 0.2), A.Traveler("b", 0.2), A.Traveler("c", 2)), "JPY", plans);

        Assert.Equal([("a", 1, 600m), ("b", 1, 600m), ("c", 1, 1800m)], Heads(split));
        Assert.Equal((true, true), (split.IsStable, split.Adjusted));
    }

    /// <summary>Sharing costs 100 yen more than two small lines, and spares more hassle than that.</summary>
    [Fact]
    public void Where_apart_costs_less_than_together_no_split_can_please_all()
    {
        var plans = new[] { A.Esim("big", 100, 1, 2000), A.Esim("small", 50, 1, 950).Tethers(TetherPolicy.Forbidden) };
        var split = Split(A.Days(1).For(A.Traveler("a"), A.Traveler("b")), "JPY", plans);

        Assert.Equal([("a", 1, 1000m), ("b", 1, 1000m)], Heads(split));
        Assert.Equal((false, false, true), (split.IsStable, split.Adjusted, split.IsImpossible));
        Assert.Equal([new TravelerCount("a", 1)], split.BlockedBy);
        Assert.Equal((A.Yen(50), A.Yen(100)), (split.Saves, split.SavedApart));
    }

    [Fact]
    public void A_strategy_that_is_dearer_than_the_advice_is_blocked_by_everybody_in_the_pod()
    {
        var trip = A.Trip(A.Traveler("a"), A.Traveler("b"));
        var advice = A.Advise(trip, A.Catalog(Line, A.Router("router", 900, 50)));
        var split = FairSplit.Of(advice.Answer("pocket-wifi").Basket!, advice, "JPY", new OwnPrices(advice));

        Assert.Equal([new TravelerCount("a", 1), new TravelerCount("b", 1)], split.BlockedBy);
        Assert.Equal((A.Yen(6000), A.Yen(6000), true), (split.Saves, split.SavedApart, split.IsImpossible));
    }

    [Fact]
    public void A_group_whose_own_advice_runs_short_does_not_count()
    {
        var trip = A.Trip(A.Traveler("a").WithoutEsim() with { KeepsHomeLine = false }, A.Traveler("b"));
        var split = Split(trip, "JPY", Line, A.Sim("tiny", 1, 10, 100).Tethers(TetherPolicy.Forbidden));

        Assert.Equal([("a", 1, 1500m), ("b", 1, 1500m)], Heads(split));
        Assert.True(split.IsStable);
    }

    [Fact]
    public void Pods_alike_are_split_together()
    {
        var trip = A.Trip(A.Traveler("a") with { Phone = "one-client", Count = 4 });
        var split = Split(trip, "JPY", A.Esim("line", 100, 10, 3001));

        Assert.Equal([("a", 2, 1501m), ("a", 2, 1500m)], Heads(split));
        Assert.Equal([new Transfer("a", 2, "a", A.Yen(1500))], split.Shares.Transfers);
    }

    [Fact]
    public void Forty_alike_are_a_chain_of_forty_groups()
    {
        var trip = A.Trip(A.Traveler("a", 0.3) with { Count = 40 });
        var split = Split(trip, "JPY", A.Router("router", 900, 100, 80));

        Assert.Equal([("a", 40, 225m)], Heads(split));
        Assert.Equal([new Transfer("a", 39, "a", A.Yen(225))], split.Shares.Transfers);
        Assert.True(split.IsStable);
    }

    private static FairSplit Split(Trip trip, string currency, params Plan[] plans)
    {
        var (advice, basket) = Advice(trip, plans);
        return FairSplit.Of(basket, advice, currency, new OwnPrices(advice));
    }

    private static (Recommendation Advice, Basket Basket) Advice(Trip trip, params Plan[] plans)
    {
        var advice = A.Advise(trip, A.Catalog(plans));
        return (advice, advice.Best!.Basket!);
    }

    private static IEnumerable<(string Traveler, int Count, decimal PerHead)> Heads(FairSplit split) =>
        split.Shares.Heads.Select(TextOf);

    private static (string Traveler, int Count, decimal PerHead) TextOf(HeadShare head) =>
        (head.Traveler, head.Count, head.PerHead.Amount);
}
