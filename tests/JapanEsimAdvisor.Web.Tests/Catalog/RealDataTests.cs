using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Files;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>The data the site ships.</summary>
public sealed class RealDataTests(SiteFixture site)
{
    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    [Fact]
    public async Task The_data_obeys_its_schemas_and_rules()
    {
        var folder = await DataFolder.ReadAsync(SmallCatalog.RealData, TestContext.Current.CancellationToken);
        var (catalog, problems) = await CatalogReader.ReadAsync(folder, SiteFixture.Today, TestContext.Current.CancellationToken);

        Assert.Empty(problems.Select(problem => problem.ToString()));
        Assert.Equal(Catalog.Version, catalog!.Version);
    }

    [Fact]
    public void Whatever_may_be_advised_has_a_date_and_an_address_or_says_that_it_is_weakly_sourced()
    {
        var advisable = Catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null).ToList();

        Assert.NotEmpty(advisable);
        Assert.Empty(advisable.Where(plan => plan.Source.Checked is null).Select(plan => plan.Id));
        Assert.Empty(advisable
            .Where(plan => (plan.Source.Url ?? plan.Source.CollectedFrom) is null && plan.Source.Confidence != "low")
            .Select(plan => plan.Id));
    }

    [Fact]
    public void Every_address_is_https_or_http_on_the_web()
    {
        var addresses = Catalog.Plans.SelectMany(plan => new[] { plan.Source.Url, plan.Source.CollectedFrom, plan.Tethering.Url })
            .Concat(Catalog.Sellers.Values.SelectMany(seller => new[] { seller.Website, seller.Source.Url, seller.Source.CollectedFrom }))
            .Concat(Catalog.Devices.Values.SelectMany(device => new[] { device.Source.Url, device.Source.CollectedFrom }))
            .OfType<string>().ToList();

        Assert.NotEmpty(addresses);
        Assert.All(
            addresses,
            address => Assert.True(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http", address));
    }

    [Fact]
    public void There_is_something_of_every_kind_to_advise()
    {
        var advisable = Catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null).ToList();

        Assert.Equal(Enum.GetValues<Medium>(), advisable.Select(plan => plan.Medium).Distinct().Order());
        Assert.Superset(new HashSet<string>(["apple-iphone-15", "google-pixel-8"]), Catalog.Devices.Keys.ToHashSet());
        Assert.Superset(new HashSet<string>(["NRT", "HND", "KIX"]), Catalog.Airports.Keys.ToHashSet());
    }

    [Fact]
    public void What_has_gone_stale_can_be_listed()
    {
        var today = StaleFacts.In(Catalog, SiteFixture.Today).ToList();
        var later = StaleFacts.In(Catalog, SiteFixture.Today.AddYears(3)).ToList();

        Assert.DoesNotContain(today, line => line.StartsWith("stale: exchange rates", StringComparison.Ordinal));
        Assert.Contains(later, line => line.StartsWith("stale: exchange rates of 2026", StringComparison.Ordinal));
        Assert.True(later.Count > today.Count);
    }
}
