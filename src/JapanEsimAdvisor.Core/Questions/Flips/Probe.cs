using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>An altered trip, solved as far as flips need it: how good each strategy is, without words.</summary>
internal sealed record Probe(string? Recommended, ImmutableArray<StrategyResult?> Results, StrategyResult? Sharing, StrategyResult? NotSharing)
{
    /// <summary>Whether somebody should share; null where one of the two is not possible.</summary>
    public bool? SharingPays => Sharing is { } sharing && NotSharing is { } not ? sharing.Score.IsBetterThan(not.Score) : null;

    public static Probe Of(PodTable pods, ImmutableArray<TravelerType> types)
    {
        ImmutableArray<StrategyResult?> results = [.. Strategies.Four(types, pods).Select(strategy => StrategyResult.Of(pods, strategy))];
        return new Probe(StrategyResult.Recommended(results), results, StrategyResult.Of(pods, Strategies.SomebodyShares), StrategyResult.Of(pods, Strategies.NobodyShares));
    }

    /// <summary>What one strategy saves against another; null where that cannot be said in money.</summary>
    public double? Saving(string? winner, string? loser) => (Of(winner), Of(loser)) switch
    {
        (_, { Strategy: "mix" }) => null,
        ({ } won, { } lost) when won.Score.Unmet == lost.Score.Unmet => lost.Score.Total - won.Score.Total,
        _ => null,
    };

    private StrategyResult? Of(string? strategy) => Results.FirstOrDefault(result => result?.Strategy == strategy);
}

/// <summary>Solves altered trips, each once, and no more than so many.</summary>
internal sealed class Probes(Recommendation advice)
{
    public const int Most = 200;

    private readonly Dictionary<(FlipFactor Factor, double Value), Probe> _known = [];

    private readonly Lazy<Probe> _present = new(() => Probe.Of(advice.Pods, advice.Types));

    private readonly SearchMemory _memory = new();

    /// <summary>Null where the trip would take too long or too many were solved before.</summary>
    public Probe? At(ProbeScale scale, double value)
    {
        if (_known.TryGetValue((scale.Factor, value), out var known))
        {
            return known;
        }

        var trip = scale.At(value);
        if (_known.Count >= Most || SolvedParty.SubPartiesOf(trip, advice.Catalog) > FlipPoints.MostSubParties)
        {
            return null;
        }

        return _known[(scale.Factor, value)] = value == scale.Present && scale.PresentIsTheTrip ? _present.Value : Solve(trip, MemoryFor(scale.Factor));
    }

    /// <summary>Only hours apart and people leave the same people with the same use in other pods.</summary>
    private SearchMemory MemoryFor(FlipFactor factor) => factor is FlipFactor.HoursApart or FlipFactor.GroupSize ? _memory : _memory.WithoutBundles();

    private Probe Solve(Trip trip, SearchMemory memory)
    {
        var party = advice.Party.For(trip, memory);
        return Probe.Of(party.Pods, party.Types);
    }
}
