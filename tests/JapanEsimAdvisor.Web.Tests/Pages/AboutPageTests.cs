using System.Globalization;
using System.Text.Json;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>About the data.</summary>
public sealed class AboutPageTests(SiteFixture site)
{
    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    [Fact]
    public async Task Every_seller_with_plans_stands_with_its_date_or_without_one()
    {
        var page = (await site.GetAsync("/en/about")).Ok().Page;

        var rows = page
            .QuerySelectorAll(".sellers tbody tr")
            .ToDictionary(row => row.QuerySelector("a")!.TextContent, row => row.QuerySelectorAll("td")[1].TextContent);
        Assert.Equal(
            Catalog.Plans.Select(plan => Catalog.SellerOf(plan).Name).Distinct().Order(StringComparer.Ordinal),
            rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, text => Assert.Matches(@"\d{4}(\s+(at least|old: at least) [\d,]+ day|\s*$)|no date", text));
        Assert.Contains("old: at least", rows["NINJA WiFi"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_the_catalog_and_what_is_not_known_are_counted_from_it()
    {
        var page = (await site.GetAsync("/en/about")).Ok().Page;

        var facts = page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent).ToList();
        Assert.Equal(
            [
                Catalog.Plans.Length,
                Catalog.Plans.Count(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null),
                Catalog.Sellers.Count,
                Catalog.Devices.Count,
            ],
            facts.Select(fact => int.Parse(fact, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
        var hotspot = page
            .QuerySelectorAll("section[aria-labelledby=unknown] tr")
            .Single(row => row.TextContent.Contains("hotspot", StringComparison.Ordinal));
        Assert.Equal(
            Catalog.Plans.Count(plan => plan.Offered && plan.Tethering.Policy == TetherPolicy.Unknown),
            int.Parse(hotspot.QuerySelector("td")!.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(Catalog.Version, page.QuerySelector(".intro")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_row_of_the_tariff_file_stands_on_the_page()
    {
        var assumptions = JsonDocument.Parse(File.ReadAllText(Path.Combine(SmallCatalog.RealData, "tariff.json"))).RootElement
            .GetProperty("assumptions");
        var texts = Languages.Source.Texts("en");
        var page = (await site.GetAsync("/en/about")).Ok().Page;

        var shown = page
            .QuerySelectorAll("section[aria-labelledby=tariff] tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelector("td")!.TextContent);
        // What an hour is worth explains the rows below it, and never being apart needs no figure.
        var ids = assumptions.EnumerateObject().Select(row => row.Name).Except(["holidayHour", "apartHoursNever"]).ToList();
        Assert.Equal(ids.Select(id => texts["tariff." + id]).Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(ids.Where(
            id => assumptions.GetProperty(id).GetProperty("unit").GetString()!.StartsWith("yen", StringComparison.Ordinal)), id =>
            Assert.StartsWith(
                assumptions
                    .GetProperty(id)
                    .GetProperty("value")
                    .GetDouble()
                    .ToString("¥#,0", System.Globalization.CultureInfo.InvariantCulture),
                shown[texts["tariff." + id]],
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rates_carry_their_day()
    {
        var section = (await site.GetAsync("/en/about")).Ok().Page.QuerySelector("section[aria-labelledby=rates]")!;

        Assert.Contains(
            Catalog.Rates.AsOf.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            section.QuerySelector("p")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(Catalog.Rates.ByCurrency.Count - 1, section.QuerySelectorAll("tbody tr").Length);
        Assert.All(
            section.QuerySelectorAll("tbody td"),
            rate => Assert.True(double.Parse(rate.TextContent, System.Globalization.CultureInfo.InvariantCulture) >= 1));
    }
}
