using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Tests;

/// <summary>Whole advice for small parties: which answer is recommended and why the others are not.</summary>
public sealed class RecommenderTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000);

    private static readonly Plan Router = A.Router("router", 900, 50);

    [Fact]
    public void All_four_strategies_are_answered_in_order()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b")), A.Catalog(Line, Router));

        Assert.Equal(["per-person", "shared-hotspot", "pocket-wifi", "mix"], advice.Answers.Select(answer => answer.Strategy));
        Assert.All(advice.Answers, answer => Assert.True(answer.IsFeasible));
    }

    [Fact]
    public void A_mix_that_is_another_strategy_goes_by_its_plainer_name()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a")), A.Catalog(Line));

        Assert.Equal("per-person", advice.Recommended);
        Assert.Equal(advice.Best!.Basket!.Id, advice.Answer("mix").Basket!.Id);
        Assert.Equal(["cheapest-that-suits", "same-as"], advice.Best.Reasons.Codes());
        Assert.Contains(new KeyValuePair<string, object>("strategy", new NamedCode("strategy", "mix")), advice.Best.Reasons[1].Arguments);
    }

    [Fact]
    public void A_couple_that_is_never_apart_shares_a_hotspot_where_lines_are_dear()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b")), A.Catalog(Line));

        Assert.Equal("shared-hotspot", advice.Recommended);
        Assert.Equal(("a", "b"), (advice.Best!.Basket!.Pods[0].Host, advice.Best.Basket.Pods[0].Clients[0].Traveler));
    }

    [Fact]
    public void Who_walks_apart_gets_a_line_of_their_own()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b") with { HoursApartPerDay = 4 }), A.Catalog(Line));

        Assert.Equal("per-person", advice.Recommended);
        var shared = advice.Answer("shared-hotspot");
        Assert.Equal(["costs-more", "loses-most-by"], shared.Reasons.Codes());
        Assert.Equal(new NamedCode("cost", "apart"), shared.Reasons[1].Arguments.Single(argument => argument.Key == "cost").Value);
        Assert.Equal(new YenAmount(6000), shared.Reasons[1].Arguments.Single(argument => argument.Key == "amount").Value);
    }

    [Fact]
    public void A_mix_that_is_nothing_else_is_recommended_as_a_mix()
    {
        var alone = A.Traveler("c", 0.8) with { HoursApartPerDay = 5 };
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b"), alone), A.Catalog(Line));

        Assert.Equal("mix", advice.Recommended);
        Assert.Equal(2, advice.Best!.Basket!.Pods.Length);
        Assert.Contains("saves-against", advice.Best.Reasons.Codes());
    }

    [Fact]
    public void What_the_mix_saves_against_another_is_the_difference_of_their_totals()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b")), A.Catalog(Line));
        var saving = advice.Best!.Reasons.Single(reason => reason.Code == "saves-against");
        var difference = advice.Answer("per-person").Basket!.ExpectedTotal - advice.Best.Basket!.ExpectedTotal;

        Assert.Equal(new NamedCode("strategy", "per-person"), saving.Arguments[0].Value);
        Assert.Equal(difference, (double)((YenAmount)saving.Arguments[1].Value).Yen, 6);
    }

    [Fact]
    public void An_unmet_limit_is_answered_and_never_called_suitable()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a", 5)), A.Catalog(A.Esim("small", 1, 10, 500)));

        Assert.Equal(["closest-to-suiting", "same-as"], advice.Best!.Reasons.Codes());
        Assert.Contains("over-limit", advice.Best.Warnings.Codes());
        Assert.Equal(1, advice.Best.Basket!.Unmet);
    }

    [Fact]
    public void Meeting_the_limit_comes_before_the_price()
    {
        var advice = A.Advise(
            A.Trip(A.Traveler("a", 2)),
            A.Catalog(A.Esim("small", 4, 10, 500) with { SellerId = "x" }, A.Esim("large", 90, 10, 20000)));

        Assert.Equal("large", advice.Best!.Basket!.Pods[0].Pod.PlanId);
    }

    [Fact]
    public void An_answer_that_misses_the_limit_says_for_how_many()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a", 2), A.Traveler("b", 2)), A.Catalog(Line, A.Router("slow", 100, 0.5)));
        var router = advice.Answer("pocket-wifi");

        Assert.Equal("over-limit", router.Reasons[0].Code);
        Assert.Equal(2, router.Reasons[0].Arguments[0].Value);
        Assert.DoesNotContain("cheapest-that-suits", router.Reasons.Codes());
    }

    [Fact]
    public void Nobody_who_needs_nothing_buys_anything()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("baby", 0)), A.Catalog(Line));

        Assert.Equal((PodKind.NoLine, 0), (advice.Best!.Basket!.Pods[1].Pod.Kind, advice.Best.Basket.Pods[1].Pod.Cost.Total));
        Assert.Equal("per-person", advice.Recommended);
    }

    [Fact]
    public void Too_many_different_people_are_refused_by_the_product_of_their_kinds()
    {
        var people = Enumerable.Range(0, 15).Select(person => A.Traveler("p" + person, 0.1 + (person * 0.01))).ToArray();

        Assert.Equal(32_768, Recommender.SubParties(A.Trip(people), A.Catalog(Line)));
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Advise(A.Trip(people), A.Catalog(Line)));
        Assert.Equal(SubParties.Most, Recommender.SubParties(A.Trip(people[1..]), A.Catalog(Line)));
    }

    [Fact]
    public void A_school_class_of_forty_alike_is_advised()
    {
        var advice = A.Advise(A.Trip(A.Traveler("pupil") with { Count = 40 }), A.Catalog(Line, Router));

        Assert.Equal(40, advice.Best!.Basket!.Pods.Sum(placed => placed.Pod.Members.People * placed.Times));
    }

    [Theory]
    [InlineData("2027-04-20", "trip-over")]
    [InlineData("2027-04-03", "trip-started")]
    public void A_trip_that_began_or_is_over_is_still_advised(string today, string warning)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        var advice = Recommender.Recommend(A.Trip(A.Traveler("a")), A.Catalog(Line), day, TestContext.Current.CancellationToken);

        Assert.Contains(warning, advice.Best!.Warnings.Codes());
    }

    [Fact]
    public void A_trip_under_way_is_advised_for_the_days_that_are_left()
    {
        var (trip, catalog) = (A.Trip(A.Traveler("a")), A.Catalog(A.Daily("daily", 2, 300)));
        var lastDay = Recommender.Recommend(trip, catalog, trip.Stay.Departure, TestContext.Current.CancellationToken);

        Assert.Equal(1, lastDay.Best!.Basket!.Pods[0].Pod.Bundle!.Items[0].Days);
        Assert.Equal(trip.Stay.Arrival, lastDay.Trip.Stay.Began);
    }

    [Fact]
    public void A_small_child_without_a_phone_buys_nothing()
    {
        var child = A.Typical("child") with { HasPhone = false, NeverAlone = true };
        var advice = A.Advise(A.Trip(A.Traveler("a"), child), A.Catalog(Line));

        Assert.All(advice.Answers.Where(answer => answer.Basket is not null), answer =>
            Assert.Equal(PodKind.NoLine, answer.Basket!.Pods.Single(placed => placed.Host == "child").Pod.Kind));
    }

    [Fact]
    public void Work_is_never_served_by_a_plan_whose_hotspot_is_not_known()
    {
        var catalog = A.Catalog(A.Esim("cheap", 100, 10, 500).Tethers(TetherPolicy.Unknown), A.Esim("known", 100, 10, 3000));

        Assert.Equal("known", A.Advise(A.Trip(A.Typical("a", "work")), catalog).Best!.Basket!.Pods[0].Pod.PlanId);
        Assert.Equal("cheap", A.Advise(A.Trip(A.Typical("a")), catalog).Best!.Basket!.Pods[0].Pod.PlanId);
    }

    [Fact]
    public void Under_way_no_counter_at_the_airport_is_left_but_over_is_as_on_the_day_of_arrival()
    {
        var (trip, catalog) = (A.Trip(A.Traveler("a")), A.Catalog(Router));

        Assert.Null(Recommender.Recommend(trip, catalog, new DateOnly(2027, 4, 3), TestContext.Current.CancellationToken).Recommended);
        Assert.Null(Recommender.Recommend(trip, catalog, trip.Stay.Departure, TestContext.Current.CancellationToken).Recommended);
        Assert.Equal(
            "pocket-wifi",
            Recommender.Recommend(trip, catalog, new DateOnly(2027, 4, 20), TestContext.Current.CancellationToken).Recommended);
    }

    [Fact]
    public void The_type_of_everybody_can_be_asked_for()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b", 2)), A.Catalog(Line));

        Assert.Equal(2, advice.TypeOf("b").Demand.GbPerDay);
    }
}
