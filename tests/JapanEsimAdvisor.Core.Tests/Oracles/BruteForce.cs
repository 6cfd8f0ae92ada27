using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Tests.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Oracles;

/// <summary>
/// Every way to set up a party, straight from sections 3 and 5 of the method: every partition of the people one by one,
/// every host in every part, everything that host may buy. Takes prices and risks of single pods from
/// <see cref="PodFactory"/>, who may be together from its own reading of the rules, and what strategies mean from their
/// definitions.
/// </summary>
public sealed class BruteForce
{
    private readonly PartyUnderTest _party;

    private readonly TravelerType[] _people;

    private readonly List<Pod>[] _podsOf;

    public BruteForce(Trip trip, CatalogSnapshot catalog)
    {
        _party = new PartyUnderTest(trip, catalog);
        _people = [.. _party.Types.SelectMany(type => Enumerable.Repeat(type, type.Count))];
        _podsOf = [.. Enumerable.Range(0, 1 << _people.Length).Select(PodsOf)];
    }

    /// <summary>Lead coordinate, people whose limit is not met, and total of the best basket; null where there is none.</summary>
    public (int Lead, int Unmet, double Total)? Best(string strategy)
    {
        var best = default((int, int, double)?);
        foreach (var parts in Partitions(0, []))
        {
            foreach (var (score, marked) in Baskets(parts, strategy))
            {
                if ((marked || strategy is "per-person" or "mix") && (best is null || score.CompareTo(best.Value) < 0))
                {
                    best = score;
                }
            }
        }

        return best;
    }

    /// <summary>
    /// People whose limit is not met, and total, of the best basket in which somebody holds the plan; null where there
    /// is none.
    /// </summary>
    public (int Unmet, double Total)? BestWith(Plan plan)
    {
        var holding = Enumerable.Range(0, 1 << _people.Length).Select(part => PodsWith(part, plan)).ToList();
        var best = default((int, double)?);
        foreach (var parts in Partitions(0, []))
        {
            foreach (var holder in parts.Where(
                part => holding[part].Count > 0 && parts.TrueForAll(other => other == part || _podsOf[other].Count > 0)))
            {
                var pods = parts
                    .Select(part => (part == holder ? holding[part] : _podsOf[part]).Min(pod => (pod.Unmet, pod.Cost.Total)))
                    .ToList();
                var score = (pods.Sum(pod => pod.Unmet), pods.Sum(pod => pod.Total));
                best = best is null || score.CompareTo(best.Value) < 0 ? score : best;
            }
        }

        return best;
    }

    /// <summary>
    /// Pods of these people over the plan, alone or with another of its seller, whether or not something else is better
    /// in every way.
    /// </summary>
    private List<Pod> PodsWith(int part, Plan plan)
    {
        var people = PeopleOf(part);
        return [.. from host in people.Distinct()
                   let clients = people.Where((_, index) => index != people.IndexOf(host)).ToList()
                   from bundle in BundlesWith(plan)
                   where bundle.Items.All(item => EligibilityRule.FirstNo(item.Plan, _party.Hosts[host.Index].Buyer) is null)
                   where bundle.Plan.Medium != Medium.Esim || bundle.SetUps <= host.Phone.EsimStored
                   where MayBe(host, clients, bundle)
                   select Priced(host, people, bundle)];
    }

    private IEnumerable<Bundle> BundlesWith(Plan plan)
    {
        if (CatalogSnapshot.NotAdvisableBecause(plan) is not null)
        {
            return [];
        }

        var factory = new BundleFactory(_party.Trip.Stay, _party.Catalog, _party.Catalog.Tariff.WeightOf(_party.Trip.Priority));
        var pairs = _party.Catalog.Plans
            .Where(other => other.Id != plan.Id && other.SellerId == plan.SellerId && BundleFactory.MayPair(
                plan) && BundleFactory.MayPair(other) && CatalogSnapshot.NotAdvisableBecause(other) is null)
            .Select(other => factory.Pair(plan, other))
            .OfType<Bundle>();
        return factory.Of(plan).Concat(pairs);
    }

