using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.CostRanges;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;
using Person = JapanEsimAdvisor.Core.Tests.Oracles.TripSimulation.Person;
using Spending = JapanEsimAdvisor.Core.Tests.Oracles.TripSimulation.Spending;

namespace JapanEsimAdvisor.Core.Tests.Questions.CostRanges;

/// <summary>What is really paid: by hand, against the expectation shown beside it, and against simulated trips.</summary>
public sealed class CostRangeTests
{
    private const int Trips = 40_000;

    /// <summary>A yen more or less is no other amount.</summary>
    private const double Yen = 1;

    private static readonly Plan TenDays = A.Esim("line", 7, 10, 3000).OwnTopUp(2, 900);

    [Fact]
    public void A_line_that_lasts_costs_its_price_at_every_percentile()
    {
        var (range, _) = RangeOf(A.Trip(A.Traveler("a", 0.2)), TenDays);

        Assert.Equal(new CostRange(3000, 3000, 3000), range);
    }

    [Fact]
    public void One_line_pays_as_many_packs_as_the_quantiles_of_its_use_need()
    {
        var (range, basket) = RangeOf(A.Trip(Alone("a", 0.9)), TenDays);
        var use = basket.Pods[0].Pod.Bundle!.Use.Of(basket.Pods[0].Pod.Demand, 0);
        double Paid(double chance) => 3000 + (900 * Enumerable.Range(0, 50).First(packs => use.ChanceOver(7 + (2 * packs)) <= 1 - chance));

        Assert.Equal((Paid(0.1), Paid(0.5), Paid(0.9)), (range.P10, Math.Round(range.P50, 2), Math.Round(range.P90, 2)));
        Assert.Equal((3000, 3900), (range.P10, Math.Round(range.P50, 2)));
    }

    [Fact]
    public void A_plan_that_slows_costs_nothing_more()
    {
        var (range, basket) = RangeOf(A.Trip(A.Traveler("a", 2)), A.Esim("line", 5, 10, 3000).Slows(128));

        Assert.Equal(0.95, basket.Pods[0].Pod.Risk.ChanceOfRunningOut!.Value, 0.05);
        Assert.Equal(new CostRange(3000, 3000, 3000), range);
    }

    [Fact]
    public void Pay_as_you_go_costs_what_the_use_costs()
    {
        var (range, basket) = RangeOf(A.Trip(A.Traveler("a", 1)), A.PayAsYouGo("payg", 400));
        var use = basket.Pods[0].Pod.Demand.Over(10, 10);

        Assert.Equal(0.9, use.ChanceOver(range.P10 / 400), 0.005);
        Assert.Equal(0.5, use.ChanceOver(range.P50 / 400), 0.005);
        Assert.Equal(0.1, use.ChanceOver(range.P90 / 400), 0.005);
    }

    [Fact]
    public void Nobody_who_buys_nothing_pays_nothing()
    {
        Assert.Equal(new CostRange(0, 0, 0), RangeOf(A.Trip(A.Traveler("a", 0)), TenDays).Range);
    }

    [Theory]
    [MemberData(nameof(Parties))]
    public void The_mean_of_the_range_is_price_and_expected_top_ups(string name, Trip trip, Plan plan)
    {
        var advice = Advise(trip, plan);
        foreach (var basket in advice.Answers.Select(answer => answer.Basket).OfType<Basket>())
        {
            var expected = basket.Pods.Sum(placed => (placed.Pod.Cost.Price + placed.Pod.Cost.TopUps) * placed.Times);
            var surely = basket.Pods.Sum(placed => (placed.Pod.Bundle?.FixedYen ?? 0) * placed.Times);

            Assert.True(
                Math.Abs(surely + CostRange.ExtraYen(basket, advice.Hosts, advice.Catalog.Usage.Spread).Mean - expected) <= 1e-6 * expected,
                name);
        }
    }

    public static TheoryData<string, Trip, Plan> Parties => new()
    {
        { "one", A.Trip(Alone("a", 0.9)), TenDays },
        { "three alike", A.Trip(Alone("a", 0.9) with { Count = 3 }), TenDays },
        { "two unlike", A.Trip(Alone("a", 0.9), A.Typical("b") with { HoursApartPerDay = 8 }), TenDays },
        { "in a row", A.Trip(Alone("a", 0.9), A.Typical("b") with { HoursApartPerDay = 8 }), A.Esim("line", 4, 7, 2000).OwnTopUp(1, 500) },
        { "by the gigabyte", A.Trip(Alone("a", 0.9), Alone("b", 0.4)), Charged },
        { "pay as you go", A.Trip(Alone("a", 0.9), A.Typical("b")), A.PayAsYouGo("payg", 400) },
        { "hotspot", A.Trip(A.Traveler("a"), A.Typical("b"), A.Typical("c")), A.Esim("line", 20, 10, 3000).OwnTopUp(3, 1200) },
    };

