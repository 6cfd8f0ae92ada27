using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>
/// The best way to split each sub-party, exact. Each step places a person of the first kind that is left:
/// <c>best(S) = min{ candidate(C) + best(S∖C) : C ⊆ S, first(S) ∈ C }</c> (decision model, section 5; set partition by
/// subset dynamic programming, Yeh 1986). Scores add up and compare coordinate by coordinate, so one best score for
/// each sub-party is enough. The search for a partition runs when it is first needed.
/// </summary>
/// <remarks>
/// Each sub-party has two partitions: one without and one with a marked candidate. A candidate that is no better than a
/// split of its people is left out, because every larger sub-party can use that split instead. A candidate is not tried
/// where the floor of the remaining people is too high (<see cref="LeadFloor"/>). Not safe for use by several threads.
/// </remarks>
public sealed class Partitions
{
    private readonly SubParties _parties;

    private readonly ImmutableArray<Candidate> _candidates;

    private readonly bool _needsMark;

    private readonly LeadFloor _floor;

    private readonly CancellationToken _cancellation;

    private readonly List<Entry>[] _plainEntries;

    private readonly List<Entry>[] _markedEntries;

    private readonly Best[] _plain;

    /// <summary>Empty until the first useful marked candidate.</summary>
    private Best[] _marked = [];

    /// <summary>Prepares the search over candidates.</summary>
    /// <param name="parties">Numbers of the sub-parties.</param>
    /// <param name="candidates">
    /// In ascending order of their sub-parties. Each sub-party has at most one marked candidate and at most one that is
    /// not marked.
    /// </param>
    /// <param name="needsMark">True where a partition must contain a marked candidate.</param>
    /// <param name="cancellation">Stops this search and every later one.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was canceled.</exception>
    public Partitions(SubParties parties, ImmutableArray<Candidate> candidates, bool needsMark, CancellationToken cancellation)
    {
        (_parties, _candidates, _needsMark, _cancellation) = (parties, candidates, needsMark, cancellation);
        _floor = new LeadFloor(parties, candidates);
        (_plainEntries, _markedEntries) = (parties.ByFirstKind<Entry>(), parties.ByFirstKind<Entry>());
        _plain = NotSearched();
        _plain[0] = Best.Nobody;
        for (var index = 0; index < candidates.Length; index++)
        {
            Take(index);
        }
    }

    /// <summary>
    /// Indices of the candidates in the best partition of a sub-party; null where no partition is possible.
    /// </summary>
    /// <param name="subParty">0 to <see cref="SubParties.Everybody"/>.</param>
    /// <exception cref="OperationCanceledException">The cancellation token of the constructor was canceled.</exception>
    public ImmutableArray<int>? Of(int subParty)
    {
        var isMarked = _needsMark || Marked(subParty).IsLessThan(Plain(subParty));
        if ((isMarked ? Marked(subParty) : Plain(subParty)).IsNone)
        {
            return null;
        }

        var found = ImmutableArray.CreateBuilder<int>();
        while (subParty > 0)
        {
            var step = (isMarked ? _marked : _plain)[subParty];
            found.Add(step.Candidate);
            (subParty, isMarked) = (subParty - _candidates[step.Candidate].SubParty, step.RestIsMarked);
        }

        return found.ToImmutable();
    }

    /// <summary>
    /// Adds a candidate. Candidates come in ascending order of their sub-parties, so every candidate that could be part
    /// of a split of these people was added before.
    /// </summary>
    private void Take(int index)
    {
        var candidate = _candidates[index];
        var alone = Best.Of(candidate, index);
        if (candidate.IsMarked && alone.IsLessThan(Marked(candidate.SubParty)))
        {
            BeginMarked();
            _marked[candidate.SubParty] = alone;
            Add(candidate, index, _markedEntries);
        }
        else if (!candidate.IsMarked && alone.IsLessThan(Plain(candidate.SubParty)))
        {
            _plain[candidate.SubParty] = alone;
            Add(candidate, index, _plainEntries);
        }
    }

    private Best[] NotSearched()
    {
        var best = new Best[_parties.Count];
        Array.Fill(best, Best.NotSearched);
        return best;
    }

    private void BeginMarked()
    {
        if (_marked.Length == 0)
        {
            _marked = NotSearched();
            _marked[0] = Best.None;
        }
    }

    private void Add(in Candidate candidate, int index, List<Entry>[] entries) =>
        entries[_parties.FirstKind(candidate.SubParty)]
            .Add(new Entry(_parties.Packed(candidate.SubParty), _floor.RaisedBy(candidate), index));

