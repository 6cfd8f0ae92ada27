using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// What one search found out and another of the same trip, altered only in use, hours apart, length or people (<see cref="AlteredTrip"/>), need not find
/// out again: who may buy what, and which bundle is best for people with a certain use. Not safe to use from several threads.
/// </summary>
public sealed class SearchMemory
{
    private readonly Dictionary<Traveler, bool[]> _eligible;

    private readonly Dictionary<Question, Bundle?> _best = new(Question.Order);

    /// <summary>What won for as many people of each type, to be tried first: right or wrong, the search ends the same.</summary>
    private readonly Dictionary<Sought, Bundle> _hints;

    public SearchMemory()
        : this([], new(Sought.Order), true)
    {
    }

    private SearchMemory(Dictionary<Traveler, bool[]> eligible, Dictionary<Sought, Bundle> hints, bool keepsBundles) =>
        (_eligible, _hints, KeepsBundles) = (eligible, hints, keepsBundles);

    /// <summary>False where use or length change from search to search, so that no question comes twice: to answer it for good takes longer than once.</summary>
    public bool KeepsBundles { get; }

    /// <summary>The same memory of who may buy what and of what to try first, without answers.</summary>
    public SearchMemory WithoutBundles() => new(_eligible, _hints, false);

    /// <summary>By class, what a type may buy. The rules read nothing that an altered trip changes.</summary>
    public bool[] Eligible(Buyer buyer, BundleCatalog bundles)
    {
        var who = buyer.Traveler with { Id = string.Empty, Count = 1, HoursApartPerDay = 0 };
        return _eligible.TryGetValue(who, out var known) ? known : _eligible[who] = HostLines.Eligible(buyer, bundles);
    }

    /// <summary>The bundle known to be best; false where nobody asked before.</summary>
    internal bool Knows(in Question question, out Bundle? best) => _best.TryGetValue(question, out best);

    /// <summary>A bundle of the pool worth trying first; null where none is known.</summary>
    internal Bundle? Hint(PodKind kind, LinePool pool, PodMembers members) => _hints.GetValueOrDefault(Sought.Of(kind, pool, members));

    internal void KeepHint(PodKind kind, LinePool pool, PodMembers members, Bundle best) => _hints[Sought.Of(kind, pool, members)] = best;

    internal void Keep(in Question question, Bundle? best) => _best[question] = best;

    /// <summary>All that the choice of a bundle depends on: what sharing costs is the same for each.</summary>
    /// <param name="Clients">Use of connected devices where the bundle caps them; else default.</param>
    /// <param name="IsCapped">Whether a bundle with a cap on tethering is asked for that is better than the best without, or that best one.</param>
    internal readonly record struct Question(
        PodKind Kind,
        LinePool Pool,
        bool IsCapped,
        PooledDemand Demand,
        PooledDemand Clients,
        int Connections,
        int People,
        int PeopleWithUse)
    {
        public static readonly IEqualityComparer<Question> Order = new ByObject();

        public static Question Of(in PodFrame frame, LinePool pool, bool isCapped) => new(
            frame.Kind,
            pool,
            isCapped,
            frame.Demand,
            isCapped ? frame.ClientDemand : default,
            frame.Connections,
            frame.Members.People,
            frame.PeopleWithUse);

        /// <summary>Pools are told apart as objects: comparing what they hold would cost more than the search.</summary>
        private sealed class ByObject : IEqualityComparer<Question>
        {
            public bool Equals(Question x, Question y) =>
                ReferenceEquals(x.Pool, y.Pool)
                && (x.Kind, x.IsCapped, x.Connections, x.People, x.PeopleWithUse) == (y.Kind, y.IsCapped, y.Connections, y.People, y.PeopleWithUse)
                && x.Demand == y.Demand
                && x.Clients == y.Clients;

            public int GetHashCode(Question obj) =>
                HashCode.Combine(obj.Kind, RuntimeHelpers.GetHashCode(obj.Pool), obj.IsCapped, obj.Demand.GbPerDay, obj.Clients.GbPerDay, obj.Connections, obj.People);
        }
    }

    /// <param name="Members">Of the people by type; that two mixes of people may share it only makes a hint worse.</param>
    private readonly record struct Sought(PodKind Kind, LinePool Pool, int Members)
    {
        private const int MoreThanPeople = Trip.MostPeople + 1;

        public static readonly IEqualityComparer<Sought> Order = new ByObject();

        public static Sought Of(PodKind kind, LinePool pool, PodMembers members)
        {
            var mix = 0;
            foreach (var count in members.Counts)
            {
                mix = unchecked((mix * MoreThanPeople) + count);
            }

            return new Sought(kind, pool, mix);
        }

        private sealed class ByObject : IEqualityComparer<Sought>
        {
            public bool Equals(Sought x, Sought y) => ReferenceEquals(x.Pool, y.Pool) && x.Kind == y.Kind && x.Members == y.Members;

            public int GetHashCode(Sought obj) => HashCode.Combine(obj.Kind, RuntimeHelpers.GetHashCode(obj.Pool), obj.Members);
        }
    }
}