    private static Plan Charged => A.Esim("line", 7, 10, 3000) with
    {
        Allowance = A.Fixed(7, AfterAction.Charged) with { AfterPricePerGb = A.Yen(700) },
    };

    [Fact]
    public void Three_lines_cost_what_they_cost_on_simulated_trips()
    {
        var (range, basket) = RangeOf(A.Trip(Alone("a", 0.9), Alone("b", 0.7), A.Typical("c") with { HoursApartPerDay = 8 }), TenDays);
        CycleRun[] tenDays = [new(1, 10, 7)];
        List<Spending> pods = [Packs([new(0.9, 0.2)], tenDays), Packs([new(0.7, 0.2)], tenDays), Packs([new(0.7, 0.5)], tenDays)];

        Assert.Equal(3, basket.Pods.Length);
        Agrees(range, 9000, new TripSimulation(21).Spendings(pods, Trips));
    }

    [Fact]
    public void Packs_in_a_row_cost_what_they_cost_on_simulated_trips()
    {
        var (range, _) = RangeOf(
            A.Trip(Alone("a", 0.9), A.Typical("b") with { HoursApartPerDay = 8 }),
            A.Esim("line", 7, 7, 2000).OwnTopUp(2, 900));
        CycleRun[] weeks = [new(1, 7, 7), new(1, 3, 7)];

        Agrees(range, 8000, new TripSimulation(22).Spendings([Packs([new(0.9, 0.2)], weeks), Packs([new(0.7, 0.5)], weeks)], Trips));
    }

    [Fact]
    public void Six_alike_cost_what_they_cost_on_simulated_trips()
    {
        var (range, basket) = RangeOf(A.Trip(Alone("a", 0.8) with { Count = 6 }), TenDays);
        var pod = Packs([new(0.8, 0.2)], [new(1, 10, 7)]);

        Assert.Equal(6, Assert.Single(basket.Pods).Times);
        Agrees(range, 18000, new TripSimulation(23).Spendings([.. Enumerable.Repeat(pod, 6)], Trips));
    }

    [Fact]
    public void By_the_gigabyte_costs_what_it_costs_on_simulated_trips()
    {
        var (range, _) = RangeOf(A.Trip(Alone("a", 0.9), Alone("b", 0.7)), Charged);
        CycleRun[] tenDays = [new(1, 10, 7)];

        Agrees(range, 6000, new TripSimulation(24).Spendings([ByGb(0.9, tenDays), ByGb(0.7, tenDays)], Trips));
    }

    [Fact]
    public void A_shared_line_costs_what_it_costs_on_simulated_trips()
    {
        var advice = Advise(A.Trip(A.Traveler("a"), A.Traveler("b", 0.5), A.Typical("c")), A.Esim("line", 20, 10, 3000).OwnTopUp(3, 1200));
        var basket = advice.Answer("shared-hotspot").Basket!;
        var pod = new Spending(new([new(0.7, 0.2), new(0.5, 0.2), new(0.7, 0.5)], [new(1, 10, 20)]), 3, 1200, 0);

        Assert.Equal(PodKind.Hotspot, Assert.Single(basket.Pods).Pod.Kind);
        Agrees(CostRange.Of(basket, advice.Hosts, A.Usage.Spread), 3000, new TripSimulation(25).Spendings([pod], Trips));
    }

    private static Spending Packs(Person[] people, CycleRun[] runs) => new(new(people, runs), 2, 900, 0);

    private static Spending ByGb(double gb, CycleRun[] runs) => new(new([new(gb, 0.2)], runs), 1, 0, 700);

    /// <summary>At least a share q of the trips cost no more, and at most that share less.</summary>
    private static void Agrees(CostRange range, double surely, double[] paid)
    {
        Assert.All([(0.1, range.P10), (0.5, range.P50), (0.9, range.P90)], quantile =>
        {
            var (chance, yen) = quantile;
            Assert.InRange(Share(paid, surely, yen + Yen), chance - 0.015, 1);
            Assert.InRange(Share(paid, surely, yen - Yen), 0, chance + 0.015);
        });
    }

    private static double Share(double[] paid, double surely, double yen) =>
        (double)paid.Count(extra => surely + extra <= yen) / paid.Length;

    private static (CostRange Range, Basket Basket) RangeOf(Trip trip, Plan plan)
    {
        var advice = Advise(trip, plan);
        return (CostRange.Of(advice.Answer("per-person").Basket!, advice.Hosts, A.Usage.Spread), advice.Answer("per-person").Basket!);
    }

    /// <summary>The plan once, or as many in a row as the days need: the wish lets nobody buy two at once.</summary>
    private static Recommendation Advise(Trip trip, Plan plan) => A.Advise(trip with { MaxChanceOfRunningOut = 1 }, A.Catalog(plan));

    private static Traveler Alone(string id, double gb) => A.Traveler(id, gb) with { HoursApartPerDay = 8 };
}
