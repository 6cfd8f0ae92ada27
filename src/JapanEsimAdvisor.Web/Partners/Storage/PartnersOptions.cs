using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>Database of partners and their keys. Section <c>Partners</c> of the configuration.</summary>
public sealed class PartnersOptions
{
    public const string Section = "Partners";

    /// <summary>SQLite connection string; a relative file is below the content root.</summary>
    [Required]
    public string Database { get; init; } = "Data Source=partners.db";
}
