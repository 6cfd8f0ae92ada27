using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

/// <summary>
/// Finds the best basket in which somebody buys a given bundle, exact:
/// <c>min{ pod(C, bundle) + best(S∖C) : C ⊆ S }</c>, where <c>best</c> is the partition of <see cref="Partitions"/>.
/// Sub-parties are tried in the order of a lower bound: the best pod with any bundle plus the best rest. The search
/// stops when this bound is no better than the best basket so far. Not safe for use by several threads.
/// </summary>
public sealed class ForcedPlan
{
    private readonly PodFactory _factory;

    private readonly BestPods _rest;

    private readonly PodTable _table;

    private readonly ILookup<PodKind, OpenPod> _openPods;

    /// <summary>Prepares the search for a party.</summary>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public ForcedPlan(SolvedParty party)
    {
        (_factory, _table) = (party.Factory(), party.Pods);
        _rest = new BestPods(_table, Strategies.Mix);
        _openPods = OpenPods()
            .OrderBy(open => open.Least).ThenBy(open => open.Left).ThenBy(open => open.Frame.Host)
            .ToLookup(open => open.Frame.Kind);
    }

    /// <summary>
    /// The pods of the best basket with one of the bundles; null where every such basket is worse than a limit, or
    /// where there is none.
    /// </summary>
    /// <param name="bundles">Bundles. For each, whether each type may buy it.</param>
    /// <param name="worst">The limit: the worst score that is allowed.</param>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public (ImmutableArray<Pod> Pods, Score Score)? Best(IEnumerable<(Bundle Bundle, bool[] Buyers)> bundles, Score worst)
    {
        _table.Cancellation.ThrowIfCancellationRequested();
        var best = new BestSoFar(null, null, default, worst);
        foreach (var (bundle, buyers) in bundles)
        {
            foreach (var kind in PodTable.KindsWithBundle.Where(kind => PodSearch.Serves(bundle, kind)))
            {
                best = BestOf(_openPods[kind], bundle, buyers, best);
            }
        }

        return best.Open is { } open
            ? ([PodFactory.With(open.Frame, best.Bundle!, best.Figures), .. _rest.Of(open.Left)!.Value], best.Score)
            : null;
    }

    private BestSoFar BestOf(IEnumerable<OpenPod> openPods, Bundle bundle, bool[] buyers, BestSoFar best)
    {
        foreach (var open in openPods)
        {
            if (open.Least > best.Score)
            {
                break;
            }

            if (!buyers[open.Frame.Host]
                || CannotWin(open, bundle, best.Score)
                || _factory.Figures(open.Frame, bundle) is not { } figures)
            {
                continue;
            }

            var score = open.Rest + new Score(0, figures.Unmet, figures.Cost.Total);
            if (best.Open is null ? score <= best.Score : score < best.Score)
            {
                best = new BestSoFar(open, bundle, figures, score);
            }
        }

        return best;
    }

    private bool CannotWin(OpenPod open, Bundle bundle, Score best) =>
        open.Rest + new Score(0, 0, _factory.AtLeast(open.Frame, bundle)) > best;

    /// <summary>
    /// Every possible pod of each host without its bundle, where the rest of the party can be served.
    /// </summary>
    private IEnumerable<OpenPod> OpenPods()
    {
        var best = _table.Pods
            .SelectMany(pods => pods.Best, (pods, pod) => (pods.SubParty, pod))
            .ToLookup(known => (known.SubParty, known.pod.Kind), known => known.pod.Score);
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
                yield return new OpenPod(frame, parties.Everybody - subParty, rest, least);
            }
        }
    }

    private Score? BestOf(int subParty) =>
        _rest.Of(subParty) is { } pods ? pods.Aggregate(default(Score), (sum, pod) => sum + pod.Score) : null;

    private IEnumerable<PodFrame> FramesOf(PodMembers members) =>
        from kind in PodTable.KindsWithBundle
        from host in Enumerable.Range(0, _table.SubParties.Kinds)
        let frame = _factory.Frame(kind, host, members)
        where frame is not null
        select frame.Value;

    /// <summary>A pod without its bundle, and the best partition of the rest of the party.</summary>
    /// <param name="Frame">The pod before its bundle.</param>
    /// <param name="Left">Number of the sub-party that is left.</param>
    /// <param name="Rest">Score of the best partition of that sub-party.</param>
    /// <param name="Least">A lower bound of the score of the basket, for every bundle.</param>
    private sealed record OpenPod(PodFrame Frame, int Left, Score Rest, Score Least);

    /// <summary>The best basket so far.</summary>
    /// <param name="Open">The pod with the bundle; null where no basket is found.</param>
    /// <param name="Bundle">The bundle; null where no basket is found.</param>
    /// <param name="Figures">Cost and risk of the pod.</param>
    /// <param name="Score">Score of the basket, or the worst score that is allowed.</param>
    private readonly record struct BestSoFar(OpenPod? Open, Bundle? Bundle, PodFigures Figures, Score Score);
}
