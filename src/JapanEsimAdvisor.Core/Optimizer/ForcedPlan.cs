using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The best basket in which somebody holds a certain bundle, exact: <c>min{ pod(C, bundle) + best(S∖C) : C ⊆ S }</c> with <c>best</c> the partition of
/// <see cref="PartyPartition"/>. Every sub-party is tried, those first whose rest costs least, until even a free ride in the pod could not win.
/// </summary>
public sealed class ForcedPlan
{
    private static readonly PodKind[] Kinds = [PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router];

    private readonly PodFactory _factory;

    private readonly SubParties _rest;

    private readonly ILookup<PodKind, Seat> _seats;

    public ForcedPlan(PodFactory factory, PodTable table, ImmutableArray<TravelerType> types)
    {
        _factory = factory;
        _rest = PartyPartition.BestOf(table, new Mix());
        _seats = SeatsOf(table.States, types)
            .OrderBy(seat => seat.RestUnmet).ThenBy(seat => seat.Least).ThenBy(seat => seat.Rest).ThenBy(seat => seat.Frame.Host)
            .ToLookup(seat => seat.Frame.Kind);
    }

    /// <summary>Pods of the best basket that holds one of the bundles and is no worse than a score; null where there is none.</summary>
    /// <param name="offers">Bundles, each with those who may buy it by type.</param>
    /// <param name="worst">Score not to be passed: (limits not met, expected total).</param>
    public (ImmutableArray<Pod> Pods, Score Score)? Best(IEnumerable<(Bundle Bundle, bool[] Buyers)> offers, Score worst)
    {
        var best = new Choice(null, null, default, worst);
        foreach (var (bundle, buyers) in offers)
        {
            foreach (var kind in Kinds.Where(kind => Serves(bundle, kind)))
            {
                best = BestOn(_seats[kind], bundle, buyers, best);
            }
        }

        return best.Seat is { } seat
            ? ([PodFactory.With(seat.Frame, best.Bundle!, best.Figures), .. _rest.PodsOf(seat.Rest)!.Value], best.Score)
            : null;
    }

    private Choice BestOn(IEnumerable<Seat> seats, Bundle bundle, bool[] buyers, Choice best)
    {
        foreach (var seat in seats)
        {
            var least = new Score(0, 0, seat.RestUnmet, seat.Least + _factory.AtLeast(seat.Frame, bundle) - seat.Frame.Cost.Total);
            if (least.CompareTo(best.Score) > 0)
            {
                break;
            }

            if (!buyers[seat.Frame.Host] || _factory.Figures(seat.Frame, bundle) is not { } figures)
            {
                continue;
            }

            var score = new Score(0, 0, seat.RestUnmet + figures.Unmet, seat.RestTotal + figures.Cost.Total);
            if (best.Seat is null ? score.CompareTo(best.Score) <= 0 : score.CompareTo(best.Score) < 0)
            {
                best = new Choice(seat, bundle, figures, score);
            }
        }

        return best;
    }

    /// <summary>Every host with everybody who could share with them, where the rest of the party can be served.</summary>
    private IEnumerable<Seat> SeatsOf(PartyStates states, ImmutableArray<TravelerType> types)
    {
        for (var state = 1; state < states.Count; state++)
        {
            if (_rest.PodsOf(states.Everybody - state) is not { } rest)
            {
                continue;
            }

            var (unmet, total) = (rest.Sum(pod => pod.Unmet), rest.Sum(pod => pod.Cost.Total));
            foreach (var frame in FramesOf(PodMembers.Of(states.Counts(state), types), types.Length))
            {
                yield return new Seat(frame, states.Everybody - state, unmet, total);
            }
        }
    }

    private IEnumerable<PodFrame> FramesOf(PodMembers members, int types) =>
        from kind in Kinds
        from host in Enumerable.Range(0, types)
        let frame = _factory.Frame(kind, host, members)
        where frame is not null
        select frame;

    private static bool Serves(Bundle bundle, PodKind kind) => kind switch
    {
        PodKind.Router => bundle.Plan.Medium == Medium.PocketWifi,
        PodKind.OwnEsim => bundle.Plan.Medium == Medium.Esim,
        PodKind.OwnOther => bundle.Plan.Medium is Medium.Sim or Medium.Roaming,
        _ => bundle.Plan.Medium != Medium.PocketWifi,
    };

    /// <summary>A pod still without its bundle, and the rest of the party served at its best.</summary>
    /// <param name="Rest">Sub-party that is left.</param>
    private sealed record Seat(PodFrame Frame, int Rest, int RestUnmet, double RestTotal)
    {
        /// <summary>Yen of the basket before the bundle.</summary>
        public double Least { get; } = RestTotal + Frame.Cost.Total;
    }

    /// <param name="Score">Of the basket found, or the worst that would do.</param>
    private readonly record struct Choice(Seat? Seat, Bundle? Bundle, PodFigures Figures, Score Score);
}
