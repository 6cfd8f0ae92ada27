using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Which networks a purchase depends on. A network that is not known is not diverse: it may be any.</summary>
public static class Networks
{
    /// <summary>A network nobody names. It may be any, so who depends on it shares the fate of all others on one network.</summary>
    public const string Unknown = "unknown";

    /// <summary>All known networks of a bundle; empty where that of any part is not known.</summary>
    public static ImmutableArray<string> Of(Bundle bundle) => bundle.Items.Any(item => item.Plan.Networks.IsEmpty)
        ? []
        : [.. bundle.Items.SelectMany(item => item.Plan.Networks).Distinct()];

    /// <summary>True where the line is known to be gone without the network, or, for the unknown network, where its own is not known.</summary>
    public static bool DependsOn(Bundle bundle, string network) => network == Networks.Unknown
        ? Of(bundle).IsEmpty
        : Stretches(bundle).Any(stretch => stretch is [var only] && only == network);

    /// <summary>
    /// True where the line surely works without the network: it has another known one on every day. What is unknown may be any network, so that only
    /// two known ones outlast it.
    /// </summary>
    public static bool Survives(Bundle bundle, string network) => network == Networks.Unknown
        ? Stretches(bundle).All(stretch => stretch.Count >= 2)
        : Stretches(bundle).All(stretch => stretch.Any(other => other != network));

    /// <summary>Networks at hand on the same day: of plans side by side together, of plans one after the other each for itself.</summary>
    private static IEnumerable<IReadOnlyList<string>> Stretches(Bundle bundle) => bundle.Items.Length > 1 && bundle.Cycles.Length > 1
        ? bundle.Items.Select(item => item.Plan.Networks.Distinct().ToList())
        : [[.. Of(bundle)]];
}
