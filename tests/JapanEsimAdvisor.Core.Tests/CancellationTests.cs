using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests;

/// <summary>Every search stops once nobody waits for its answer, the later ones that start from an advice too.</summary>
public sealed class CancellationTests
{
    private static readonly CatalogSnapshot Catalog = A.Catalog(A.Esim("line", 100, 10, 3000), A.Router("router", 900, 50));

    private static readonly Trip Party = A.Trip(A.Traveler("a", 0.3), A.Traveler("b", 0.6), A.Traveler("c", 0.9));

    public static TheoryData<string, Action<Recommendation>> LaterSearches => new()
    {
        { "price of certainty", advice => PriceOfCertainty.Of(advice) },
        { "flip points", advice => FlipPoints.Of(advice) },
        { "cost curves", advice => CostCurves.Of(advice) },
        { "runners-up", advice => new WhyNot(advice).RunnersUp(3) },
        { "one plan", advice => new WhyNot(advice).Of(advice.Catalog.Plans.First(plan => !advice.Best!.Basket!.Holds(plan.Id))) },
        { "what others would pay", advice => new OwnPrices(advice).Of(advice.Pods.SubParties.Everybody) },
    };

    [Fact]
    public void A_search_that_nobody_waits_for_does_not_begin() =>
        Assert.Throws<OperationCanceledException>(
            () => Recommender.Recommend(Party, Catalog, A.Today, new CancellationToken(canceled: true)));

    [Theory]
    [MemberData(nameof(LaterSearches))]
    public void A_later_search_stops_with_the_one_that_it_starts_from(string name, Action<Recommendation> search)
    {
        using var gone = new CancellationTokenSource();
        var advice = Recommender.Recommend(Party, Catalog, A.Today, gone.Token);
        search(A.Advise(Party, Catalog));
        gone.Cancel();

        Assert.True(Record.Exception(() => search(advice)) is OperationCanceledException, name);
    }
}
