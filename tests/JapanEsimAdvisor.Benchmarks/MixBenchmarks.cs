using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Yardsticks.Peers;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>
/// The best mix, beside CP-SAT of Google OR-Tools and beside plain listing of partitions, of the same pods of the real
/// catalog. All must have found the same before anything is measured.
/// </summary>
[Config(typeof(WarmJob))]
public class MixBenchmarks
{
    private const double Rounding = 1e-6;

    private PodTable _pods = null!;

    private StrategyOffers _offers = null!;

    private SubsetSearch _listing = null!;

    [Params(4, 8, 10)]
    public int People { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _pods = SolvedParty.Of(SampleParties.Different(People), Catalogs.Of(Catalogs.Real), SampleParties.Today).Pods;
        _offers = StrategyOffers.Of(_pods, Strategies.Mix);
        _listing = new SubsetSearch(_offers);
        var found = Mix()!.Value.Aggregate(default(Score), (sum, pod) => sum + pod.Score);
        AssertSame(found, MixByListing()!.Value, Rounding);
        AssertSame(found, MixByCpSat()!.Value, CpSatPartition.ToleranceYen(_offers));
    }

    [Benchmark(Baseline = true)]
    public ImmutableArray<Pod>? Mix() => BestPods.Of(_pods, Strategies.Mix);

    [Benchmark]
    public Score? MixByCpSat() => CpSatPartition.Best(_offers);

    [Benchmark]
    public Score? MixByListing() => _listing.Best();

    private static void AssertSame(Score found, Score other, double tolerance)
    {
        if (found.Unmet != other.Unmet || Math.Abs(found.Total - other.Total) > tolerance)
        {
            throw new InvalidOperationException($"The search found {found}, the other way {other}.");
        }
    }
}
