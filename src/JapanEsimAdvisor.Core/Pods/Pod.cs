using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

public enum PodKind
{
    /// <summary>Somebody who uses no data and need not be reached.</summary>
    NoLine,

    /// <summary>One person on their own eSIM, with their own devices.</summary>
    OwnEsim,

    /// <summary>One person on a SIM card or home roaming.</summary>
    OwnOther,

    /// <summary>A phone's hotspot with at least one other person on it.</summary>
    Hotspot,

    /// <summary>A rented router that one of them carries.</summary>
    Router,
}

/// <summary>Some people of the party, by type: who could share one connection.</summary>
/// <param name="Counts">People of each type.</param>
/// <param name="People">Sum of counts.</param>
public sealed record PodMembers(ImmutableArray<int> Counts, int People)
{
    public static PodMembers Of(ImmutableArray<int> counts)
    {
        var people = 0;
        foreach (var count in counts)
        {
            people += count;
        }

        return new PodMembers(counts, people);
    }
}

/// <summary>Members served by one host over one bundle, with everything it costs and risks.</summary>
public sealed record Pod
{
    public required PodKind Kind { get; init; }

    public required PodMembers Members { get; init; }

    /// <summary>Type of the person who buys, hosts or carries.</summary>
    public required int HostType { get; init; }

    /// <summary>Null for people without a line.</summary>
    public required Bundle? Bundle { get; init; }

    public required PodCost Cost { get; init; }

    public required PodRisk Risk { get; init; }

    /// <summary>Pooled use of everybody in the pod.</summary>
    public required PooledDemand Demand { get; init; }

    /// <summary>Use of connected devices alone; default where tethering is not capped.</summary>
    public required PooledDemand ClientDemand { get; init; }

    /// <summary>People whose wish is not met: all of the pod or none.</summary>
    public required int Unmet { get; init; }

    public Score Score => new(0, Unmet, Cost.Total);

    public int ClientPeople => Kind is PodKind.Hotspot or PodKind.Router ? Members.People - 1 : 0;

    public string PlanId => Bundle?.Plan.Id ?? string.Empty;
}

/// <summary>Unrounded yen. Inconvenience rows already carry the weight of the traveler's priority.</summary>
public readonly record struct PodCost(
    double Price,
    double TopUps,
    double SetUpEsim,
    double SwapSim,
    double IdentityCheck,
    double CollectRouter,
    double CarryRouter,
    double HostBattery,
    double ClientWaiting,
    double Apart,
    double LimitedDays)
{
    public double Inconvenience =>
        SetUpEsim + SwapSim + IdentityCheck + CollectRouter + CarryRouter + HostBattery + ClientWaiting + Apart + LimitedDays;

    public double Total => Price + TopUps + Inconvenience;
}

/// <param name="ChanceOfRunningOut">Null where the allowance is not per plan or month.</param>
/// <param name="LimitedDays">Expected days with the allowance used up; null where the plan does not limit days.</param>
/// <param name="ShortfallGb">Expected use past full speed.</param>
/// <param name="TopUps">Expected number of top-ups.</param>
public readonly record struct PodRisk(double? ChanceOfRunningOut, double? LimitedDays, double ShortfallGb, double TopUps);

/// <summary>What a pod costs and risks with one bundle.</summary>
/// <param name="Unmet">People whose wish is not met.</param>
public readonly record struct PodFigures(PodCost Cost, PodRisk Risk, int Unmet)
{
    public Score Score => new(0, Unmet, Cost.Total);

    /// <summary>Order between pods of the same members: (limits not met, expected total), then shortfall.</summary>
    public int CompareTo(in PodFigures other)
    {
        var order = Score.CompareTo(other.Score);
        return order != 0 ? order : Risk.ShortfallGb.CompareTo(other.Risk.ShortfallGb);
    }
}
