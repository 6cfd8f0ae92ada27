using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>From the list of baskets to a chosen one and back.</summary>
public sealed partial class ChoiceTests(SiteFixture site)
{
    private const string Party = "?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=2&travelers[1].phone=Pixel+8&"
        + "trip.arrival=2027-04-02&trip.departure=2027-04-11&everyone.usage.profile=typical&everyone.apart=never&trip.homeCountry=US";

    [Theory]
    [InlineData("en", Party)]
    [InlineData("zh-hans", Party)]
    [InlineData("en", "?people=4&days=10&usage=heavy")]
    [InlineData("zh-hans", "?people=4&days=10&usage=heavy")]
    public async Task Every_basket_listed_can_be_chosen_and_left_again(string language, string trip)
    {
        var plain = (await site.GetAsync($"/{language}/result{trip}")).Ok().Page;
        var rows = plain.QuerySelectorAll(".certainty tbody tr").ToList();

        Assert.InRange(rows.Count, 2, 8);
        Assert.Single(rows, row => row.ClassList.Contains("advised"));
        foreach (var row in rows.Where(row => !row.ClassList.Contains("advised")))
        {
            var chosen = (await site.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Ok().Page;
            Assert.Equal(Figure(row.QuerySelector("td")!), Figure(chosen.QuerySelector(".sign dd")!));
            Assert.Equal(Figure(row.QuerySelector("td")!), Figure(chosen.QuerySelector("tfoot td")!));
            Assert.NotNull(chosen.QuerySelector(".sign .chosen span"));
            Assert.Equal(
                Shown(row),
                Shown(chosen
                    .QuerySelectorAll(".certainty tbody tr")
                    .Single(other => other.QuerySelector("td:last-child .soft") is not null && other.QuerySelector("a") is null)));

            var back = (await site.GetAsync(chosen.QuerySelector(".sign .chosen a")!.GetAttribute("href")!)).Ok().Page;
            Assert.Equal(plain.QuerySelector("main")!.TextContent, back.QuerySelector("main")!.TextContent);
        }
    }

    [Theory]
    [InlineData("en", "Your choice", "You pay")]
    [InlineData("zh-hans", "你的选择", "比我们的建议")]
    public async Task A_choice_says_what_it_costs_against_our_advice(string language, string eyebrow, string difference)
    {
        var plain = (await site.GetAsync($"/{language}/result{Party}")).Ok().Page;
        var dearest = plain.QuerySelector(".certainty tbody tr:last-child")!;
        var page = (await site.GetAsync(dearest.QuerySelector("a")!.GetAttribute("href")!)).Ok().Page;

        Assert.Equal(eyebrow, page.QuerySelector(".sign .eyebrow")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".sign .chosen span").Length);
        Assert.Contains(difference, page.QuerySelector(".sign .chosen span")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            Figure(page.QuerySelector(".sign dd")!) - Figure(plain.QuerySelector(".sign dd")!),
            Figure(page.QuerySelector(".sign .chosen span")!));
        Assert.NotEqual(
            plain.QuerySelector("[aria-labelledby=buy-heading]")!.TextContent,
            page.QuerySelector("[aria-labelledby=buy-heading]")!.TextContent);
        Assert.NotEqual(
            plain.QuerySelector("[aria-labelledby=checklist-heading]")!.TextContent,
            page.QuerySelector("[aria-labelledby=checklist-heading]")!.TextContent);
        Assert.Equal(
            plain.QuerySelectorAll("article.card .price").Select(price => price.TextContent),
            page.QuerySelectorAll("article.card .price").Select(price => price.TextContent));
        Assert.Single(page.QuerySelectorAll("article.card .tag"));
    }

    [Fact]
    public async Task A_strategys_card_can_be_chosen_as_well()
    {
        var plain = (await site.GetAsync("/en/result" + Party)).Ok().Page;
        var card = plain.QuerySelector("article.line-pocket-wifi")!;
        var page = (await site.GetAsync(card.QuerySelector("a[href*=basket]")!.GetAttribute("href")!)).Ok().Page;

        Assert.Equal(Figure(card.QuerySelector(".price")!.FirstChild!), Figure(page.QuerySelector(".sign dd")!));
        Assert.NotNull(page.QuerySelector(".sign.line-pocket-wifi"));
        Assert.Empty(plain.QuerySelectorAll("article.advised a[href*=basket]"));
        Assert.NotEmpty(page.QuerySelectorAll("article.advised .warnings li"));
    }

    [Theory]
    [InlineData("en", "no longer available")]
    [InlineData("zh-hans", "已经不存在")]
    public async Task A_basket_that_is_gone_is_said_and_the_advice_shown(string language, string banner)
    {
        var page = (await site.GetAsync($"/{language}/result{Party}&preferences.basket=0123456789abcdef")).Ok().Page;
        var plain = (await site.GetAsync($"/{language}/result{Party}")).Ok().Page;

        Assert.Contains(banner, page.QuerySelector("p.banner[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(plain.QuerySelector(".sign")!.TextContent, page.QuerySelector(".sign")!.TextContent);
    }

    [Fact]
    public async Task Changing_the_trip_lets_the_choice_go()
    {
        var page = (await site.GetAsync("/en/result" + Party)).Ok().Page;

        Assert.Empty(page.QuerySelectorAll("#change form [name*=asket]"));
    }

    [Fact]
    public async Task A_long_list_says_how_much_is_left_out_and_its_plans_have_sources()
    {
        var page = (await site.GetAsync("/en/result" + Party)).Ok().Page;
        var party = Party
            .Replace("iPhone+15", "apple-iphone-15", StringComparison.Ordinal)
            .Replace("Pixel+8", "google-pixel-8", StringComparison.Ordinal);
        var api = (await site.GetAsync($"/api/v1/recommendations{party}&include=frontier")).Ok().Json;
        var (shown, all) = (page.QuerySelectorAll(".certainty tbody tr").Length, api.GetProperty("frontier").GetArrayLength());
        var sources = page.QuerySelector("[aria-labelledby=sources-heading]")!.TextContent;

        Assert.Equal(8, shown);
        Assert.StartsWith(
            $"{all - shown} more lie between",
            page.QuerySelector("[aria-labelledby=certainty-heading] > p.soft")!.TextContent,
            StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".certainty tbody tr td:nth-child(3)").SelectMany(cell => cell.TextContent.Split(" + ")), bought =>
            Assert.Contains(TimesPattern().Replace(bought.Trim(), ""), sources, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Too many different people")]
    [InlineData("zh-hans", "方案太多")]
    public async Task A_party_too_various_for_the_list_is_told_so(string language, string said)
    {
        var page =
            (await site.GetAsync(
                $"/{language}/result?travelers[0].count=20&travelers[0].phone=iPhone+15&travelers[1].count=20&"
                    + "travelers[1].phone=Pixel+8&trip.days=5&trip.homeCountry=US"))
                .Ok().Page;

        Assert.Contains(said, page.QuerySelector("[aria-labelledby=certainty-heading]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".certainty"));
    }

    private static string Shown(IElement row) =>
        string.Join('|', row.QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()));

    private static decimal Figure(INode node) => decimal.Parse(
        NumberPattern().Match(node.TextContent).Value,
        System.Globalization.NumberStyles.Number,
        System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9][0-9,.]*")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^[0-9]+ × ")]
    private static partial Regex TimesPattern();
}
