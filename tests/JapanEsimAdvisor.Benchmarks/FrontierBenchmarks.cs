using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Optimizer;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>Every basket of the frontier, on the real catalog; finding the pods of each price and shortfall included.</summary>
[Config(typeof(WarmJob))]
public class FrontierBenchmarks
{
    private PodTable _pods = null!;

    [Params(8, 10)]
    public int People { get; set; }

    [GlobalSetup]
    public void SetUp() => _pods = SolvedParty.Of(SampleParties.Different(People), Catalogs.Of(Catalogs.Real), SampleParties.Today).Pods;

    [Benchmark]
    public ImmutableArray<ImmutableArray<Pod>> CertaintyFrontier() => Frontier.Solve(_pods);
}
