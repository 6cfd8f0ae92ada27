using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>How a pod connects.</summary>
public enum PodKind
{
    /// <summary>One person who uses no data and need not be reachable.</summary>
    NoLine,

    /// <summary>One person with an own eSIM and own devices.</summary>
    OwnEsim,

    /// <summary>One person with a SIM card or home roaming, and own devices.</summary>
    OwnOther,

    /// <summary>The hotspot of a phone with at least one other person.</summary>
    Hotspot,

    /// <summary>A rented router that one of the people has in the bag.</summary>
    Router,
}

/// <summary>The people of a pod, by type.</summary>
/// <param name="Counts">Number of people of each type.</param>
/// <param name="People">Sum of the counts.</param>
public sealed record PodMembers(ImmutableArray<int> Counts, int People)
{
    /// <summary>Members with these counts.</summary>
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

/// <summary>People who share one connection: one host with one bundle serves them. With cost and risk.</summary>
public sealed record Pod
{
    /// <summary>How the pod connects.</summary>
    public required PodKind Kind { get; init; }

    /// <summary>The people, the host included.</summary>
    public required PodMembers Members { get; init; }

    /// <summary>Index of the host's type. The host buys, and has the hotspot or the router.</summary>
    public required int HostType { get; init; }

    /// <summary>What the host buys; null for <see cref="PodKind.NoLine"/>.</summary>
    public required Bundle? Bundle { get; init; }

    /// <summary>Expected cost for the whole stay.</summary>
    public required PodCost Cost { get; init; }

    /// <summary>Risk for the whole stay.</summary>
    public required PodRisk Risk { get; init; }

    /// <summary>Pooled use of all members.</summary>
    public required PooledDemand Demand { get; init; }

    /// <summary>Use of connected devices only; the default where tethering is not capped.</summary>
    public required PooledDemand ClientDemand { get; init; }

    /// <summary>Number of people whose limit is not met: all members or 0.</summary>
    public required int Unmet { get; init; }

    /// <summary>The score without the coordinate of a strategy.</summary>
    public Score Score => new(0, Unmet, Cost.Total);

    /// <summary>Number of people who connect through the host.</summary>
    public int ClientPeople => Kind is PodKind.Hotspot or PodKind.Router ? Members.People - 1 : 0;

    /// <summary>Id of the first plan; empty without a bundle.</summary>
    public string PlanId => Bundle?.Plan.Id ?? string.Empty;
}

/// <summary>
/// Expected cost of a pod for the whole stay, unrounded yen. The rows of inconvenience include the weight of the
/// traveler's priority.
/// </summary>
/// <param name="Price">Price of the bundle, with the expected use of pay as you go.</param>
/// <param name="TopUps">Expected price of top-ups.</param>
/// <param name="SetUpEsim">To install eSIM profiles.</param>
/// <param name="SwapSim">To swap SIM cards.</param>
/// <param name="IdentityCheck">For identity checks.</param>
/// <param name="CollectRouter">To collect and return a router.</param>
/// <param name="RouterDaily">To have a router in the bag and charge it, all days.</param>
/// <param name="HostBattery">For the battery of a phone that is a hotspot, all days.</param>
/// <param name="ClientWaiting">For each client person on a hotspot: more battery, and the host waits, all days.</param>
/// <param name="Apart">For hours in which clients are offline because they are apart from the host.</param>
/// <param name="LimitedDays">For days with the allowance used up.</param>
public readonly record struct PodCost(
    double Price,
    double TopUps,
    double SetUpEsim,
    double SwapSim,
    double IdentityCheck,
    double CollectRouter,
    double RouterDaily,
    double HostBattery,
    double ClientWaiting,
    double Apart,
    double LimitedDays)
{
    /// <summary>Sum of the rows of inconvenience, unrounded yen.</summary>
    public double Inconvenience =>
        SetUpEsim + SwapSim + IdentityCheck + CollectRouter + RouterDaily + HostBattery + ClientWaiting + Apart + LimitedDays;

    /// <summary>Price, top-ups and inconvenience, unrounded yen.</summary>
    public double Total => Price + TopUps + Inconvenience;
}

/// <summary>Risk of a pod for the whole stay.</summary>
/// <param name="ChanceOfRunningOut">0 to 1; null where the allowance is not per plan or month.</param>
/// <param name="LimitedDays">
/// Expected number of days with the allowance used up; null where the plan does not limit days.
/// </param>
/// <param name="ShortfallGb">Expected use that is not served at full speed, GB.</param>
/// <param name="TopUps">Expected number of top-ups.</param>
public readonly record struct PodRisk(double? ChanceOfRunningOut, double? LimitedDays, double ShortfallGb, double TopUps);

/// <summary>Cost and risk of a pod with one bundle.</summary>
/// <param name="Cost">Expected cost.</param>
/// <param name="Risk">Risk.</param>
/// <param name="Unmet">Number of people whose limit is not met.</param>
public readonly record struct PodFigures(PodCost Cost, PodRisk Risk, int Unmet)
{
    /// <summary>The score without the coordinate of a strategy.</summary>
    public Score Score => new(0, Unmet, Cost.Total);

    /// <summary>
    /// Order of pods with the same members: by score, then by shortfall. Below 0 where this one is better.
    /// </summary>
    public int CompareTo(in PodFigures other)
    {
        var order = Score.CompareTo(other.Score);
        return order != 0 ? order : Risk.ShortfallGb.CompareTo(other.Risk.ShortfallGb);
    }
}