    /// <summary>Prices and shortfalls of which none is beaten in both, cheapest first.</summary>
    public List<(double Price, double Shortfall)> Frontier() =>
        Undominated(Partitions(0, []).SelectMany(parts => parts.Aggregate(
            new List<(double, double)> { (0, 0) },
            (sums, part) => Undominated(
                from sum in sums from pod in _podsOf[part] select (sum.Item1 + pod.Cost.Price, sum.Item2 + pod.Risk.ShortfallGb)))));

    private static List<(double Price, double Shortfall)> Undominated(IEnumerable<(double Price, double Shortfall)> points)
    {
        var all = points.ToList();
        return [.. all.Where(point => !all.Any(other => Beats(other, point))).Distinct().Order()];
    }

    private static bool Beats((double Price, double Shortfall) one, (double Price, double Shortfall) other) =>
        one.Price <= other.Price && one.Shortfall <= other.Shortfall && one != other;

    private IEnumerable<List<int>> Partitions(int placed, List<int> parts)
    {
        if (placed == _people.Length)
        {
            yield return [.. parts];
            yield break;
        }

        for (var part = 0; part <= parts.Count; part++)
        {
            List<int> next = part == parts.Count ? [.. parts, 0] : [.. parts];
            next[part] |= 1 << placed;
            foreach (var partition in Partitions(placed + 1, next))
            {
                yield return partition;
            }
        }
    }

    /// <summary>
    /// Scores of all baskets on a partition, keeping of each part the best pod that makes the strategy what it is, and
    /// the best other.
    /// </summary>
    private List<((int Lead, int Unmet, double Total) Score, bool Marked)> Baskets(List<int> parts, string strategy)
    {
        List<((int Lead, int Unmet, double Total) Score, bool Marked)> sums = [((0, 0, 0), false)];
        foreach (var part in parts)
        {
            var choices = _podsOf[part]
                .Where(pod => Allows(strategy, pod))
                .GroupBy(pod => Marks(strategy, pod))
                .Select(group => (Score: group.Min(pod => (Lead(strategy, pod), pod.Unmet, pod.Cost.Total)), Marked: group.Key))
                .ToList();
            sums = [.. from sum in sums from choice in choices select (Add(sum.Score, choice.Score), sum.Marked || choice.Marked)];
        }

        return sums;
    }

    private static (int Lead, int Unmet, double Total) Add(
        (int Lead, int Unmet, double Total) one,
        (int Lead, int Unmet, double Total) other) =>
        (one.Lead + other.Lead, one.Unmet + other.Unmet, one.Total + other.Total);

    private bool Allows(string strategy, Pod pod) => strategy switch
    {
        "per-person" => pod.Kind != PodKind.Router && (pod.Kind != PodKind.OwnOther || !CanHaveEsim(pod.HostType)),
        "shared-hotspot" => pod.Kind != PodKind.Router,
        "pocket-wifi"
            => pod.Kind is PodKind.Router or PodKind.NoLine || (pod.Kind != PodKind.Hotspot && BuysAlone(_party.Types[pod.HostType])),
        _ => true,
    };

    private bool CanHaveEsim(int type) => _party.Hosts[type].Lines.Any(line => line.Plan.Medium == Medium.Esim);

    private bool BuysAlone(TravelerType type) =>
        type.Traveler.NeedsJapaneseNumber || (_people.Length > 1 && !Others(type).Any(host => OverWifi(host) > 0 && MayJoin(type, host)));

    private IEnumerable<TravelerType> Others(TravelerType type) =>
        type.Count > 1 ? _party.Types : _party.Types.Where(other => other != type);

