using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>Every basket of the frontier, on the real catalog; finding the pods of each price and shortfall included.</summary>
[Config(typeof(WarmJob))]
public class FrontierBenchmarks
{
    private SolvedParty _party = null!;

    [Params(8, 10)]
    public int People { get; set; }

    [GlobalSetup]
    public void SetUp() => _party = SolvedParty.Of(SampleParties.Different(People), Catalogs.Of(Catalogs.Real), SampleParties.Today);

    [Benchmark]
    public ImmutableArray<ImmutableArray<Pod>> CertaintyFrontier() => Frontier.Solve(_party);
}
