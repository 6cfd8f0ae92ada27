using JapanEsimAdvisor.Web.Catalog;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>What an import brings into service and what it keeps.</summary>
public sealed class ImportTests
{
    private const string FirstPrice = "plans[0].prices[0].amount";

    [Fact]
    public async Task A_first_import_archives_every_file_and_price()
    {
        using var folder = new CatalogFolder();
        var data = new SmallCatalog();
        var problems = await folder.ImportAsync(data);

        Assert.Empty(problems);
        Assert.Equal((1, data.Folder.Files.Count, 8), await folder.RowsAsync());
        Assert.Equal((data.Folder.Version, SiteFixture.Now), (folder.Current.Snapshot.Version, folder.Current.ImportedAt));
        Assert.Empty(folder.Current.PriceChanges.Values.SelectMany(changes => changes));
    }

    [Fact]
    public async Task Importing_the_same_data_twice_changes_nothing()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var (rows, before) = (await folder.RowsAsync(), folder.Current);
        folder.Clock.Advance(TimeSpan.FromDays(1));
        var problems = await folder.ImportAsync(new SmallCatalog());

        Assert.Empty(problems);
        Assert.Equal(rows, await folder.RowsAsync());
        Assert.Equal((before.ImportedAt, before.Snapshot.Version), (folder.Current.ImportedAt, folder.Current.Snapshot.Version));
    }

    [Fact]
    public async Task A_changed_price_adds_a_row_and_remembers_the_old_one()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var (_, files, prices) = await folder.RowsAsync();
        folder.Clock.Advance(TimeSpan.FromDays(1));
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "8.5"));

        Assert.Equal((2, files + 1, prices + 1), await folder.RowsAsync());
        Assert.Equal(new PriceChange("2024-05-06", 7, 10m, "USD"), Assert.Single(folder.Current.PriceChanges["shop-5-gb"]));
        Assert.Equal(8.5m, folder.Current.Snapshot.Plans.Single(plan => plan.Id == "shop-5-gb").Prices[0].Low);
        Assert.Equal(SiteFixture.Now.AddDays(1), folder.Current.ImportedAt);
    }

    [Fact]
    public async Task A_price_that_comes_back_leaves_both_changes_newest_first()
    {
        using var folder = new CatalogFolder();
        foreach (var amount in (string[])["10", "8", "10", "9"])
        {
            await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, amount));
        }

        Assert.Equal([10m, 8m, 10m], folder.Current.PriceChanges["shop-5-gb"].Select(change => change.Amount));
    }

    [Fact]
    public async Task What_is_no_price_adds_no_row()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var (_, files, prices) = await folder.RowsAsync();
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].name", "\"Five\""));

        Assert.Equal((2, files + 1, prices), await folder.RowsAsync());
    }

    [Fact]
    public async Task A_removed_file_takes_its_plans_out_and_stays_in_the_archive()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var (_, files, _) = await folder.RowsAsync();
        var less = new SmallCatalog().Without(SmallCatalog.Shop);
        await folder.ImportAsync(less);
        var version = folder.Current.Snapshot.Version;
        var rows = await folder.RowsAsync();
        await folder.ImportAsync(less);

        Assert.Equal(["home-roaming", "rent-router"], folder.Current.Snapshot.Plans.Select(plan => plan.Id));
        Assert.Equal((files + 1, less.Folder.Version), (rows.Files, version));
        Assert.Equal(rows, await folder.RowsAsync());
    }

    [Fact]
    public async Task A_file_that_comes_back_is_in_service_again()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        await folder.ImportAsync(new SmallCatalog().Without(SmallCatalog.Shop));
        await folder.ImportAsync(new SmallCatalog());

        Assert.Equal(4, folder.Current.Snapshot.Plans.Length);
        Assert.Equal(new SmallCatalog().Folder.Version, folder.Current.Snapshot.Version);
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{}")]
    public async Task A_bad_file_leaves_the_last_good_catalog_in_service_after_a_restart_too(string text)
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var (version, rows) = (folder.Current.Snapshot.Version, await folder.RowsAsync());
        folder.Clock.Advance(TimeSpan.FromDays(1));
        var problems = await folder.ImportAsync(new SmallCatalog { [SmallCatalog.Shop] = text });

        Assert.All(problems, problem => Assert.Equal(SmallCatalog.Shop, problem.File));
        Assert.Equal(problems.Select(problem => problem.ToString()), folder.Current.RefusedBecause);
        Assert.NotEmpty(problems);
        folder.Restart();
        Assert.Equal(problems, await folder.ImportAsync());
        Assert.Equal((version, SiteFixture.Now), (folder.Current.Snapshot.Version, folder.Current.ImportedAt));
        Assert.Equal(4, folder.Current.Snapshot.Plans.Length);
        Assert.Equal(rows, await folder.RowsAsync());
    }

    [Fact]
    public async Task A_data_folder_that_is_gone_leaves_the_last_good_catalog_in_service()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        Directory.Delete(folder.Data, recursive: true);
        folder.Restart();
        var problems = await folder.ImportAsync();

        Assert.Contains("usage.json", problems.Select(problem => problem.File));
        Assert.Equal(4, folder.Current.Snapshot.Plans.Length);
    }

    [Fact]
    public async Task Good_data_after_bad_is_taken_in()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        await folder.ImportAsync(new SmallCatalog { [SmallCatalog.Shop] = "{}" });
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "7"));

        Assert.Empty(folder.Current.RefusedBecause);
        Assert.Equal(7m, folder.Current.Snapshot.Plans.Single(plan => plan.Id == "shop-5-gb").Prices[0].Low);
    }

    [Fact]
    public async Task A_first_import_of_bad_data_says_why_and_takes_nothing()
    {
        using var folder = new CatalogFolder();
        var failure = await Assert.ThrowsAsync<InvalidDataException>(
            () => folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "0")));

        Assert.Contains("There is no valid catalog to start with", failure.Message, StringComparison.Ordinal);
        Assert.Contains("catalog/shop.json(", failure.Message, StringComparison.Ordinal);
        Assert.Contains("is free without a condition", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await folder.RowsAsync());
        Assert.False(folder.Store.IsInService);
    }

    [Fact]
    public async Task Numbers_keep_their_cents_in_the_archive()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "9.99"));
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "9.9"));

        Assert.Equal(9.99m, Assert.Single(folder.Current.PriceChanges["shop-5-gb"]).Amount);
    }
}
