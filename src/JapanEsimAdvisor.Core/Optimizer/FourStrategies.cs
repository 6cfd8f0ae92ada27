using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>The strategies that are always answered, for one party.</summary>
public static class FourStrategies
{
    /// <summary>What they are called, in their order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Of([], []).Select(strategy => strategy.Name)];

    /// <summary>per-person, shared-hotspot, pocket-wifi, mix: in this order.</summary>
    public static ImmutableArray<IStrategy> For(ImmutableArray<TravelerType> types, PodTable pods) =>
        Of(pods.Types(PodKind.OwnEsim), BuysAlone(types));

    private static ImmutableArray<IStrategy> Of(ImmutableArray<bool> haveEsim, ImmutableArray<bool> buysAlone) =>
        [new PerPerson(haveEsim), new SharedHotspot(), new PocketWifi(buysAlone), new Mix()];

    private static ImmutableArray<bool> BuysAlone(ImmutableArray<TravelerType> types)
    {
        var people = types.Sum(type => type.Count);
        return [.. types.Select(type => type.Traveler.NeedsJapaneseNumber || (people > 1 && !types.Any(host => CanCarryFor(host, type))))];
    }

    private static bool CanCarryFor(TravelerType host, TravelerType client) =>
        (host.Index != client.Index || host.Count > 1)
        && Sharing.MayServeOthers(host.Traveler)
        && Sharing.IsServedOverWifi(host)
        && Sharing.MayBeClient(client, host);
}
