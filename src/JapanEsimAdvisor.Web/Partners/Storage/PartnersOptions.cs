using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>Where partners and their keys are kept. Section <c>Partners</c> of the configuration.</summary>
public sealed class PartnersOptions
{
    public const string Section = "Partners";

    /// <summary>SQLite connection string; a relative file stands in the content root.</summary>
    [Required]
    public string Database { get; init; } = "Data Source=partners.db";
}
