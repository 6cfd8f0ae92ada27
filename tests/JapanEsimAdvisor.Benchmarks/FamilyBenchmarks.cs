using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>
/// What a result page reckons for a family of four: the recommendation and its flip points, for a stay that was asked
/// for before.
/// </summary>
[Config(typeof(WarmJob))]
public class FamilyBenchmarks
{
    private CatalogSnapshot _catalog = null!;

    [Params(Catalogs.Real, 2_000)]
    public int Plans { get; set; }

    [GlobalSetup]
    public void SetUp() => _catalog = Catalogs.Of(Plans);

    [Benchmark]
    public FlipPoints RecommendationAndFlipPoints() =>
        FlipPoints.Of(Recommender.Recommend(SampleParties.FamilyOfFour, _catalog, SampleParties.Today));
}
