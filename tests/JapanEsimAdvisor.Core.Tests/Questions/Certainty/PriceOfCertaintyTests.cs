using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.Certainty;

public sealed class PriceOfCertaintyTests
{
    private static readonly Traveler Ann = A.Traveler("ann", 1);

    [Fact]
    public void The_advice_is_marked_where_it_lies_on_the_line()
    {
        var points = Of(A.Trip(Ann), A.Daily("one", 1, 100), A.Daily("two", 2, 200), A.Daily("three", 3, 300));

        Assert.Equal(["one", "two", "three"], points.Select(point => point.Basket.Pods[0].Pod.PlanId));
        Assert.Equal("two", Assert.Single(points, point => point.IsAdvised).Basket.Pods[0].Pod.PlanId);
        Assert.All(points, point => Assert.True(point.IsOnFrontier));
    }

    /// <summary>The one with the identity check is 10 yen a day cheaper and costs 500 yen of bother.</summary>
    [Fact]
    public void Bother_moves_the_advice_off_the_line_and_is_named()
    {
        var points = Of(
            A.Trip(Ann), A.Daily("tiny", 0.1, 10), A.Daily("checked", 3, 300) with { IdentityCheck = true }, A.Daily("plain", 3, 310));
        var advised = Assert.Single(points, point => point.IsAdvised);

        Assert.Equal(["tiny", "checked", "plain"], points.Select(point => point.Basket.Pods[0].Pod.PlanId));
        Assert.False(advised.IsOnFrontier);
        Assert.Equal(("identity-check", "beside-the-line"), (advised.Beside!.Code, advised.Beside.Notice.Code));
        Assert.Contains(KeyValuePair.Create("amount", (object)new YenAmount(500)), advised.Beside.Notice.Arguments);
        Assert.Equal([true, true, false], points.Select(point => point.IsOnFrontier));
    }

    [Fact]
    public void Hours_apart_move_a_line_each_off_the_line()
    {
        var plan = A.Unlimited("fast", 10, 3000) with { Allowance = new Allowance { Kind = AllowanceKind.Unlimited, SpeedKbps = 5000 } };
        var points = Of(A.Trip(Ann with { HoursApartPerDay = 5 }, A.Traveler("ben", 2) with { HoursApartPerDay = 5 }), plan);

        Assert.Equal(["apart"], points.Where(point => point.IsAdvised).Select(point => point.Beside?.Code));
        Assert.Equal([1, 2], points.Select(point => point.Basket.Pods.Length));
    }

    [Fact]
    public void Wishes_not_met_move_the_advice_off_the_line_too()
    {
        var found = Enumerable.Range(1, 400)
            .Select(seed => RandomParty.Of(seed, 3))
            .Select(party => PriceOfCertainty.Of(A.Advise(party.Trip, party.Catalog)))
            .SelectMany(points => points).Select(point => point.Beside?.Notice.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);

        Assert.Equal(["beside-the-line", "beside-the-line-for-the-limit"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_point_that_is_a_strategys_basket_goes_by_its_name()
    {
        var points = Of(A.Trip(Ann), A.Daily("one", 1, 100), A.Daily("three", 3, 300));

        Assert.Equal(["frontier", "per-person"], points.Select(point => point.Answer.Strategy));
    }

    [Fact]
    public void A_party_that_cannot_be_served_has_no_line()
    {
        Assert.Empty(Of(A.Trip(Ann.WithoutEsim()), A.Daily("one", 1, 100)));
    }

    /// <summary>
    /// From cheap to dear, nothing beaten on the line, the advice in it once, and off the line only where something on
    /// it costs more in total.
    /// </summary>
    [Fact]
    public void The_line_keeps_its_laws_for_random_parties()
    {
        var beside = 0;
        for (var seed = 2000; seed < 2120; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 4);
            var advice = A.Advise(trip, catalog);
            var points = PriceOfCertainty.Of(advice);
            var line = points.Where(point => point.IsOnFrontier).ToList();

            Assert.Equal(points.Select(point => point.Basket.Price).Order(), points.Select(point => point.Basket.Price));
            Assert.Equal(line.Select(point => point.Basket.ShortfallGb).OrderDescending(), line.Select(point => point.Basket.ShortfallGb));
            Assert.Equal(points.Select(point => point.Basket.Id).Distinct(), points.Select(point => point.Basket.Id));
            Assert.Equal(
                advice.Best is null ? [] : [advice.Best.Basket!.Id],
                points.Where(point => point.IsAdvised).Select(point => point.Basket.Id));
            foreach (var point in points.Where(point => !point.IsOnFrontier))
            {
                beside++;
                var next = line.Last(other => other.Basket.Price <= point.Basket.Price + 0.005);
                Assert.True(next.Basket.ShortfallGb <= point.Basket.ShortfallGb + Frontier.GrainGb, "seed " + seed);
                Assert.True(
                    (next.Basket.Unmet, next.Basket.ExpectedTotal + 1e-6).CompareTo((point.Basket.Unmet, point.Basket.ExpectedTotal)) >= 0,
                    "seed " + seed);
            }
        }

        Assert.InRange(beside, 10, 120);
    }

    private static List<CertaintyPoint> Of(Trip trip, params Plan[] plans) => [.. PriceOfCertainty.Of(A.Advise(trip, A.Catalog(plans)))];
}
