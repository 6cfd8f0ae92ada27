using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The party's bundles and who connects through whom, with people in place of types.</summary>
/// <param name="Id">The same for the same purchases and connections, whatever people are called.</param>
/// <param name="Pods">In the order of their buyers in the request.</param>
public sealed record Basket(string Id, ImmutableArray<PlacedPod> Pods)
{
    /// <summary>In an order that does not depend on names or on the order of the request, so that sums are the same to the last bit.</summary>
    public ImmutableArray<PlacedPod> InCanonicalOrder { get; } = Pods.Sort(CompareCanonically);

    public double Price => Sum(pod => pod.Cost.Price);

    public double ExpectedTotal => Sum(pod => pod.Cost.Total);

    /// <summary>Expected use past full speed, all people together.</summary>
    public double ShortfallGb => Sum(pod => pod.Risk.ShortfallGb);

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

    public Score Score => new(0, Unmet, ExpectedTotal);

    /// <summary>Whether somebody buys the plan, alone or with another.</summary>
    public bool Holds(string planId) => Pods.Any(placed => placed.Pod.Bundle is { } bundle && bundle.Items.Any(item => item.Plan.Id == planId));

    /// <summary>People of a type are handed out in request order.</summary>
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

/// <summary>One pod with its people.</summary>
/// <param name="Host">Traveler who buys, hosts or carries.</param>
/// <param name="Clients">Who connects through them.</param>
/// <param name="Times">So many pods alike among people alike of that traveler.</param>
public sealed record PlacedPod(Pod Pod, string Host, ImmutableArray<Connected> Clients, int Times)
{
    public IEnumerable<string> People => Clients.Select(client => client.Traveler).Prepend(Host);
}

public sealed record Connected(string Traveler, int Count);
