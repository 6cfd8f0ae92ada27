using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// Results that searches of one trip share, altered only in use, hours apart, length or people
/// (<see cref="AlteredTrip"/>): the plans that each traveler may buy, and the best bundle for people with a certain
/// use. Not safe for use by several threads.
/// </summary>
public sealed class SearchMemory
{
    private readonly Dictionary<Traveler, bool[]> _eligible;

    private readonly Dictionary<Question, Bundle?> _best = new(Question.Comparer);

    /// <summary>
    /// The best bundle for the same number of people of each type. The search tries it first. Its result does not
    /// depend on the hint.
    /// </summary>
    private readonly Dictionary<MixKey, Bundle> _hints;

    /// <summary>A memory without results.</summary>
    public SearchMemory()
        : this([], new(MixKey.Comparer), true)
    {
    }

    private SearchMemory(Dictionary<Traveler, bool[]> eligible, Dictionary<MixKey, Bundle> hints, bool keepsBundles) =>
        (_eligible, _hints, KeepsBundles) = (eligible, hints, keepsBundles);

    /// <summary>
    /// False where use or length change from search to search. Then no question repeats, and to store an answer takes
    /// longer than to find it once.
    /// </summary>
    public bool KeepsBundles { get; }

    /// <summary>A memory with the same eligible plans and hints, but without stored best bundles.</summary>
    public SearchMemory WithoutBundles() => new(_eligible, _hints, false);

    /// <summary>
    /// For each of <see cref="BundleCatalog.Classes"/>, whether a type may buy it. The rules read nothing that an
    /// altered trip changes.
    /// </summary>
    public bool[] Eligible(Buyer buyer, BundleCatalog bundles)
    {
        var key = buyer.Traveler with { Id = string.Empty, Count = 1, HoursApartPerDay = 0 };
        return _eligible.TryGetValue(key, out var known) ? known : _eligible[key] = HostLines.Eligible(buyer, bundles);
    }

    /// <summary>Gets the stored best bundle; false where there is no stored answer.</summary>
    internal bool Knows(in Question question, out Bundle? best) => _best.TryGetValue(question, out best);

    /// <summary>A bundle of the pool to try first; null where none is known.</summary>
    internal Bundle? Hint(PodKind kind, LinePool pool, PodMembers members) => _hints.GetValueOrDefault(MixKey.Of(kind, pool, members));

    internal void StoreHint(PodKind kind, LinePool pool, PodMembers members, Bundle best) =>
        _hints[MixKey.Of(kind, pool, members)] = best;

    internal void Store(in Question question, Bundle? best) => _best[question] = best;

    /// <summary>
    /// Everything that the best bundle depends on. The cost of sharing is the same for every bundle, so it is not part
    /// of it.
    /// </summary>
    /// <param name="Kind">Kind of the pod.</param>
    /// <param name="Pool">The bundles to choose from.</param>
    /// <param name="IsCapped">
    /// True for the best bundle with capped tethering that is better than every bundle without. False for the best
    /// bundle without capped tethering.
    /// </param>
    /// <param name="Demand">Pooled use of all members.</param>
    /// <param name="Clients">Pooled use of connected devices where tethering is capped; else the default.</param>
    /// <param name="Connections">Number of Wi-Fi connections.</param>
    /// <param name="People">Number of people.</param>
    /// <param name="PeopleWithUse">Number of people who use data.</param>
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
        public static readonly IEqualityComparer<Question> Comparer = new ByReference();

        public static Question Of(in PodFrame frame, LinePool pool, bool isCapped) => new(
            frame.Kind,
            pool,
            isCapped,
            frame.Demand,
            isCapped ? frame.ClientDemand : default,
            frame.Connections,
            frame.Members.People,
            frame.PeopleWithUse);

        /// <summary>Compares pools by reference. To compare their content would take longer than the search.</summary>
        private sealed class ByReference : IEqualityComparer<Question>
        {
            public bool Equals(Question x, Question y) =>
                ReferenceEquals(x.Pool, y.Pool)
                && (x.Kind, x.IsCapped, x.Connections) == (y.Kind, y.IsCapped, y.Connections)
                && (x.People, x.PeopleWithUse) == (y.People, y.PeopleWithUse)
                && x.Demand == y.Demand
                && x.Clients == y.Clients;

            public int GetHashCode(Question obj) => HashCode.Combine(
                obj.Kind,
                RuntimeHelpers.GetHashCode(obj.Pool),
                obj.IsCapped,
                obj.Demand.GbPerDay,
                obj.Clients.GbPerDay,
                obj.Connections,
                obj.People);
        }
    }

    /// <summary>Key of a hint: a mix of people.</summary>
    /// <param name="Kind">Kind of the pod.</param>
    /// <param name="Pool">The bundles to choose from.</param>
    /// <param name="Members">
    /// A hash of the number of people of each type. Where two mixes have the same hash, only the hint is worse.
    /// </param>
    private readonly record struct MixKey(PodKind Kind, LinePool Pool, int Members)
    {
        private const int MoreThanPeople = Trip.MostPeople + 1;

        public static readonly IEqualityComparer<MixKey> Comparer = new ByReference();

        public static MixKey Of(PodKind kind, LinePool pool, PodMembers members)
        {
            var mix = 0;
            foreach (var count in members.Counts)
            {
                mix = unchecked((mix * MoreThanPeople) + count);
            }

            return new MixKey(kind, pool, mix);
        }

        private sealed class ByReference : IEqualityComparer<MixKey>
        {
            public bool Equals(MixKey x, MixKey y) => ReferenceEquals(x.Pool, y.Pool) && x.Kind == y.Kind && x.Members == y.Members;

            public int GetHashCode(MixKey obj) => HashCode.Combine(obj.Kind, RuntimeHelpers.GetHashCode(obj.Pool), obj.Members);
        }
    }
}
