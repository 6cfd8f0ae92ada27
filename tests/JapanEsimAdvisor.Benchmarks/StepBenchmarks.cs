using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>The recommendation step by step, for four different people and a stay that was asked for before.</summary>
[Config(typeof(WarmJob))]
public class StepBenchmarks
{
    private readonly Trip _trip = SampleParties.Different(4);

    private CatalogSnapshot _catalog = null!;

    private SolvedParty _party = null!;

    [Params(Catalogs.Real, 200, 2_000, 20_000)]
    public int Plans { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _catalog = Catalogs.Of(Plans);
        _party = SolvedParty.Of(_trip, _catalog, SampleParties.Today);
    }

    [Benchmark]
    public ImmutableArray<TravelerType> Types() => TravelerType.Of(_trip, _catalog);

    [Benchmark]
    public BundleCatalog Bundles() => BundleCatalog.For(_trip.Stay, _catalog, _catalog.Tariff.WeightOf(_trip.Priority));

    [Benchmark]
    public ImmutableArray<HostLines> Eligibility()
    {
        var bundles = Bundles();
        return [.. _party.Types.Select(type => HostLines.Of(type, new Buyer(type, _trip, _catalog, SampleParties.Today), bundles))];
    }

    [Benchmark]
    public PodTable Pods() =>
        PodTable.Fill(new PodFactory(_trip, _catalog, _party.Types, _party.Hosts), _party.Types, _party.Hosts, _catalog.Tariff);

    [Benchmark]
    public ImmutableArray<Pod>? Mix() => BestPods.Of(_party.Pods, Strategies.Mix);

    [Benchmark]
    public ImmutableArray<Pod>? Hotspot() => BestPods.Of(_party.Pods, Strategies.SharedHotspot);

    [Benchmark]
    public ImmutableArray<Answer> Answers() => new AnswerWriter(_party).Answers();

    [Benchmark]
    public ImmutableArray<ImmutableArray<Pod>> CertaintyFrontier() => Frontier.Solve(_party);
}
