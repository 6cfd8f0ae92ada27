using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.Limits;

/// <summary>How many API calls a minute are answered. Section <c>Quotas</c> of the configuration.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    /// <summary>Off where the site is fuzzed or measured.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Calls a minute without a key, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int PerAddress { get; init; } = 120;

    /// <summary>Calls a minute with a secret key whose partner has no quota of their own.</summary>
    [Range(1, int.MaxValue)]
    public int PerKey { get; init; } = 600;

    /// <summary>
    /// Calls a minute with one publishable key from all addresses together; a partner's own quota where that is higher. Each address has
    /// <see cref="PerAddress"/> of them.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int PerPublishableKey { get; init; } = 20_000;

    /// <summary>
    /// Search time a minute that one address or one key may ask for, on pages and API together, in estimated milliseconds of one core. At least
    /// as much as the most expensive request that is accepted.
    /// </summary>
    [Range(1_000, int.MaxValue)]
    public int SearchMilliseconds { get; init; } = 20_000;
}
