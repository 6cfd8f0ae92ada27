namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>Who pays what and what fails, as the page shows it of the advice.</summary>
public sealed class SplitAndBackupTests(SiteFixture site)
{
    /// <summary>Only the first phone takes an eSIM: it serves the others.</summary>
    private const string Shared = "?trip.arrival=2027-04-02&trip.departure=2027-04-11&trip.homeCountry=US&travelers[0].phone=iPhone+15&"
        + "travelers[1].esim=no&travelers[1].usage.profile=light&travelers[2].esim=no&travelers[2].count=2&preferences.currency=EUR";

    private const string Alone = "?trip.arrival=2027-04-02&trip.departure=2027-04-11&trip.homeCountry=US&travelers[0].phone=iPhone+15";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task Everybody_has_a_row_and_everybody_who_owes_a_line(string language)
    {
        var (page, api) = ((await site.GetAsync($"/{language}/result{Shared}")).Ok().Page, await BestAsync(Shared, language));
        var section = page.QuerySelector("[aria-labelledby=split-heading]")!;

        Assert.Equal(api.GetProperty("split").GetProperty("shares").GetArrayLength(), section.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(api.GetProperty("split").GetProperty("transfers").GetArrayLength(), section.QuerySelectorAll(".transfers li").Length);
        Assert.NotEmpty(section.QuerySelectorAll(".transfers li"));
        Assert.Contains(api.GetProperty("split").GetProperty("text").GetString()!, section.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task What_leaves_somebody_alone_is_listed_with_its_cure_or_what_helps_instead(string language)
    {
        var (page, api) = ((await site.GetAsync($"/{language}/result{Shared}")).Ok().Page, await BestAsync(Shared, language));
        var items = page.QuerySelectorAll("[aria-labelledby=backup-heading] .failures li").ToList();
        var worrying = api
            .GetProperty("backup")
            .GetProperty("failures")
            .EnumerateArray()
            .Where(failure => failure.GetProperty("alone").GetArrayLength() > 0)
            .ToList();

        Assert.NotEmpty(worrying);
        Assert.Equal(worrying.Count, items.Count);
        foreach (var (failure, item) in worrying.Zip(items))
        {
            var help = failure.GetProperty(
                failure.GetProperty("cure").ValueKind == System.Text.Json.JsonValueKind.Null ? "noCure" : "cure");
            Assert.StartsWith(item.QuerySelector("b")!.TextContent, failure.GetProperty("text").GetString()!, StringComparison.Ordinal);
            Assert.Equal(help.GetProperty("text").GetString(), item.QuerySelector(".soft")!.TextContent);
        }
    }

    [Fact]
    public async Task Somebody_alone_has_nothing_to_split_but_may_need_a_second_line()
    {
        var page = (await site.GetAsync("/en/result" + Alone)).Ok().Page;

        Assert.Null(page.QuerySelector("[aria-labelledby=split-heading]"));
        Assert.Contains("You are offline.", page.QuerySelector("[aria-labelledby=backup-heading]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("as a second line", page.QuerySelector("[aria-labelledby=backup-heading]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_fails_where_nothing_is_bought()
    {
        var page = (await site.GetAsync("/en/result?trip.days=5&travelers[0].usage.gbPerDay=0&travelers[0].count=2")).Ok().Page;

        Assert.NotNull(page.QuerySelector("[aria-labelledby=buy-heading]"));
        Assert.Null(page.QuerySelector("[aria-labelledby=backup-heading]"));
    }

    private async Task<System.Text.Json.JsonElement> BestAsync(string query, string language)
    {
        var api =
            (await site.GetAsync(
                $"/api/v1/recommendations{query.Replace("iPhone+15", "apple-iphone-15", StringComparison.Ordinal)}&include=fair-split,"
                    + $"backup&lang={language}"))
                .Ok().Json;
        return api
            .GetProperty("strategies")
            .EnumerateArray()
            .First(strategy => strategy.GetProperty("strategy").GetString() == api.GetProperty("recommended").GetString());
    }
}