    private Best Plain(int subParty)
    {
        if (_plain[subParty].IsNotSearched)
        {
            _plain[subParty] = SplitPlain(subParty);
        }

        return _plain[subParty];
    }

    private Best Marked(int subParty)
    {
        if (_marked.Length == 0)
        {
            return Best.None;
        }

        if (_marked[subParty].IsNotSearched)
        {
            _marked[subParty] = SplitMarked(subParty);
        }

        return _marked[subParty];
    }

    /// <summary>The best split into at least two parts without a marked candidate.</summary>
    private Best SplitPlain(int subParty)
    {
        _cancellation.ThrowIfCancellationRequested();
        var best = Best.None;
        foreach (var entry in CollectionsMarshal.AsSpan(_plainEntries[_parties.FirstKind(subParty)]))
        {
            if (_parties.IsPackedPartOf(entry.Packed, subParty))
            {
                var candidate = _candidates[entry.Candidate];
                best = best.Or(Plain(subParty - candidate.SubParty), candidate, entry.Candidate, false);
            }
        }

        return best;
    }

    /// <summary>
    /// The best split into at least two parts with a marked candidate. Candidates for many people are last in the list
    /// and are tried first, because the floor then excludes most candidates for few people.
    /// </summary>
    private Best SplitMarked(int subParty)
    {
        _cancellation.ThrowIfCancellationRequested();
        var (best, floor) = (Best.None, _floor.Of(subParty));
        var marked = CollectionsMarshal.AsSpan(_markedEntries[_parties.FirstKind(subParty)]);
        for (var index = marked.Length - 1; index >= 0; index--)
        {
            ref readonly var entry = ref marked[index];
            if (!LeadFloor.Passes(floor + entry.Floor, best.First) && _parties.IsPackedPartOf(entry.Packed, subParty))
            {
                var candidate = _candidates[entry.Candidate];
                var rest = subParty - candidate.SubParty;
                best = best.Or(Plain(rest), candidate, entry.Candidate, false).Or(Marked(rest), candidate, entry.Candidate, true);
            }
        }

        foreach (var entry in CollectionsMarshal.AsSpan(_plainEntries[_parties.FirstKind(subParty)]))
        {
            if (!LeadFloor.Passes(floor + entry.Floor, best.First) && _parties.IsPackedPartOf(entry.Packed, subParty))
            {
                var candidate = _candidates[entry.Candidate];
                best = best.Or(Marked(subParty - candidate.SubParty), candidate, entry.Candidate, true);
            }
        }

        return best;
    }

    /// <summary>
    /// Facts that decide whether a candidate is tried. For most candidates the search reads nothing else.
    /// </summary>
    /// <param name="Packed">Its people, as <see cref="SubParties.Packed"/>.</param>
    /// <param name="Floor">What it adds to the floor of a sub-party.</param>
    /// <param name="Candidate">Index of the candidate.</param>
    private readonly record struct Entry(ulong Packed, double Floor, int Candidate);

    /// <summary>The best partition of a sub-party: its first candidate, and where to find the rest.</summary>
    /// <param name="Key">
    /// The two integer coordinates in one number. Neither is larger than the number of people, so keys add and compare
    /// as the coordinates do.
    /// </param>
    /// <param name="Total">Expected total, unrounded yen.</param>
    /// <param name="Candidate">Index of the candidate that serves the first person.</param>
    /// <param name="RestIsMarked">Whether the rest is the partition with a marked candidate.</param>
    private readonly record struct Best(long Key, double Total, int Candidate, bool RestIsMarked)
    {
        private const int NoCandidate = -1;

        public static readonly Best None = new(long.MaxValue, double.PositiveInfinity, NoCandidate, false);

        public static readonly Best Nobody = new(0, 0, NoCandidate, false);

        public static readonly Best NotSearched = new(-1, 0, NoCandidate, false);

        public bool IsNotSearched => Key < 0;

        public bool IsNone => Key == long.MaxValue;

        public long First => Key >> 32;

        public static Best Of(in Candidate candidate, int index) => new(KeyOf(candidate.Score), candidate.Score.Total, index, false);

        public bool IsLessThan(Best other) => Key < other.Key || (Key == other.Key && Total < other.Total);

        public Best Or(in Best rest, in Candidate candidate, int index, bool restIsMarked)
        {
            if (rest.IsNone)
            {
                return this;
            }

            var (key, total) = (rest.Key + KeyOf(candidate.Score), rest.Total + candidate.Score.Total);
            return key < Key || (key == Key && total < Total) ? new Best(key, total, index, restIsMarked) : this;
        }

        private static long KeyOf(in Score score) => ((long)score.First << 32) | (uint)score.Unmet;
    }
}
