using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>Computes cost and risk of pods (decision model, sections 2 to 4).</summary>
/// <param name="trip">The trip.</param>
/// <param name="catalog">The catalog.</param>
/// <param name="types">Types of traveler of the party.</param>
/// <param name="hosts">The bundles that each type may buy, in the same order.</param>
public sealed partial class PodFactory(
    Trip trip, CatalogSnapshot catalog, ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts)
{
    private readonly InconvenienceTariff _tariff = catalog.Tariff;

    private readonly double _factor = catalog.Tariff.WeightOf(trip.Priority);

    private readonly int _days = trip.Stay.DemandDays;

    /// <summary>The bundles that a host may buy for a kind of pod, cheapest first.</summary>
    /// <param name="kind">A kind with a bundle. For a line the media are not filtered.</param>
    /// <param name="host">Index of the host's type.</param>
    public ImmutableArray<Bundle> Bundles(PodKind kind, int host) =>
        kind == PodKind.Router ? hosts[host].Routers : hosts[host].Lines;

    /// <summary>
    /// A pod before its bundle is chosen: members, use, and the rows of cost that do not depend on the bundle. Null
    /// where the members cannot be together in this kind of pod.
    /// </summary>
    /// <param name="kind">A kind with a bundle.</param>
    /// <param name="host">Index of the host's type.</param>
    /// <param name="members">The people, the host included.</param>
    public PodFrame? Frame(PodKind kind, int host, PodMembers members) =>
        CostOfSharing(kind, host, members) is { } cost ? Frame(kind, host, members, cost, DemandOf(kind, members)) : null;

    /// <summary>The same, for known cost and use.</summary>
    /// <param name="kind">A kind with a bundle.</param>
    /// <param name="host">Index of the host's type.</param>
    /// <param name="members">The people, the host included.</param>
    /// <param name="cost">Result of <see cref="CostOfSharing"/>.</param>
    /// <param name="demand">Result of <see cref="DemandOf"/>.</param>
    public PodFrame Frame(PodKind kind, int host, PodMembers members, PodCost cost, PooledDemand demand) => new(
        kind,
        host,
        members,
        PeopleWithUse(kind, members),
        Connections(kind, host, members),
        demand,
        Demand(host, members, clientsOnly: true, kind),
        cost);

    /// <summary>
    /// Rows of cost that do not depend on the bundle: battery, waiting, hours apart, collecting. Null where the members
    /// cannot be together in this kind of pod.
    /// </summary>
    public PodCost? CostOfSharing(PodKind kind, int host, PodMembers members)
    {
        if (!MembersFit(kind, host, members))
        {
            return null;
        }

        return new PodCost
        {
            CollectRouter = kind == PodKind.Router ? _tariff.CollectAndReturnRouter * _factor : 0,
            RouterDaily = kind == PodKind.Router ? _tariff.RouterPerDay * _days * _factor : 0,
            HostBattery = kind == PodKind.Hotspot ? _tariff.HostBatteryPerDay * _days * _factor : 0,
            ClientWaiting = kind == PodKind.Hotspot
                ? _tariff.HostBatteryPerClientPersonPerDay * (members.People - 1) * _days * _factor
                : 0,
            Apart = kind is PodKind.Hotspot or PodKind.Router
                ? _tariff.ApartPerPersonHour * OfflineHours(host, members) * _days * _factor
                : 0,
        };
    }

    /// <summary>Pooled use of all members. It does not depend on the host.</summary>
    public PooledDemand DemandOf(PodKind kind, PodMembers members) => Demand(0, members, clientsOnly: false, kind);

    /// <summary>The pod of one person who needs no line; null for other members.</summary>
    public Pod? WithoutLine(PodMembers members) => members.People == 1 && types[members.Counts.IndexOf(1)].NeedsNothing
        ? new Pod
        {
            Kind = PodKind.NoLine,
            Members = members,
            HostType = members.Counts.IndexOf(1),
            Bundle = null,
            Cost = default,
            Risk = default,
            Demand = default,
            ClientDemand = default,
            Unmet = 0,
        }
        : null;

    /// <summary>True where two types of traveler may buy the same bundles.</summary>
    public bool HaveSamePool(int host, int other) => ReferenceEquals(hosts[host].Pool, hosts[other].Pool);

    /// <summary>
    /// Expected use that is not served at full speed, GB; null where the bundle may not serve the clients of the pod.
    /// </summary>
    public double? Shortfall(in PodFrame frame, Bundle bundle)
    {
        var servesClients = frame.Kind != PodKind.Router && frame.Connections > 0;
        return MayServe(frame, bundle, servesClients) ? ShortfallOf(frame, bundle, TetheredOf(frame, bundle, servesClients)) : null;
    }

    /// <summary>
    /// Cost and risk of the pod with this bundle; null where the bundle may not serve the clients of the pod.
    /// </summary>
    public PodFigures? Figures(in PodFrame frame, Bundle bundle)
    {
        var servesClients = frame.Kind != PodKind.Router && frame.Connections > 0;
        if (!MayServe(frame, bundle, servesClients))
        {
            return null;
        }

        var tethered = TetheredOf(frame, bundle, servesClients);
        var (risk, topUpYen) = RiskOf(bundle, frame, tethered, servesClients);
        return new PodFigures(
            CostOf(bundle, frame, risk, topUpYen, tethered),
            risk,
            IsMet(bundle, risk, frame.Demand) ? 0 : frame.Members.People);
    }

    /// <summary>The pod with this bundle; null where the bundle may not serve the clients of the pod.</summary>
    public Pod? With(in PodFrame frame, Bundle bundle) => Figures(frame, bundle) is { } figures ? With(frame, bundle, figures) : null;

    /// <summary>The pod with this bundle and known figures.</summary>
    public static Pod With(in PodFrame frame, Bundle bundle, PodFigures figures) => new()
    {
        Kind = frame.Kind,
        Members = frame.Members,
        HostType = frame.Host,
        Bundle = bundle,
        Cost = figures.Cost,
        Risk = figures.Risk,
        Demand = frame.Demand,
        ClientDemand = TetheredOf(frame, bundle, frame.Kind != PodKind.Router && frame.Connections > 0),
        Unmet = figures.Unmet,
    };

    private static PooledDemand TetheredOf(in PodFrame frame, Bundle bundle, bool servesClients) =>
        servesClients && !bundle.TetherCycles.IsEmpty ? frame.ClientDemand : default;

    private bool MayServe(in PodFrame frame, Bundle bundle, bool servesClients)
    {
        if (frame.Kind == PodKind.Router)
        {
            return frame.Connections <= Sharing.RouterConnections(bundle.Plan.Router, _tariff);
        }

        return !servesClients || bundle.MayServeClients;
    }

    private PooledDemand Demand(int host, PodMembers members, bool clientsOnly, PodKind kind)
    {
        var pool = default(DemandPool);
        for (var type = 0; type < types.Length; type++)
        {
            var isHost = type == host && clientsOnly && kind != PodKind.Router;
            var demand = Sharing.DemandOf(types[type], kind);
            pool.Add(demand.GbPerDay, demand.PersonCv, members.Counts[type] - (isHost ? 1 : 0));
            pool.Add(demand.DevicesGbPerDay, demand.PersonCv, isHost ? 1 : 0);
        }

        return pool.Demand(catalog.Usage.Spread);
    }

    private double ShortfallOf(in PodFrame frame, Bundle bundle, PooledDemand tethered)
    {
        var shortfall = bundle.Cycles.IsEmpty ? 0 : ShortageModel.ShortfallGb(bundle.Use, frame.Demand);
        return tethered.GbPerDay > 0
            ? Math.Min(shortfall + ShortageModel.ShortfallGb(bundle.TetherUse, tethered), frame.Demand.GbPerDay * _days)
            : shortfall;
    }

    private (PodRisk Risk, double TopUpYen) RiskOf(Bundle bundle, in PodFrame frame, PooledDemand tethered, bool servesClients)
    {
        if (bundle.Cycles.IsEmpty && bundle.TetherCycles.IsEmpty)
        {
            return (default, 0);
        }

        var shortfall = ShortageModel.ShortfallGb(bundle.Use, frame.Demand);
        var (topUps, topUpYen) = TopUps(bundle, frame, shortfall, servesClients);
        var chance = bundle.Shortage.RunsOut ? ShortageModel.ChanceOfRunningOut(bundle.Use, frame.Demand) : (double?)null;
        var limited = bundle.Shortage.LimitsDays ? ShortageModel.LimitedDays(bundle.Use, frame.Demand) : (double?)null;
        return (WithTether(new PodRisk(chance, limited, shortfall, topUps), bundle, frame, tethered), topUpYen);
    }

    /// <summary>
    /// Adds the risk of capped tethering: p = min(1, p_all + p_clients), shortfall = min(sum, use), each over its own
    /// cycles.
    /// </summary>
    private PodRisk WithTether(PodRisk risk, Bundle bundle, in PodFrame frame, PooledDemand tethered)
    {
        if (tethered.GbPerDay <= 0)
        {
            return risk;
        }

        var capDays = ShortageModel.LimitedDays(bundle.TetherUse, tethered);
        return risk with
        {
            ChanceOfRunningOut = risk.ChanceOfRunningOut is { } chance
                ? Math.Min(1, chance + ShortageModel.ChanceOfRunningOut(bundle.TetherUse, tethered))
                : null,
            LimitedDays = Math.Min(bundle.ClockDays, (risk.LimitedDays ?? 0) + capDays),
            ShortfallGb = ShortfallOf(frame, bundle, tethered),
        };
    }

    private (double Packs, double Yen) TopUps(Bundle bundle, in PodFrame frame, double shortfall, bool servesClients)
    {
        if (!bundle.Shortage.TopsUp || frame.Demand.GbPerDay <= 0)
        {
            return (0, 0);
        }

        if (bundle.Shortage is { After: AfterAction.Charged, YenPerExtraGb: { } yenPerGb })
        {
            return (0, shortfall * yenPerGb);
        }

        if (hosts[frame.Host].TopUps.For(bundle, servesClients) is not { } pack)
        {
            return (0, 0);
        }

        var packs = ShortageModel.ExpectedTopUps(bundle.Use, frame.Demand, pack.Gb);
        return (packs, packs * pack.Yen);
    }

    private PodCost CostOf(Bundle bundle, in PodFrame frame, PodRisk risk, double topUpYen, PooledDemand tethered) => frame.Cost with
    {
        Price = bundle.YenAt(frame.Demand.GbPerDay),
        TopUps = topUpYen,
        SetUpEsim = bundle.Plan.Medium == Medium.Esim ? _tariff.SetUpEsim * bundle.SetUps * _factor : 0,
        SwapSim = bundle.Plan.Medium == Medium.Sim ? _tariff.SwapSim * bundle.SetUps * _factor : 0,
        IdentityCheck = bundle.Items.Count(item => item.Plan.IdentityCheck == true) * _tariff.IdentityCheck * _factor,
        LimitedDays = LimitedDaysYen(bundle, frame, risk, tethered) * _factor,
    };

    private double LimitedDaysYen(Bundle bundle, in PodFrame frame, PodRisk risk, PooledDemand tethered)
    {
        if (risk.LimitedDays is not { } days)
        {
            return 0;
        }

        var ofAll = tethered.GbPerDay <= 0 ? days : bundle.Shortage.LimitsDays ? ShortageModel.LimitedDays(bundle.Use, frame.Demand) : 0;
        var ofClients = Math.Max(0, days - ofAll);
        return (ofAll * frame.PeopleWithUse * _tariff.LimitedDay(bundle.Shortage.After, bundle.Shortage.Kbps))
            + (ofClients * Math.Max(1, frame.PeopleWithUse - 1) * _tariff.LimitedDaySlow);
    }

    /// <summary>
    /// True where the limit of the party is met: chance of running out for allowances per plan or month, full-speed
    /// share for daily ones.
    /// </summary>
    private bool IsMet(Bundle bundle, PodRisk risk, PooledDemand demand) => risk.ChanceOfRunningOut is { } chance
        ? chance <= trip.MaxChanceOfRunningOut
        : bundle.Cycles.IsEmpty && bundle.TetherCycles.IsEmpty
            || demand.GbPerDay <= 0
            || 1 - (risk.ShortfallGb / (demand.GbPerDay * _days)) >= _tariff.MinimumFullSpeedShare;
}

/// <summary>A pod before its bundle is chosen.</summary>
/// <param name="Kind">How the pod connects.</param>
/// <param name="Host">Index of the host's type.</param>
/// <param name="Members">The people, the host included.</param>
/// <param name="PeopleWithUse">Number of people who use data.</param>
/// <param name="Connections">Number of Wi-Fi connections that the host or router must serve.</param>
/// <param name="Demand">Pooled use of all members.</param>
/// <param name="ClientDemand">Pooled use of connected devices only.</param>
/// <param name="Cost">Rows that do not depend on the bundle.</param>
public readonly record struct PodFrame(
    PodKind Kind,
    int Host,
    PodMembers Members,
    int PeopleWithUse,
    int Connections,
    PooledDemand Demand,
    PooledDemand ClientDemand,
    PodCost Cost);
