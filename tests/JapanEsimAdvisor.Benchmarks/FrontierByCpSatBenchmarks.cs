using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Yardsticks.Peers;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>
/// Some baskets of the frontier by CP-SAT of Google OR-Tools, one worker, evenly spread from the cheapest to the
/// surest: all of them take it too long for a run that others wait for. It is handed its pods. Each must be the one the
/// search found.
/// </summary>
[Config(typeof(SlowJob))]
public class FrontierByCpSatBenchmarks
{
    private const int Points = 10;

    private CpSatPoint[] _found = null!;

    private CpSatFrontier _solver = null!;

    [Params(8, 10)]
    public int People { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var (trip, catalog) = (SampleParties.Different(People), Catalogs.Of(Catalogs.Real));
        var party = SolvedParty.Of(trip, catalog, SampleParties.Today);
        var baskets = Frontier.Solve(party);
        var spread = Enumerable.Range(0, Points).Select(point => baskets[point * (baskets.Length - 1) / (Points - 1)]);
        _found = [.. spread.Select(basket => new CpSatPoint(basket.Sum(pod => pod.Cost.Price), basket.Sum(pod => pod.Risk.ShortfallGb)))];
        _solver = new CpSatFrontier(FrontierOffers.Of(party));
        Console.WriteLine($"The frontier of {People} has {baskets.Length} baskets, of which CP-SAT is asked for {Points}.");
    }

    [Benchmark]
    public void TenBasketsByCpSat()
    {
        foreach (var found in _found)
        {
            AssertSame(_solver.At(found.ShortfallGb), found);
        }
    }

    private void AssertSame(CpSatPoint? other, CpSatPoint found)
    {
        if (other is not { } point
            || Math.Abs(point.Price - found.Price) > _solver.ToleranceYen
            || Math.Abs(point.ShortfallGb - found.ShortfallGb) > _solver.ToleranceGb)
        {
            throw new InvalidOperationException($"The search found {found}, the solver {other}.");
        }
    }
}
