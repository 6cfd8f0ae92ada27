using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>
/// What a result page reckons for a family of four, for a stay nobody asked for before; the lengths tried for flip
/// points are as new.
/// </summary>
[Config(typeof(OnceJob))]
public class NewStayFamilyBenchmarks
{
    private CatalogSnapshot _catalog = null!;

    private CatalogSnapshot _copy = null!;

    [Params(Catalogs.Real, 2_000)]
    public int Plans { get; set; }

    [GlobalSetup]
    public void SetUp() => _catalog = Catalogs.Of(Plans);

    [IterationSetup]
    public void Forget() => _copy = NewStays.CopyOf(_catalog);

    [Benchmark]
    public FlipPoints NewStayAndFlipPoints() =>
        FlipPoints.Of(Recommender.Recommend(SampleParties.FamilyOfFour, _copy, SampleParties.Today));
}
