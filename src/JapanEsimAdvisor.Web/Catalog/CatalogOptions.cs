using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>Source folder and database of the catalog. Section <c>Catalog</c> of the configuration.</summary>
public sealed class CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>Folder of the data files, relative to the program's folder.</summary>
    [Required]
    public string DataFolder { get; init; } = "data";

    /// <summary>SQLite connection string; a relative file is below the content root.</summary>
    [Required]
    public string Database { get; init; } = "Data Source=catalog.db";

    public string DataPath => Path.GetFullPath(DataFolder, AppContext.BaseDirectory);
}
