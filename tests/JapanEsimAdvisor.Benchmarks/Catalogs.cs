using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>The catalogs speed is measured on.</summary>
internal static class Catalogs
{
    /// <summary>Stands for the data folder as it is; other numbers are plans of a synthetic catalog.</summary>
    public const int Real = 0;

    public static CatalogSnapshot Of(int plans) => plans == Real ? Read() : SyntheticCatalog.Of(Read(), plans);

    private static CatalogSnapshot Read()
    {
        var folder = DataFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, "data"), default).GetAwaiter().GetResult();
        var (snapshot, problems) = CatalogReader.ReadAsync(folder, SampleParties.Today, default).GetAwaiter().GetResult();
        return snapshot ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
