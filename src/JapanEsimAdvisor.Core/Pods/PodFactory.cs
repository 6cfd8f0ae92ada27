using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>Prices every way to serve some people of the party (decision model, sections 2 to 4).</summary>
public sealed partial class PodFactory(Trip trip, CatalogSnapshot catalog, ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts)
{
    private readonly InconvenienceTariff _tariff = catalog.Tariff;

    private readonly double _factor = catalog.Tariff.WeightOf(trip.Priority);

    private readonly int _days = trip.Stay.DemandDays;

    /// <summary>The bundles a host type could buy for a router or for a line, cheapest first.</summary>
    public ImmutableArray<Bundle> Bundles(PodKind kind, int host) => kind == PodKind.Router ? hosts[host].Routers : hosts[host].Lines;

    /// <summary>What a pod is before its bundle: who shares, what they use, what battery, waiting, being apart and collecting cost. Null where its members cannot be together so.</summary>
    public PodFrame? Frame(PodKind kind, int host, PodMembers members) =>
        CostOfSharing(kind, host, members) is { } cost ? Frame(kind, host, members, cost, DemandOf(kind, members)) : null;

    /// <param name="cost">As <see cref="CostOfSharing"/> reckons it.</param>
    /// <param name="demand">As <see cref="DemandOf"/> pools it.</param>
    public PodFrame Frame(PodKind kind, int host, PodMembers members, PodCost cost, PooledDemand demand) => new(
        kind,
        host,
        members,
        PeopleWithUse(kind, members),
        Connections(kind, host, members),
        demand,
        Demand(host, members, clientsOnly: true, kind),
        cost);

    /// <summary>Rows of cost that do not depend on the bundle: battery, waiting, being apart, collecting. Null where the members cannot be together so.</summary>
    public PodCost? CostOfSharing(PodKind kind, int host, PodMembers members)
    {
        if (!MembersFit(kind, host, members))
        {
            return null;
        }

        return new PodCost
        {
            CollectRouter = kind == PodKind.Router ? _tariff.CollectAndReturnRouter * _factor : 0,
            CarryRouter = kind == PodKind.Router ? _tariff.RouterPerDay * _days * _factor : 0,
            HostBattery = kind == PodKind.Hotspot ? _tariff.HostBatteryPerDay * _days * _factor : 0,
            ClientWaiting = kind == PodKind.Hotspot ? _tariff.HostBatteryPerClientPersonPerDay * (members.People - 1) * _days * _factor : 0,
            Apart = kind is PodKind.Hotspot or PodKind.Router ? _tariff.ApartPerPersonHour * OfflineHours(host, members) * _days * _factor : 0,
        };
    }

    /// <summary>Pooled use of everybody in a pod, whoever hosts it.</summary>
    public PooledDemand DemandOf(PodKind kind, PodMembers members) => Demand(0, members, clientsOnly: false, kind);

    /// <summary>Nobody needs a line.</summary>
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

    /// <summary>Whether two types of travelers may buy the same.</summary>
    public bool HaveSamePool(int host, int other) => ReferenceEquals(hosts[host].Pool, hosts[other].Pool);

    /// <summary>GB of expected use past full speed; null where the bundle may not serve its clients.</summary>
    public double? Shortfall(in PodFrame frame, Bundle bundle)
    {
        var servesClients = frame.Kind != PodKind.Router && frame.Connections > 0;
        return MayServe(frame, bundle, servesClients) ? ShortfallOf(frame, bundle, TetheredOf(frame, bundle, servesClients)) : null;
    }

    /// <summary>What the pod costs and risks with this bundle; null where the bundle may not serve its clients.</summary>
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

    /// <summary>The pod with this bundle; null where the bundle may not serve its clients.</summary>
    public Pod? With(in PodFrame frame, Bundle bundle) => Figures(frame, bundle) is { } figures ? With(frame, bundle, figures) : null;

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

    /// <summary>Capped tethering: p = min(1, p_all + p_clients), shortfall = min(sum, use), each over its own cycle.</summary>
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

    /// <summary>The wish: chance of running out for allowances per plan or month, full-speed share for daily ones.</summary>
    private bool IsMet(Bundle bundle, PodRisk risk, PooledDemand demand) => risk.ChanceOfRunningOut is { } chance
        ? chance <= trip.MaxChanceOfRunningOut
        : bundle.Cycles.IsEmpty && bundle.TetherCycles.IsEmpty
            || demand.GbPerDay <= 0
            || 1 - (risk.ShortfallGb / (demand.GbPerDay * _days)) >= _tariff.MinimumFullSpeedShare;
}

/// <summary>A pod before its bundle is chosen.</summary>
/// <param name="PeopleWithUse">Those who use data at all.</param>
/// <param name="Connections">Wi-Fi connections the host or router must serve.</param>
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
