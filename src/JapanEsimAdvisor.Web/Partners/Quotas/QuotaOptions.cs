using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.Partners.Quotas;

/// <summary>How many API calls a minute are answered. Section <c>Quotas</c> of the configuration.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    /// <summary>Off where the site is fuzzed or measured.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Calls a minute without a key, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int PerAddress { get; init; } = 120;

    /// <summary>Calls a minute with a key whose partner has no quota of their own.</summary>
    [Range(1, int.MaxValue)]
    public int PerKey { get; init; } = 600;
}
