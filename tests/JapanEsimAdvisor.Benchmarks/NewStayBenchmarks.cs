using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>The whole recommendation, flip points off, for four different people and a stay nobody asked for before.</summary>
[Config(typeof(OnceJob))]
public class NewStayBenchmarks
{
    private CatalogSnapshot _catalog = null!;

    private CatalogSnapshot _copy = null!;

    [Params(Catalogs.Real, 200, 2_000, 20_000)]
    public int Plans { get; set; }

    [GlobalSetup]
    public void SetUp() => _catalog = Catalogs.Of(Plans);

    [IterationSetup]
    public void Forget() => _copy = NewStays.CopyOf(_catalog);

    [Benchmark]
    public Recommendation RecommendNewStay() => Recommender.Recommend(SampleParties.Different(4), _copy, SampleParties.Today);
}
