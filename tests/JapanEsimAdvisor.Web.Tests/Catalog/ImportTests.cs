using JapanEsimAdvisor.Web.Catalog;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>What an import brings into service and what it keeps.</summary>
public sealed class ImportTests
{
    private const string FirstPrice = "plans[0].prices[0].amount";

    [Fact]
    public async Task A_first_import_archives_every_file_and_price()
    {
        using var shelf = new Shelf();
        var data = new SmallCatalog();
        var problems = await shelf.ImportAsync(data);

        Assert.Empty(problems);
        Assert.Equal((1, data.Folder.Files.Count, 8), await shelf.RowsAsync());
        Assert.Equal((data.Folder.Version, SiteFixture.Now), (shelf.Current.Snapshot.Version, shelf.Current.ImportedAt));
        Assert.Empty(shelf.Current.PriceChanges.Values.SelectMany(changes => changes));
    }

    [Fact]
    public async Task Importing_the_same_data_twice_changes_nothing()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        var (rows, before) = (await shelf.RowsAsync(), shelf.Current);
        shelf.Clock.Advance(TimeSpan.FromDays(1));
        var problems = await shelf.ImportAsync(new SmallCatalog());

        Assert.Empty(problems);
        Assert.Equal(rows, await shelf.RowsAsync());
        Assert.Equal((before.ImportedAt, before.Snapshot.Version), (shelf.Current.ImportedAt, shelf.Current.Snapshot.Version));
    }

    [Fact]
    public async Task A_changed_price_adds_a_row_and_remembers_the_old_one()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        var (_, files, prices) = await shelf.RowsAsync();
        shelf.Clock.Advance(TimeSpan.FromDays(1));
        await shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "8.5"));

        Assert.Equal((2, files + 1, prices + 1), await shelf.RowsAsync());
        Assert.Equal(new PriceChange("2024-05-06", 7, 10m, "USD"), Assert.Single(shelf.Current.PriceChanges["shop-5-gb"]));
        Assert.Equal(8.5m, shelf.Current.Snapshot.Plans.Single(plan => plan.Id == "shop-5-gb").Prices[0].Low);
        Assert.Equal(SiteFixture.Now.AddDays(1), shelf.Current.ImportedAt);
    }

    [Fact]
    public async Task A_price_that_comes_back_leaves_both_changes_newest_first()
    {
        using var shelf = new Shelf();
        foreach (var amount in (string[])["10", "8", "10", "9"])
        {
            await shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, amount));
        }

        Assert.Equal([10m, 8m, 10m], shelf.Current.PriceChanges["shop-5-gb"].Select(change => change.Amount));
    }

    [Fact]
    public async Task What_is_no_price_adds_no_row()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        var (_, files, prices) = await shelf.RowsAsync();
        await shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].name", "\"Five\""));

        Assert.Equal((2, files + 1, prices), await shelf.RowsAsync());
    }

    [Fact]
    public async Task A_removed_file_takes_its_plans_out_and_stays_in_the_archive()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        var (_, files, _) = await shelf.RowsAsync();
        var less = new SmallCatalog().Without(SmallCatalog.Shop);
        await shelf.ImportAsync(less);
        var version = shelf.Current.Snapshot.Version;
        var rows = await shelf.RowsAsync();
        await shelf.ImportAsync(less);

        Assert.Equal(["home-roaming", "rent-router"], shelf.Current.Snapshot.Plans.Select(plan => plan.Id));
        Assert.Equal((files + 1, less.Folder.Version), (rows.Files, version));
        Assert.Equal(rows, await shelf.RowsAsync());
    }

    [Fact]
    public async Task A_file_that_comes_back_is_in_service_again()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        await shelf.ImportAsync(new SmallCatalog().Without(SmallCatalog.Shop));
        await shelf.ImportAsync(new SmallCatalog());

        Assert.Equal(4, shelf.Current.Snapshot.Plans.Length);
        Assert.Equal(new SmallCatalog().Folder.Version, shelf.Current.Snapshot.Version);
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{}")]
    public async Task A_bad_file_leaves_the_last_good_catalog_in_service_after_a_restart_too(string text)
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        var (version, rows) = (shelf.Current.Snapshot.Version, await shelf.RowsAsync());
        shelf.Clock.Advance(TimeSpan.FromDays(1));
        var problems = await shelf.ImportAsync(new SmallCatalog { [SmallCatalog.Shop] = text });

        Assert.All(problems, problem => Assert.Equal(SmallCatalog.Shop, problem.File));
        Assert.Equal(problems.Select(problem => problem.ToString()), shelf.Current.RefusedBecause);
        Assert.NotEmpty(problems);
        shelf.Restart();
        Assert.Equal(problems, await shelf.ImportAsync());
        Assert.Equal((version, SiteFixture.Now), (shelf.Current.Snapshot.Version, shelf.Current.ImportedAt));
        Assert.Equal(4, shelf.Current.Snapshot.Plans.Length);
        Assert.Equal(rows, await shelf.RowsAsync());
    }

    [Fact]
    public async Task A_data_folder_that_is_gone_leaves_the_last_good_catalog_in_service()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        Directory.Delete(shelf.Data, recursive: true);
        shelf.Restart();
        var problems = await shelf.ImportAsync();

        Assert.Contains("usage.json", problems.Select(problem => problem.File));
        Assert.Equal(4, shelf.Current.Snapshot.Plans.Length);
    }

    [Fact]
    public async Task Good_data_after_bad_is_taken_in()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog());
        await shelf.ImportAsync(new SmallCatalog { [SmallCatalog.Shop] = "{}" });
        await shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "7"));

        Assert.Empty(shelf.Current.RefusedBecause);
        Assert.Equal(7m, shelf.Current.Snapshot.Plans.Single(plan => plan.Id == "shop-5-gb").Prices[0].Low);
    }

    [Fact]
    public async Task A_first_import_of_bad_data_says_why_and_takes_nothing()
    {
        using var shelf = new Shelf();
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "0")));

        Assert.Contains("There is no valid catalog to start with", failure.Message, StringComparison.Ordinal);
        Assert.Contains("catalog/shop.json(", failure.Message, StringComparison.Ordinal);
        Assert.Contains("is free without a condition", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await shelf.RowsAsync());
        Assert.False(shelf.Store.IsInService);
    }

    [Fact]
    public async Task Numbers_keep_their_cents_in_the_archive()
    {
        using var shelf = new Shelf();
        await shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "9.99"));
        await shelf.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "9.9"));

        Assert.Equal(9.99m, Assert.Single(shelf.Current.PriceChanges["shop-5-gb"]).Amount);
    }
}