    public static bool Marks(string strategy, Pod pod) =>
        (strategy, pod.Kind) is ("shared-hotspot", PodKind.Hotspot) or ("pocket-wifi", PodKind.Router);

    public static int Lead(string strategy, Pod pod) => (strategy, pod.Kind) switch
    {
        ("per-person", PodKind.Hotspot) => pod.Members.People - 1,
        ("shared-hotspot", not PodKind.NoLine) => 1,
        ("pocket-wifi", PodKind.Router) => 1,
        _ => 0,
    };

    private List<TravelerType> PeopleOf(int part) => [.. _people.Where((_, person) => (part >> person & 1) == 1)];

    private List<Pod> PodsOf(int part)
    {
        var people = PeopleOf(part);
        var pods = new List<Pod>();
        foreach (var host in people.Distinct())
        {
            List<TravelerType> clients = [.. people];
            clients.Remove(host);
            pods.AddRange(_party.Hosts[host.Index].Lines.Concat(_party.Hosts[host.Index].Routers)
                .Where(bundle => MayBe(host, clients, bundle))
                .Select(bundle => Priced(host, people, bundle)));
        }

        return people is [{ NeedsNothing: true }] ? [.. pods, _party.Factory.WithoutLine(MembersOf(people))!] : pods;
    }

    private bool MayBe(TravelerType host, List<TravelerType> clients, Bundle bundle)
    {
        var isRouter = bundle.Plan.Medium == Medium.PocketWifi;
        var connections = (isRouter ? OverWifi(host) : Connecting(host)) + clients.Sum(OverWifi);
        return connections <= (isRouter ? Sharing.RouterConnections(bundle.Plan.Router, A.Tariff)
            : host.Phone.CanHost && JoinsWifi(host) ? host.Phone.HotspotClients
            : 0)
            && (isRouter || connections == 0 || bundle.Items.All(item => item.Plan.Tethering.MayServe))
            && !(isRouter && (host.Traveler.NeedsJapaneseNumber || OverWifi(host) == 0))
            && clients.TrueForAll(client => MayJoin(client, host));
    }

    private static int Connecting(TravelerType type) => type.Traveler.Devices.Count(device => device != "watch");

    /// <summary>
    /// Devices of a person that a hotspot or router serves: none where the phone joins no Wi-Fi and there is nothing
    /// else.
    /// </summary>
    private int OverWifi(TravelerType type) =>
        Connecting(type) + (JoinsWifi(type) && (type.Demand.PhoneGbPerDay > 0 || Connecting(type) == 0) ? 1 : 0);

    private bool JoinsWifi(TravelerType type) => type.Traveler.Phone is not { } phone || _party.Catalog.Devices[phone].JoinsWifi != false;

    private bool MayJoin(TravelerType client, TravelerType host)
    {
        var (guest, carrier) = (client.Traveler, host.Traveler);
        var together = guest.Group is not null && guest.Group == carrier.Group;
        var apart = guest.NeverAlone ? carrier.HoursApartPerDay : Math.Max(guest.HoursApartPerDay, carrier.HoursApartPerDay);
        return OverWifi(
            client) > 0 && !carrier.NeverAlone && !guest.NeedsJapaneseNumber && (!guest.ReachableWhenApart || together || apart == 0);
    }

    private Pod Priced(TravelerType host, List<TravelerType> people, Bundle bundle)
    {
        var kind = (bundle.Plan.Medium, people.Count) switch
        {
            (Medium.PocketWifi, _) => PodKind.Router,
            (_, > 1) => PodKind.Hotspot,
            (Medium.Esim, _) => PodKind.OwnEsim,
            _ => PodKind.OwnOther,
        };
        return _party.Factory.With(_party.Factory.Frame(kind, host.Index, MembersOf(people))!.Value, bundle)!;
    }

    private PodMembers MembersOf(List<TravelerType> people) =>
        PodMembers.Of([.. _party.Types.Select(type => people.Count(person => person == type))]);
}
