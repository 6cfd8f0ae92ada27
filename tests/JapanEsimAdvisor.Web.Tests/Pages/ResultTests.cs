using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using JapanEsimAdvisor.Web.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

public sealed partial class ResultTests(SiteFixture site)
{
    private const string Party =
        "?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=1&travelers[1].phone=Pixel+8&trip.arrival=2027-04-02&"
            + "trip.departure=2027-04-11&trip.arrivalTime=21:40&everyone.usage.profile=heavy&everyone.apart=sometimes&"
                + "trip.homeCountry=US&everyone.homeOperator=verizon";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task The_answer_comes_first_then_options_purchases_tasks_costs_and_what_was_assumed(string language)
    {
        var page = (await site.GetAsync($"/{language}/result{Party}")).Ok().Page;

        Assert.Equal(
            [
                "answer", "options-heading", "flips-heading", "curves-heading", "buy-heading", "split-heading", "backup-heading",
                "warnings-heading", "checklist-heading", "emergency-heading", "sharing-heading", "costs-heading", "certainty-heading",
                "why-not-heading", "nothing-heading", "assumptions-heading", "sources-heading",
            ],
            page.QuerySelectorAll("main section[aria-labelledby]").Select(section => section.GetAttribute("aria-labelledby")));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1#answer")!.TextContent));
        Assert.InRange(page.QuerySelectorAll(".sign dl.facts > div").Length, 3, 4);
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=assumptions-heading] li"));
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=checklist-heading] li"));
        Assert.NotNull(page.QuerySelector("#change form"));
    }

    [Fact]
    public async Task There_are_four_cards_one_of_them_our_advice()
    {
        var page = (await site.GetAsync("/en/result" + Party)).Ok().Page;

        Assert.Equal(
            ["line-per-person", "line-shared-hotspot", "line-pocket-wifi", "line-mix"],
            page.QuerySelectorAll("article.card").Select(card => card.ClassList[1]));
        Assert.Single(page.QuerySelectorAll("article.card .tag"));
        Assert.All(page.QuerySelectorAll("article.card"), card => Assert.NotEmpty(card.QuerySelectorAll(".reasons li, .same-as")));
    }

    [Theory]
    [InlineData("/en", @"^[2-9] pocket WiFis for 12 people$", @"^[2-9] hotspots for 12 people$")]
    [InlineData("/zh-hans", "^12 个人共用 [2-9] 台随身WiFi$", "^12 个人共用 [2-9] 个热点$")]
    public async Task Several_of_one_kind_are_called_by_their_kind_and_not_a_mix(string language, string routers, string hotspots)
    {
        var page =
            (await site.GetAsync(
                language
                    + "/result?travelers[0].count=12&travelers[0].phone=iPhone+15&trip.arrival=2027-04-02&trip.departure=2027-04-11&"
                        + "trip.homeCountry=US"))
                .Ok().Page;

        Assert.Matches(routers, page.QuerySelector(".line-pocket-wifi .headline")!.TextContent);
        Assert.Matches(hotspots, page.QuerySelector(".line-shared-hotspot .headline")!.TextContent);
    }

    [Theory]
    [InlineData("?people=1&trip.days=5&travelers[0].phone=iPhone+15")]
    [InlineData("?people=1&trip.days=60&travelers[0].phone=iPhone+15")]
    [InlineData("?people=4&trip.days=10")]
    public async Task A_price_from_a_weak_source_says_so_beside_it_and_in_the_answer(string trip)
    {
        var catalog = site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;
        var page =
            (await site.GetAsync("/en/result" + trip.Replace("people=1&", "travelers[0].count=1&", StringComparison.Ordinal))).Ok().Page;
        var rows = page.QuerySelectorAll(".buy:not(.certainty) tbody tr").ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(
            catalog.Plans.Single(plan => row.QuerySelector("a.plan")!.GetAttribute("href")!.Split('?')[0].EndsWith(
                "/" + plan.Id,
                StringComparison.Ordinal)).Source.IsWeak,
            row.TextContent.Contains("weakly sourced", StringComparison.Ordinal)));
        Assert.Equal(
            rows.Any(row => row.TextContent.Contains("weakly sourced", StringComparison.Ordinal)),
            page.QuerySelector(".sign")!.TextContent.Contains("weak source", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, @"^[^×]+(× \d+)?$")]
    [InlineData(4, @"^[^×]+(× \d+ each)?$")]
    public async Task Packs_of_several_buyers_are_said_to_be_each(int people, string pattern)
    {
        var page = (await site.GetAsync($"/en/result?travelers[0].count={people}&travelers[0].phone=iPhone+15&trip.days=8")).Ok().Page;

        var bought = page
            .QuerySelectorAll(".buy:not(.certainty) a.plan")
            .Select(plan => plan.TextContent + plan.NextSibling!.TextContent.TrimEnd())
            .ToList();
        Assert.Contains(bought, text => text.Contains('×', StringComparison.Ordinal));
        Assert.All(bought, text => Assert.Matches(pattern, text));
    }

    [Fact]
    public async Task Every_purchase_has_its_buyer_its_day_its_price_and_a_dated_source()
    {
        var page = (await site.GetAsync("/en/result" + Party)).Ok().Page;
        var rows = page.QuerySelectorAll("[aria-labelledby=buy-heading] tbody tr");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.All(row.QuerySelectorAll("td"), cell => Assert.False(string.IsNullOrWhiteSpace(cell.TextContent)));
            Assert.StartsWith("https://", row.QuerySelector(".source a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Matches("price seen .*20[0-9]{2}", row.QuerySelector(".source")!.TextContent);
            Assert.Matches("by [0-9]+ [A-Z][a-z]+ 2027", row.QuerySelectorAll("td")[2].TextContent);
        });
        Assert.All(page.QuerySelectorAll("main a[href^=http]"), link => Assert.Equal("noopener nofollow", link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("en", "JPY")]
    [InlineData("en", "USD")]
    [InlineData("zh-hans", "EUR")]
    [InlineData("zh-hans", "KRW")]
    public async Task Page_and_API_say_the_same_for_the_same_trip(string language, string currency)
    {
        var query = Party.Replace("iPhone+15", "apple-iphone-15", StringComparison.Ordinal)
            .Replace("Pixel+8", "google-pixel-8", StringComparison.Ordinal) + "&preferences.currency=" + currency;
        var page = (await site.GetAsync($"/{language}/result{query}")).Ok().Page;
        var api = (await site.GetAsync($"/api/v1/recommendations{query}&lang={(language == "en" ? "en" : "zh-Hans")}")).Ok().Json;
        var cards = page.QuerySelectorAll("article.card").ToList();

        foreach (var (card, strategy) in cards.Zip(api.GetProperty("strategies").EnumerateArray()))
        {
            Assert.Equal("line-" + strategy.GetProperty("strategy").GetString(), card.ClassList[1]);
            Assert.Equal(
                strategy.GetProperty("strategy").GetString() == api.GetProperty("recommended").GetString(),
                card.QuerySelector(".tag") is not null);
            if (card.QuerySelector(".same-as") is not null)
            {
                Assert.Contains(
                    strategy.GetProperty("reasons").EnumerateArray(),
                    reason => reason.GetProperty("code").GetString() == "same-as");
                continue;
            }

            var warnings = card.QuerySelector(".tag") is null
                ? card.QuerySelectorAll(".warnings li")
                : page.QuerySelectorAll("[aria-labelledby=warnings-heading] li");
            Assert.Equal(Texts(strategy, "reasons"), Bare(card.QuerySelectorAll(".reasons li"), strategy, "reasons"));
            Assert.Equal(Texts(strategy, "warnings"), Bare(warnings, strategy, "warnings"));
            if (strategy.GetProperty("feasible").GetBoolean())
            {
                Assert.Equal(
                    strategy.GetProperty("cost").GetProperty("price").GetProperty("amount").GetDecimal(),
                    Amount(card.QuerySelector(".price")!.FirstChild!.TextContent));
                Assert.Equal(
                    strategy.GetProperty("cost").GetProperty("expectedTotal").GetProperty("amount").GetDecimal(),
                    Amount(card.QuerySelector(".price small")!.TextContent));
            }
        }

        Assert.Equal(4, cards.Count);
        var best = api
            .GetProperty("strategies")
            .EnumerateArray()
            .First(strategy => strategy.GetProperty("strategy").GetString() == api.GetProperty("recommended").GetString());
        Assert.Equal(
            best.GetProperty("purchases").GetArrayLength(),
            page.QuerySelectorAll("[aria-labelledby=buy-heading] tbody tr").Length);
        Assert.Equal(
            best.GetProperty("cost").GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()),
            page.QuerySelectorAll(".costs tbody th").Select(row => row.TextContent));
        Assert.Equal(
            api.GetProperty("assumptions").GetArrayLength(),
            page.QuerySelectorAll("[aria-labelledby=assumptions-heading] li").Length);
        Assert.Contains(
            api.GetProperty("catalog").GetProperty("version").GetString()!,
            page.QuerySelector("[aria-labelledby=sources-heading]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buying_nothing_is_priced_where_the_operator_is_known()
    {
        var known = (await site.GetAsync("/en/result" + Party)).Ok().Page.QuerySelector("[aria-labelledby=nothing-heading]")!;
        var unknown =
            (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage)).Ok().Page.QuerySelector("[aria-labelledby=nothing-heading]")!;

        Assert.Matches("¥[0-9,]+", known.TextContent);
        Assert.NotNull(known.QuerySelector(".source"));
        Assert.Contains("Ask your operator", unknown.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&foo=1&utm_source=mail&fbclid=x")]
    [InlineData("&mc.id=7&session[0]=x")]
    [InlineData("&lang=fr")]
    public async Task Parameters_that_are_no_part_of_a_trip_are_passed_over(string tail)
    {
        var plain = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage)).Ok().Page;
        var tagged = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage + tail)).Ok().Page;
        var shortened = (await site.GetAsync("/en/result?people=2&days=5" + tail)).Ok();

        Assert.Equal(plain.QuerySelector("main")!.TextContent, tagged.QuerySelector("main")!.TextContent);
        Assert.Equal("en", shortened.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_trip_that_is_over_is_shown_under_a_banner()
    {
        var past = (await site.GetAsync("/en/result?people=2&arrival=2026-10-01&days=5")).Ok().Page;
        var coming = (await site.GetAsync("/en/result?people=2&days=5")).Ok().Page;

        Assert.Contains(
            "This trip is over", Assert.Single(past.QuerySelectorAll(".banner[role=status]")).TextContent, StringComparison.Ordinal);
        Assert.NotNull(past.QuerySelector("#answer"));
        Assert.Empty(coming.QuerySelectorAll(".banner"));
    }

    [Fact]
    public async Task A_party_nobody_can_serve_gets_reasons_and_a_form()
    {
        var page =
            (await site.GetAsync(
                "/en/result?trip.days=5&travelers[0].esim=no&travelers[0].carrierLocked=true&travelers[0].apart=often&"
                    + "travelers[0].reachableWhenApart=true&travelers[0].needsJapaneseNumber=true"))
                .Ok().Page;

        Assert.Contains("We found nothing", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll("article.card .price.none").Length);
        Assert.NotNull(page.QuerySelector("#change form"));
    }

    [Fact]
    public async Task The_form_below_the_answer_holds_the_trip_that_was_asked()
    {
        var page = (await site.GetAsync("/en/result" + Party)).Ok().Page;

        Assert.Equal("Pixel 8", page.QuerySelector("[name='travelers[1].phone']")!.GetAttribute("value"));
        Assert.Equal("heavy", page.QuerySelector("[name='everyone.usage.profile'] option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/zh-hans/result?people=4&trip.days=10&trip.homeCountry=CN", true)]
    [InlineData(
        "/zh-hant/result?travelers[0].count=2&travelers[0].phone=abacus&trip.arrival=2027-04-02&trip.departure=2027-04-11", true)]
    [InlineData(
        "/zh-hans/result?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[0].phoneMarket=US&trip.arrival=2027-04-02&"
            + "trip.departure=2027-04-11",
        false)]
    [InlineData("/zh-hans/result?travelers[0].count=2&travelers[0].esim=unknown&trip.arrival=2027-04-02&trip.departure=2027-04-11", false)]
    [InlineData("/zh-hans/result?people=4&days=10", false)]
    public async Task Where_an_eSIM_was_left_out_for_want_of_a_phones_name_the_reader_is_asked_for_it(string address, bool isAsked)
    {
        var page = (await site.GetAsync(address)).Ok().Page;

        Assert.Equal(isAsked, page.QuerySelector(".banner a[href='#change']") is not null);
        Assert.NotNull(page.QuerySelector("#change form"));
    }

    [Fact]
    public async Task For_search_engines_every_answer_is_the_page_that_asks()
    {
        var page = (await site.GetAsync("/ja/result" + Party)).Ok().Page;

        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.Equal("http://localhost/ja", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("http://localhost/ko", page.QuerySelector("link[hreflang=ko]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_form_below_the_answer_holds_the_trip_of_a_short_link_too()
    {
        var page = (await site.GetAsync("/en/result?people=4&arrival=2027-04-02&days=10&usage=heavy&currency=EUR&home=US")).Ok().Page;

        Assert.Equal(("4", "2027-04-02", "2027-04-11"), (Value("travelers[0].count"), Value("trip.arrival"), Value("trip.departure")));
        Assert.Equal(
            ("heavy", "EUR", "US"),
            (Chosen("everyone.usage.profile"), Chosen("preferences.currency"), Chosen("trip.homeCountry")));

        string? Value(string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");

        string? Chosen(string name) => page.QuerySelector($"[name='{name}'] option[selected]")!.GetAttribute("value");
    }

    [Fact]
    public async Task One_hour_is_one_hour()
    {
        var page = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage.Replace("never", "sometimes", StringComparison.Ordinal)))
            .Ok().Page;

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("about 1 hour a day", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b1 (hours|days|people|lines|connections|things)\b", text);
    }

    private static IEnumerable<string> Texts(JsonElement strategy, string list) =>
        strategy.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty("text").GetString()!);

    /// <summary>The page puts names before what does not concern everybody.</summary>
    private static IEnumerable<string> Bare(IEnumerable<IElement> items, JsonElement strategy, string list) =>
        items.Zip(
            Texts(strategy, list),
            (item, text) => item.TextContent.EndsWith(text, StringComparison.Ordinal) ? text : item.TextContent);

    private static decimal Amount(string text) =>
        decimal.Parse(AmountPattern().Match(text).Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?")]
    private static partial Regex AmountPattern();
}
