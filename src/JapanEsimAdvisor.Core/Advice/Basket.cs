using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// The bundles of the party and the people who connect through each, with travelers instead of types.
/// </summary>
/// <param name="Id">
/// The same for the same purchases and connections. It does not depend on the ids of travelers.
/// </param>
/// <param name="Pods">In the order of their hosts in the request.</param>
public sealed record Basket(string Id, ImmutableArray<PlacedPod> Pods)
{
    /// <summary>
    /// The pods in an order that does not depend on ids or on the order of the request. So sums are equal to the last
    /// bit.
    /// </summary>
    public ImmutableArray<PlacedPod> InCanonicalOrder { get; } = Pods.Sort(CompareCanonically);

    /// <summary>Unrounded yen for the whole stay, without top-ups.</summary>
    public double Price => Sum(pod => pod.Cost.Price);

    /// <summary>Unrounded yen of price, expected top-ups and inconvenience.</summary>
    public double ExpectedTotal => Sum(pod => pod.Cost.Total);

    /// <summary>Expected use of all people that is not served at full speed, GB.</summary>
    public double ShortfallGb => Sum(pod => pod.Risk.ShortfallGb);

    /// <summary>Number of people whose limit is not met.</summary>
    public int Unmet
    {
        get
        {
            var people = 0;
            foreach (var placed in Pods)
            {
                people += placed.Pod.Unmet * placed.Times;
            }

            return people;
        }
    }

    /// <summary>The score without the coordinate of a strategy.</summary>
    public Score Score => new(0, Unmet, ExpectedTotal);

    /// <summary>True where somebody buys the plan, alone or in a pair.</summary>
    public bool Holds(string planId) =>
        Pods.Any(placed => placed.Pod.Bundle is { } bundle && bundle.Items.Any(item => item.Plan.Id == planId));

    /// <summary>The basket of some pods. Travelers of a type take places in the order of the request.</summary>
    public static Basket Place(ImmutableArray<Pod> pods, ImmutableArray<TravelerType> types, ImmutableArray<Traveler> travelers) =>
        new(BasketId.Of(pods), new Placing(types, travelers).Of(pods));

    private static int CompareCanonically(PlacedPod one, PlacedPod other)
    {
        var order = one.Pod.HostType.CompareTo(other.Pod.HostType);
        order = order != 0 ? order : string.CompareOrdinal(one.Pod.PlanId, other.Pod.PlanId);
        order = order != 0 ? order : one.Pod.Members.People.CompareTo(other.Pod.Members.People);
        order = order != 0 ? order : one.Times.CompareTo(other.Times);
        return order != 0 ? order : one.Pod.Cost.Total.CompareTo(other.Pod.Cost.Total);
    }

    private double Sum(Func<Pod, double> of)
    {
        double sum = 0;
        foreach (var placed in InCanonicalOrder)
        {
            sum += of(placed.Pod) * placed.Times;
        }

        return sum;
    }
}

/// <summary>One pod with its travelers, or several equal ones.</summary>
/// <param name="Pod">The pod.</param>
/// <param name="Host">Id of the traveler who buys, and has the hotspot or the router.</param>
/// <param name="Clients">Travelers who connect through the host, for one pod.</param>
/// <param name="Times">Number of equal pods, at least 1. Each has another person of the host's traveler.</param>
public sealed record PlacedPod(Pod Pod, string Host, ImmutableArray<Connected> Clients, int Times)
{
    /// <summary>Ids of the travelers, the host first.</summary>
    public IEnumerable<string> People => Clients.Select(client => client.Traveler).Prepend(Host);
}

/// <summary>People of a traveler who connect through a host.</summary>
/// <param name="Traveler">Id of the traveler.</param>
/// <param name="Count">Number of people, at least 1.</param>
public sealed record Connected(string Traveler, int Count);
