using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The best basket in which somebody holds a certain bundle, exact: <c>min{ pod(C, bundle) + best(S∖C) : C ⊆ S }</c> with <c>best</c> the partition of
/// <see cref="PartyPartition"/>. Sub-parties are tried in the order of what the pod and the rest cost at their best over any bundle, until that alone is no
/// better than the basket found.
/// </summary>
public sealed class ForcedPlan
{
    private readonly PodFactory _factory;

    private readonly SubParties _rest;

    private readonly CancellationToken _cancellation;

    private readonly ILookup<PodKind, Seat> _seats;

    public ForcedPlan(PodFactory factory, PodTable table, ImmutableArray<TravelerType> types)
    {
        (_factory, _cancellation) = (factory, table.Cancellation);
        _rest = PartyPartition.BestOf(table, new Mix());
        _seats = SeatsOf(table, types)
            .OrderBy(seat => seat.Least.Unmet).ThenBy(seat => seat.Least.Total).ThenBy(seat => seat.Left).ThenBy(seat => seat.Frame.Host)
            .ToLookup(seat => seat.Frame.Kind);
    }

    /// <summary>Pods of the best basket that holds one of the bundles and is no worse than a score; null where there is none.</summary>
    /// <param name="offers">Bundles, each with those who may buy it by type.</param>
    /// <param name="worst">Score not to be passed: (limits not met, expected total).</param>
    public (ImmutableArray<Pod> Pods, Score Score)? Best(IEnumerable<(Bundle Bundle, bool[] Buyers)> offers, Score worst)
    {
        _cancellation.ThrowIfCancellationRequested();
        var best = new Choice(null, null, default, worst);
        foreach (var (bundle, buyers) in offers)
        {
            foreach (var kind in PodTable.KindsWithBundle.Where(kind => PodSearch.Serves(bundle, kind)))
            {
                best = BestOn(_seats[kind], bundle, buyers, best);
            }
        }

        return best.Seat is { } seat
            ? ([PodFactory.With(seat.Frame, best.Bundle!, best.Figures), .. _rest.PodsOf(seat.Left)!.Value], best.Score)
            : null;
    }

    private Choice BestOn(IEnumerable<Seat> seats, Bundle bundle, bool[] buyers, Choice best)
    {
        foreach (var seat in seats)
        {
            if (seat.Least.CompareTo(best.Score) > 0)
            {
                break;
            }

            if (!buyers[seat.Frame.Host] || CannotWin(seat, bundle, best.Score) || _factory.Figures(seat.Frame, bundle) is not { } figures)
            {
                continue;
            }

            var score = seat.Rest + new Score(0, 0, figures.Unmet, figures.Cost.Total);
            if (best.Seat is null ? score.CompareTo(best.Score) <= 0 : score.CompareTo(best.Score) < 0)
            {
                best = new Choice(seat, bundle, figures, score);
            }
        }

        return best;
    }

    private bool CannotWin(Seat seat, Bundle bundle, Score best) => (seat.Rest + new Score(0, 0, 0, _factory.AtLeast(seat.Frame, bundle))).CompareTo(best) > 0;

    /// <summary>Every host with everybody who could share with them, where the rest of the party can be served.</summary>
    private IEnumerable<Seat> SeatsOf(PodTable table, ImmutableArray<TravelerType> types)
    {
        var best = table.Pods.SelectMany(pods => pods.Best, (pods, pod) => (pods.State, pod)).ToLookup(known => (known.State, known.pod.Kind), known => ScoreOf(known.pod));
        for (var state = 1; state < table.States.Count; state++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (BestOf(table.States.Everybody - state) is not { } rest)
            {
                continue;
            }

            foreach (var frame in FramesOf(PodMembers.Of(table.States.Counts(state), types), types.Length))
            {
                var least = rest + (Least(best[(state, frame.Kind)]) ?? BestOf(state) ?? default);
                yield return new Seat(frame, table.States.Everybody - state, rest, least);
            }
        }
    }

    private Score? BestOf(int state) => _rest.PodsOf(state) is { } pods ? pods.Aggregate(default(Score), (sum, pod) => sum + ScoreOf(pod)) : null;

    private static Score ScoreOf(Pod pod) => new(0, 0, pod.Unmet, pod.Cost.Total);

    private static Score? Least(IEnumerable<Score> scores) => scores.OrderBy(score => score.Unmet).ThenBy(score => score.Total).Select(score => (Score?)score).FirstOrDefault();

    private IEnumerable<PodFrame> FramesOf(PodMembers members, int types) =>
        from kind in PodTable.KindsWithBundle
        from host in Enumerable.Range(0, types)
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
