using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// A strategy: the pods that a basket may contain, and the number that it minimizes first. After that all strategies
/// use the same order.
/// </summary>
/// <param name="Name">Stable name, kebab-case.</param>
/// <param name="Allows">Whether a basket may contain a pod.</param>
/// <param name="MustContain">A basket contains at least one of these pods; null where there is no such rule.</param>
/// <param name="First">The number to minimize first, at least 0, summed over the pods; null for none.</param>
public sealed record Strategy(string Name, Func<Pod, bool> Allows, Func<Pod, bool>? MustContain = null, Func<Pod, int>? First = null)
{
    /// <summary>True where a basket must contain such a pod.</summary>
    public bool Marks(Pod pod) => MustContain?.Invoke(pod) ?? false;

    /// <summary>The score of a pod, with the coordinate of the strategy.</summary>
    public Score ScoreOf(Pod pod) => pod.Score with { First = First?.Invoke(pod) ?? 0 };
}

/// <summary>The strategies (decision model, section 5).</summary>
public static class Strategies
{
    /// <summary>Any pods.</summary>
    public static Strategy Mix { get; } = new("mix", _ => true);

    /// <summary>As few phones with a line as possible serve the party. At least one person is a client.</summary>
    public static Strategy SharedHotspot { get; } = new(
        "shared-hotspot",
        pod => pod.Kind != PodKind.Router,
        pod => pod.Kind == PodKind.Hotspot,
        pod => pod.Kind == PodKind.NoLine ? 0 : 1);

    /// <summary>
    /// Any pods, with at least one person who connects through a hotspot or router of another person.
    /// </summary>
    public static Strategy SomebodyShares { get; } = new("somebody-shares", _ => true, pod => pod.ClientPeople > 0);

    /// <summary>Any pods in which nobody connects through another person.</summary>
    public static Strategy NobodyShares { get; } = new("nobody-shares", pod => pod.ClientPeople == 0);

    /// <summary>Names of <see cref="Four"/>, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Of([], []).Select(strategy => strategy.Name)];

    /// <summary>
    /// The strategies of every recommendation, in this order: per-person, shared-hotspot, pocket-wifi, mix.
    /// </summary>
    public static ImmutableArray<Strategy> Four(ImmutableArray<TravelerType> types, PodTable pods) =>
        Of(pods.HostsOf(PodKind.OwnEsim), BuysAlone(types));

    private static ImmutableArray<Strategy> Of(ImmutableArray<bool> haveEsim, ImmutableArray<bool> buysAlone) =>
        [PerPerson(haveEsim), SharedHotspot, PocketWifi(buysAlone), Mix];

    /// <summary>
    /// Each person has an own line: an eSIM, else a SIM card or roaming. A person for whom no line is possible joins
    /// another. The strategy minimizes the number of clients first.
    /// </summary>
    /// <param name="haveEsim">For each type, whether some eSIM serves one person with all their devices.</param>
    private static Strategy PerPerson(ImmutableArray<bool> haveEsim) => new(
        "per-person",
        pod => pod.Kind switch
        {
            PodKind.Router => false,
            PodKind.OwnOther => !haveEsim[pod.HostType],
            _ => true,
        },
        First: pod => pod.ClientPeople);

    /// <summary>
    /// As few rented routers as possible serve the party. A person who cannot be a client buys alone.
    /// </summary>
    /// <param name="buysAlone">For each type, whether nobody can host its people.</param>
    private static Strategy PocketWifi(ImmutableArray<bool> buysAlone) => new(
        "pocket-wifi",
        pod => pod.Kind is PodKind.Router or PodKind.NoLine
            || (pod.Kind is PodKind.OwnEsim or PodKind.OwnOther && buysAlone[pod.HostType]),
        pod => pod.Kind == PodKind.Router,
        pod => pod.Kind == PodKind.Router ? 1 : 0);

    private static ImmutableArray<bool> BuysAlone(ImmutableArray<TravelerType> types)
    {
        var people = types.Sum(type => type.Count);
        return [.. types.Select(type => type.Traveler.NeedsJapaneseNumber || (people > 1 && !types.Any(host => CanConnect(host, type))))];
    }

    private static bool CanConnect(TravelerType host, TravelerType client) =>
        (host.Index != client.Index || host.Count > 1)
        && Sharing.MayServeOthers(host.Traveler)
        && host.IsServedOverWifi
        && Sharing.MayBeClient(client, host);
}
