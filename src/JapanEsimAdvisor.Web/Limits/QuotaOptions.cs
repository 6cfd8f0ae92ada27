using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.Limits;

/// <summary>How many API calls a minute the site answers. Section <c>Quotas</c> of the configuration.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    /// <summary>False for fuzzing and measurements.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Calls a minute without a key, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int PerAddress { get; init; } = 120;

    /// <summary>Calls a minute with a secret key whose partner has no quota of their own.</summary>
    [Range(1, int.MaxValue)]
    public int PerKey { get; init; } = 600;

    /// <summary>
    /// Calls a minute with one publishable key from all addresses together, or the partner's own quota if it is higher.
    /// Each address may use <see cref="PerAddress"/> of them.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int PerPublishableKey { get; init; } = 20_000;

    /// <summary>
    /// Search time a minute for one address or one key, on pages and API together, in estimated milliseconds of one
    /// core. At least the estimate of the most expensive accepted request.
    /// </summary>
    [Range(1_000, int.MaxValue)]
    public int SearchMilliseconds { get; init; } = 20_000;
}
