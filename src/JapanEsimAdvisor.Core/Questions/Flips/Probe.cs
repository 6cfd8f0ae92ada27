using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>The results of an altered trip that flips need: scores, without answers.</summary>
/// <param name="Recommended">Name of the recommended strategy; null where no strategy can serve the party.</param>
/// <param name="Results">Results of the four strategies, in their order.</param>
/// <param name="Sharing">Result of the best basket with a client person; null where there is none.</param>
/// <param name="NotSharing">Result of the best basket without a client person; null where there is none.</param>
internal sealed record Probe(
    string? Recommended, ImmutableArray<StrategyResult?> Results, StrategyResult? Sharing, StrategyResult? NotSharing)
{
    /// <summary>True where sharing is better than not sharing; null where one of the two is not possible.</summary>
    public bool? SharingPays => Sharing is { } sharing && NotSharing is { } not ? sharing.Score.IsBetterThan(not.Score) : null;

    public static Probe Of(PodTable pods, ImmutableArray<TravelerType> types)
    {
        ImmutableArray<StrategyResult?> results = [.. Strategies.Four(types, pods).Select(strategy => StrategyResult.Of(pods, strategy))];
        return new Probe(
            StrategyResult.Recommended(results),
            results,
            StrategyResult.Of(pods, Strategies.SomebodyShares),
            StrategyResult.Of(pods, Strategies.NobodyShares));
    }

    /// <summary>
    /// Unrounded yen that one strategy saves compared with another; null where the loser is the mix, where one cannot
    /// serve the party, or where they meet a different number of limits.
    /// </summary>
    public double? Saving(string? winner, string? loser) => (Of(winner), Of(loser)) switch
    {
        (_, { Strategy: "mix" }) => null,
        ({ } won, { } lost) when won.Score.Unmet == lost.Score.Unmet => lost.Score.Total - won.Score.Total,
        _ => null,
    };

    private StrategyResult? Of(string? strategy) => Results.FirstOrDefault(result => result?.Strategy == strategy);
}

/// <summary>Solves altered trips, each once and at most <see cref="Most"/>.</summary>
internal sealed class Probes(Recommendation advice)
{
    /// <summary>Most trips that are solved.</summary>
    public const int Most = 200;

    private readonly Dictionary<(FlipFactor Factor, double Value), Probe> _known = [];

    private readonly Lazy<Probe> _present = new(() => Probe.Of(advice.Pods, advice.Types));

    private readonly SearchMemory _memory = new();

    /// <summary>
    /// The probe at a value; null where the trip has too many sub-parties, or where <see cref="Most"/> trips are
    /// already solved.
    /// </summary>
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

        return _known[(scale.Factor, value)] = value == scale.Present && scale.PresentIsTheTrip
            ? _present.Value
            : Solve(trip, MemoryFor(scale.Factor));
    }

    /// <summary>
    /// For hours apart and group size the same pods repeat with the same use, so it helps to store best bundles. For
    /// the other factors it does not.
    /// </summary>
    private SearchMemory MemoryFor(FlipFactor factor) =>
        factor is FlipFactor.HoursApart or FlipFactor.GroupSize ? _memory : _memory.WithoutBundles();

    private Probe Solve(Trip trip, SearchMemory memory)
    {
        var party = advice.Party.For(trip, memory);
        return Probe.Of(party.Pods, party.Types);
    }
}
