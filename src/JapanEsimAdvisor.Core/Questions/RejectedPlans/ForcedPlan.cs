using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

/// <summary>
/// The best basket in which somebody holds a certain bundle, exact: <c>min{ pod(C, bundle) + best(S∖C) : C ⊆ S }</c> with <c>best</c> the partition of
/// <see cref="Partitions"/>. Sub-parties are tried in the order of what the pod and the rest cost at their best over any bundle, until that alone is no
/// better than the basket found.
/// </summary>
public sealed class ForcedPlan
{
    private readonly PodFactory _factory;

    private readonly BestPods _rest;

    private readonly PodTable _table;

    private readonly ILookup<PodKind, Seat> _seats;

    public ForcedPlan(SolvedParty party)
    {
        (_factory, _table) = (party.Factory(), party.Pods);
        _rest = new BestPods(_table, Strategies.Mix);
        _seats = Seats()
            .OrderBy(seat => seat.Least).ThenBy(seat => seat.Left).ThenBy(seat => seat.Frame.Host)
            .ToLookup(seat => seat.Frame.Kind);
    }

    /// <summary>Pods of the best basket that holds one of the bundles and is no worse than a score; null where there is none.</summary>
    /// <param name="offers">Bundles, each with those who may buy it by type.</param>
    /// <param name="worst">Score not to be passed: (limits not met, expected total).</param>
    public (ImmutableArray<Pod> Pods, Score Score)? Best(IEnumerable<(Bundle Bundle, bool[] Buyers)> offers, Score worst)
    {
        _table.Cancellation.ThrowIfCancellationRequested();
        var best = new Choice(null, null, default, worst);
        foreach (var (bundle, buyers) in offers)
        {
            foreach (var kind in PodTable.KindsWithBundle.Where(kind => PodSearch.Serves(bundle, kind)))
            {
                best = BestOn(_seats[kind], bundle, buyers, best);
            }
        }

        return best.Seat is { } seat
            ? ([PodFactory.With(seat.Frame, best.Bundle!, best.Figures), .. _rest.Of(seat.Left)!.Value], best.Score)
            : null;
    }

    private Choice BestOn(IEnumerable<Seat> seats, Bundle bundle, bool[] buyers, Choice best)
    {
        foreach (var seat in seats)
        {
            if (seat.Least > best.Score)
            {
                break;
            }

            if (!buyers[seat.Frame.Host] || CannotWin(seat, bundle, best.Score) || _factory.Figures(seat.Frame, bundle) is not { } figures)
            {
                continue;
            }

            var score = seat.Rest + new Score(0, figures.Unmet, figures.Cost.Total);
            if (best.Seat is null ? score <= best.Score : score < best.Score)
            {
                best = new Choice(seat, bundle, figures, score);
            }
        }

        return best;
    }

    private bool CannotWin(Seat seat, Bundle bundle, Score best) => seat.Rest + new Score(0, 0, _factory.AtLeast(seat.Frame, bundle)) > best;

    /// <summary>Every host with everybody who could share with them, where the rest of the party can be served.</summary>
    private IEnumerable<Seat> Seats()
    {
        var best = _table.Pods.SelectMany(pods => pods.Best, (pods, pod) => (pods.SubParty, pod)).ToLookup(known => (known.SubParty, known.pod.Kind), known => known.pod.Score);
        var parties = _table.SubParties;
        for (var subParty = 1; subParty < parties.Count; subParty++)
        {
            _table.Cancellation.ThrowIfCancellationRequested();
            if (BestOf(parties.Everybody - subParty) is not { } rest)
            {
                continue;
            }

            foreach (var frame in FramesOf(PodMembers.Of(parties.Counts(subParty))))
            {
                var known = best[(subParty, frame.Kind)].ToList();
                var least = rest + (known.Count > 0 ? known.Min() : BestOf(subParty) ?? default);
                yield return new Seat(frame, parties.Everybody - subParty, rest, least);
            }
        }
    }

    private Score? BestOf(int subParty) => _rest.Of(subParty) is { } pods ? pods.Aggregate(default(Score), (sum, pod) => sum + pod.Score) : null;

    private IEnumerable<PodFrame> FramesOf(PodMembers members) =>
        from kind in PodTable.KindsWithBundle
        from host in Enumerable.Range(0, _table.SubParties.Kinds)
        let frame = _factory.Frame(kind, host, members)
        where frame is not null
        select frame.Value;

    /// <summary>A pod still without its bundle, and the rest of the party served at its best.</summary>
    /// <param name="Left">Sub-party that is left.</param>
    /// <param name="Rest">Score of its best partition.</param>
    /// <param name="Least">Score that no bundle can get the basket below.</param>
    private sealed record Seat(PodFrame Frame, int Left, Score Rest, Score Least);

    /// <param name="Score">Of the basket found, or the worst that would do.</param>
    private readonly record struct Choice(Seat? Seat, Bundle? Bundle, PodFigures Figures, Score Score);
}
