using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Certainty;

namespace JapanEsimAdvisor.Core.Tests.Questions.Certainty;

public sealed class FrontierTests
{
    [Fact]
    public void A_party_that_cannot_be_served_has_none()
    {
        Assert.Empty(Frontier.Solve(A.Advise(A.Trip(A.Traveler("a").WithoutEsim()), A.Catalog(A.Esim("line", 5, 10, 1000))).Party));
    }

    [Fact]
    public void Certainty_is_bought_from_the_cheapest_on()
    {
        var points = Points(
            A.Daily("one", 1, 100), A.Daily("two", 2, 200), A.Daily("dear", 2, 300), A.Daily("three", 3, 300), A.Daily("worse", 0.5, 150));

        Assert.Equal(["one", "two", "three"], points.Select(point => point.Plan));
        Assert.Equal(points.Select(point => point.Price).Order(), points.Select(point => point.Price));
        Assert.Equal(points.Select(point => point.Shortfall).OrderDescending(), points.Select(point => point.Shortfall));
    }

    [Fact]
    public void Of_equal_prices_only_the_shorter_shortfall_is_shown()
    {
        Assert.Equal(["two"], Points(A.Daily("one", 1, 200), A.Daily("two", 2, 200)).Select(point => point.Plan));
    }

    [Fact]
    public void A_second_line_that_adds_no_certainty_is_not_shown()
    {
        var plan = A.Unlimited("fast", 10, 3000) with { Allowance = new Allowance { Kind = AllowanceKind.Unlimited, SpeedKbps = 5000 } };
        var baskets = Frontier.Solve(A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b", 2)), A.Catalog(plan)).Party);

        Assert.Single(Assert.Single(baskets));
    }

    [Fact]
    public void Limits_and_inconvenience_do_not_move_the_frontier()
    {
        var plans = new[] { A.Daily("tiny", 0.1, 10), A.Daily("checked", 3, 300) with { IdentityCheck = true }, A.Daily("plain", 3, 310) };

        Assert.Equal(["tiny", "checked"], Points(plans).Select(point => point.Plan));
    }

    private static List<(string Plan, double Price, double Shortfall)> Points(params Plan[] plans) =>
        [.. Frontier.Solve(A.Advise(A.Trip(A.Traveler("a", 1)), A.Catalog(plans)).Party)
            .Select(pods => (pods[0].PlanId, pods[0].Cost.Price, pods[0].Risk.ShortfallGb))];
}
