using JapanEsimAdvisor.Web.Tests.Hosting;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>The program as an operator runs it: what it prints and the code it ends with.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Checking_good_data_ends_with_0_and_lists_what_is_stale_and_writes_nothing()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var (exit, output, _) = await SiteProgram.RunAsync(folder, "check");

        Assert.Equal(0, exit);
        Assert.Contains("The catalog is valid.", output, StringComparison.Ordinal);
        Assert.Contains("stale: exchange rates of 2024-05-07", output, StringComparison.Ordinal);
        Assert.Contains("stale: shop/shop-5-gb of 2024-05-06", output, StringComparison.Ordinal);
        Assert.Equal([folder.Data], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder.Data)!));
    }

    [Fact]
    public async Task Checking_bad_data_ends_with_1_and_names_every_problem()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog()
            .Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "0")
            .Set("rates.json", "rates[0].yenPerUnit", "2")
            .WriteTo(folder.Data);
        var (exit, output, errors) = await SiteProgram.RunAsync(folder, "check");

        Assert.Equal(1, exit);
        Assert.Contains("2 problems; nothing was changed.", output, StringComparison.Ordinal);
        Assert.Matches(@"catalog/shop\.json\(\d+\) plans\[0\]\.prices: shop-5-gb is free without a condition", errors);
        Assert.Matches(@"rates\.json\(\d+\) rates: must hold one yen for a yen", errors);
    }

    [Fact]
    public async Task Importing_ends_with_0_and_importing_bad_data_over_it_with_1()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var (good, output, _) = await SiteProgram.RunAsync(folder, "import");
        new SmallCatalog { [SmallCatalog.Shop] = "{ broken" }.WriteTo(folder.Data);
        var (bad, _, errors) = await SiteProgram.RunAsync(folder, "import");

        Assert.Equal((0, 1), (good, bad));
        Assert.Contains("The catalog is imported.", output, StringComparison.Ordinal);
        Assert.Contains("catalog/shop.json(1)", errors, StringComparison.Ordinal);
        Assert.Equal(1, (await folder.RowsAsync()).Imports);
    }

    public static TheoryData<string> WaysToStart =>
        FullRun.Of<TheoryData<string>>(["--urls=http://127.0.0.1:0"], ["import", "--urls=http://127.0.0.1:0"]);

    [Theory]
    [MemberData(nameof(WaysToStart))]
    public async Task Without_any_valid_catalog_the_program_ends_saying_why(string argument)
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "0").WriteTo(folder.Data);
        var (exit, output, errors) = await SiteProgram.RunAsync(folder, argument);

        Assert.Equal(1, exit);
        Assert.StartsWith("There is no valid catalog to start with", errors, StringComparison.Ordinal);
        Assert.Contains("is free without a condition", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }
}
