using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>The whole recommendation, flip points off, for a stay that was asked for before.</summary>
[Config(typeof(WarmJob))]
public class RecommendationBenchmarks
{
    private CatalogSnapshot _catalog = null!;

    private Trip _trip = null!;

    [Params(Catalogs.Real, 200, 2_000, 20_000)]
    public int Plans { get; set; }

    [Params("1", "4 different", "8 different", "10 different", "12 different", "40 of 4 kinds")]
    public string Party { get; set; } = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _catalog = Catalogs.Of(Plans);
        _trip = Party.Contains("kinds", StringComparison.Ordinal)
            ? SampleParties.OfKinds(4, 10)
            : SampleParties.Different(int.Parse(Party.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Benchmark]
    public Recommendation Recommend() => Recommender.Recommend(_trip, _catalog, SampleParties.Today);
}
