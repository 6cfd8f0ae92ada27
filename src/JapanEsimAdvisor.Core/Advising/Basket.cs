using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>The party's bundles and who connects through whom, with people in place of types.</summary>
/// <param name="Id">The same for the same purchases and connections, whatever people are called.</param>
/// <param name="Pods">In the order of their buyers in the request.</param>
public sealed record Basket(string Id, ImmutableArray<PlacedPod> Pods)
{
    private const int IdLength = 16;

    /// <summary>In an order that does not depend on names or on the order of the request, so that sums are the same to the last bit.</summary>
    public ImmutableArray<PlacedPod> InCanonicalOrder { get; } =
        [.. Pods.OrderBy(placed => placed.Pod.HostType).ThenBy(placed => placed.Pod.PlanId, StringComparer.Ordinal).ThenBy(placed => placed.Pod.Members.People).ThenBy(placed => placed.Times)];

    public double Price => InCanonicalOrder.Sum(placed => placed.Pod.Cost.Price * placed.Times);

    public double ExpectedTotal => InCanonicalOrder.Sum(placed => placed.Pod.Cost.Total * placed.Times);

    /// <summary>Expected use past full speed, all people together.</summary>
    public double ShortfallGb => InCanonicalOrder.Sum(placed => placed.Pod.Risk.ShortfallGb * placed.Times);

    public int Unmet => Pods.Sum(placed => placed.Pod.Unmet * placed.Times);

    /// <summary>Whether somebody buys the plan, alone or with another.</summary>
    public bool Holds(string planId) => Pods.Any(placed => placed.Pod.Bundle is { } bundle && bundle.Items.Any(item => item.Plan.Id == planId));

    /// <summary>People of a type are handed out in request order.</summary>
    public static Basket Place(ImmutableArray<Pod> pods, ImmutableArray<TravelerType> types, ImmutableArray<Traveler> travelers)
    {
        var people = types.Select(type => new Queue<string>(type.Members.SelectMany(member => Enumerable.Repeat(member.Id, member.Count)))).ToList();
        var order = travelers.Select((traveler, index) => (traveler.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var placed = pods
            .OrderBy(pod => pod.Kind)
            .ThenBy(pod => pod.PlanId, StringComparer.Ordinal)
            .Select(pod => Place(pod, people))
            .GroupBy(pod => (pod.Pod.Kind, pod.Pod.Bundle, pod.Host, Clients: string.Join(',', pod.Clients)))
            .Select(same => same.First() with { Times = same.Count() })
            .OrderBy(pod => order[pod.Host])
            .ThenBy(pod => pod.Pod.PlanId, StringComparer.Ordinal);
        return new Basket(IdOf(pods), [.. placed]);
    }

    private static PlacedPod Place(Pod pod, List<Queue<string>> people)
    {
        var host = people[pod.HostType].Dequeue();
        var clients = pod.Members.Counts
            .SelectMany((count, type) => Enumerable.Range(0, count - (type == pod.HostType ? 1 : 0)).Select(_ => people[type].Dequeue()))
            .GroupBy(id => id, StringComparer.Ordinal)
            .Select(same => new Connected(same.Key, same.Count()));
        return new PlacedPod(pod, host, [.. clients], 1);
    }

    private static string IdOf(ImmutableArray<Pod> pods)
    {
        var content = string.Join('\n', pods.Select(Canonical).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..IdLength];
    }

    private static string Canonical(Pod pod) => FormattableString.Invariant(
        $"{pod.Kind}|{pod.HostType}|{string.Join(',', pod.Members.Counts)}|{string.Join('+', pod.Bundle?.Items.Select(Canonical) ?? [])}");

    private static string Canonical(BundleItem item) => FormattableString.Invariant($"{item.Plan.Id}*{item.Purchases}*{item.Days}");
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
