using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Optimizer;
using JapanEsimAdvisor.Yardsticks.Peers;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>
/// The search beside CP-SAT of Google OR-Tools, one worker, and beside plain listing of partitions, on the same pods of the real catalog. The solver is handed
/// its pods; the frontier's own time includes finding them. Both must have found the same before anything is measured.
/// </summary>
[Config(typeof(SlowJob))]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PeerBenchmarks
{
    private const double Rounding = 1e-6;

    private PodTable _pods = null!;

    private StrategyOffers _offers = null!;

    private SubsetSearch _listing = null!;

    private CpSatFrontier _solver = null!;

    [Params(8, 10)]
    public int People { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var (trip, catalog) = (SampleParties.Different(People), Catalogs.Of(Catalogs.Real));
        var party = SolvedParty.Of(trip, catalog, SampleParties.Today);
        _pods = party.Pods;
        _offers = StrategyOffers.Of(_pods, new Mix());
        _listing = new SubsetSearch(_offers);
        _solver = new CpSatFrontier(FrontierOffers.Of(trip, catalog, party));
        AssertSameOptimum();
        AssertSameFrontier();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("frontier")]
    public ImmutableArray<ImmutableArray<Pod>> CertaintyFrontier() => Frontier.Solve(_pods);

    [Benchmark]
    [BenchmarkCategory("frontier")]
    public ImmutableArray<CpSatPoint> CertaintyFrontierByCpSat() => _solver.Solve();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("cheapest mix")]
    public ImmutableArray<Pod>? Mix() => PartyPartition.Solve(_pods, new Mix());

    [Benchmark]
    [BenchmarkCategory("cheapest mix")]
    public Score? MixByCpSat() => CpSatPartition.Best(_offers);

    [Benchmark]
    [BenchmarkCategory("cheapest mix")]
    public Score? MixByListing() => _listing.Best();

    private void AssertSameOptimum()
    {
        var found = Mix()!.Value.Aggregate(default(Score), (sum, pod) => sum + new Score(0, 0, pod.Unmet, pod.Cost.Total));
        AssertSame(found, MixByListing()!.Value, Rounding);
        AssertSame(found, MixByCpSat()!.Value, CpSatPartition.ToleranceYen(_offers));
    }

    private static void AssertSame(Score found, Score other, double tolerance)
    {
        if (found.Unmet != other.Unmet || Math.Abs(found.Total - other.Total) > tolerance)
        {
            throw new InvalidOperationException($"The search found {found}, the other way {other}.");
        }
    }

    private void AssertSameFrontier()
    {
        var (found, other) = (CertaintyFrontier(), CertaintyFrontierByCpSat());
        if (found.Length != other.Length || !found.Zip(other).All(pair => IsSame(pair.First, pair.Second)))
        {
            throw new InvalidOperationException($"The search found {found.Length} baskets, the solver {other.Length}, or they differ.");
        }
    }

    private bool IsSame(ImmutableArray<Pod> found, CpSatPoint other) =>
        Math.Abs(found.Sum(pod => pod.Cost.Price) - other.Price) <= _solver.ToleranceYen
        && Math.Abs(found.Sum(pod => pod.Risk.ShortfallGb) - other.ShortfallGb) <= _solver.ToleranceGb;
}
