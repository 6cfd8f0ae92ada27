using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>A kind of basket: which pods it may use, and what it minimizes before the order that all strategies share.</summary>
/// <param name="Name">Stable name, kebab-case.</param>
/// <param name="Allows">Whether the basket may contain a pod.</param>
/// <param name="MustContain">The basket contains at least one of these pods; null where it need not.</param>
/// <param name="First">What the basket has as little of as possible, at least 0, added up over its pods; null for nothing.</param>
public sealed record Strategy(string Name, Func<Pod, bool> Allows, Func<Pod, bool>? MustContain = null, Func<Pod, int>? First = null)
{
    public bool Marks(Pod pod) => MustContain?.Invoke(pod) ?? false;

    public Score ScoreOf(Pod pod) => pod.Score with { First = First?.Invoke(pod) ?? 0 };
}

/// <summary>The strategies (decision model, section 5).</summary>
public static class Strategies
{
    /// <summary>Any pods.</summary>
    public static Strategy Mix { get; } = new("mix", _ => true);

    /// <summary>As few phones as possible serve the party, at least one person as a client.</summary>
    public static Strategy SharedHotspot { get; } = new(
        "shared-hotspot",
        pod => pod.Kind != PodKind.Router,
        pod => pod.Kind == PodKind.Hotspot,
        pod => pod.Kind == PodKind.NoLine ? 0 : 1);

    /// <summary>Any pods, as long as somebody connects through another's hotspot or router.</summary>
    public static Strategy SomebodyShares { get; } = new("somebody-shares", _ => true, pod => pod.ClientPeople > 0);

    /// <summary>Any pods in which nobody connects through another.</summary>
    public static Strategy NobodyShares { get; } = new("nobody-shares", pod => pod.ClientPeople == 0);

    /// <summary>Names of <see cref="Four"/>, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Of([], []).Select(strategy => strategy.Name)];

    /// <summary>The strategies that are always answered, in this order: per-person, shared-hotspot, pocket-wifi, mix.</summary>
    public static ImmutableArray<Strategy> Four(ImmutableArray<TravelerType> types, PodTable pods) => Of(pods.HostsOf(PodKind.OwnEsim), BuysAlone(types));

    private static ImmutableArray<Strategy> Of(ImmutableArray<bool> haveEsim, ImmutableArray<bool> buysAlone) =>
        [PerPerson(haveEsim), SharedHotspot, PocketWifi(buysAlone), Mix];

    /// <summary>Everybody their own line: an eSIM, else a SIM or roaming. Who cannot have one joins somebody. Fewest clients first.</summary>
    /// <param name="haveEsim">By type: some eSIM serves one person of it with all their devices.</param>
    private static Strategy PerPerson(ImmutableArray<bool> haveEsim) => new(
        "per-person",
        pod => pod.Kind switch
        {
            PodKind.Router => false,
            PodKind.OwnOther => !haveEsim[pod.HostType],
            _ => true,
        },
        First: pod => pod.ClientPeople);

    /// <summary>As few rented routers as possible serve the party. Who cannot be a client buys alone.</summary>
    /// <param name="buysAlone">By type: nobody could carry a connection for them.</param>
    private static Strategy PocketWifi(ImmutableArray<bool> buysAlone) => new(
        "pocket-wifi",
        pod => pod.Kind is PodKind.Router or PodKind.NoLine || (pod.Kind is PodKind.OwnEsim or PodKind.OwnOther && buysAlone[pod.HostType]),
        pod => pod.Kind == PodKind.Router,
        pod => pod.Kind == PodKind.Router ? 1 : 0);

    private static ImmutableArray<bool> BuysAlone(ImmutableArray<TravelerType> types)
    {
        var people = types.Sum(type => type.Count);
        return [.. types.Select(type => type.Traveler.NeedsJapaneseNumber || (people > 1 && !types.Any(host => CanCarryFor(host, type))))];
    }

    private static bool CanCarryFor(TravelerType host, TravelerType client) =>
        (host.Index != client.Index || host.Count > 1)
        && Sharing.MayServeOthers(host.Traveler)
        && host.IsServedOverWifi
        && Sharing.MayBeClient(client, host);
}
