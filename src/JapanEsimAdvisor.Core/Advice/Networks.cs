using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The Japanese networks that a bundle depends on. An unknown network can be any network.</summary>
public static class Networks
{
    /// <summary>The name for every network that no source names.</summary>
    public const string Unknown = "unknown";

    /// <summary>All networks of a bundle; empty where the network of any plan is not known.</summary>
    public static ImmutableArray<string> Of(Bundle bundle) => bundle.Items.Any(item => item.Plan.Networks.IsEmpty)
        ? []
        : [.. bundle.Items.SelectMany(item => item.Plan.Networks).Distinct()];

    /// <summary>
    /// True where the line is known to fail without the network. For <see cref="Unknown"/>: true where the network of
    /// the line is not known.
    /// </summary>
    public static bool DependsOn(Bundle bundle, string network) => network == Networks.Unknown
        ? Of(bundle).IsEmpty
        : Stretches(bundle).Any(stretch => stretch is [var only] && only == network);

    /// <summary>
    /// True where the line surely works without the network: it has another known network on every day.
    /// <see cref="Unknown"/> can be any network, so the line then needs two known ones.
    /// </summary>
    public static bool Survives(Bundle bundle, string network) => network == Networks.Unknown
        ? Stretches(bundle).All(stretch => stretch.Count >= 2)
        : Stretches(bundle).All(stretch => stretch.Any(other => other != network));

    /// <summary>
    /// Networks that work on the same days. Plans at the same time count together. Plans one after the other count
    /// separately.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Stretches(Bundle bundle) => bundle.Items.Length > 1 && bundle.Cycles.Length > 1
        ? bundle.Items.Select(item => item.Plan.Networks.Distinct().ToList())
        : [[.. Of(bundle)]];
}
