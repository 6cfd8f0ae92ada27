using System.Net;
using AngleSharp.Dom;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.Pages;

public sealed class HomeTests(SiteFixture site)
{
    /// <summary>Attributes that hold ids of other elements.</summary>
    private static readonly string[] Referring = ["aria-labelledby", "aria-describedby", "href", "list"];

    [Theory]
    [InlineData("/en", "en")]
    [InlineData("/zh-hans", "zh-Hans")]
    [InlineData("/zh-hant", "zh-Hant")]
    [InlineData("/ja", "ja")]
    [InlineData("/ko", "ko")]
    public async Task The_first_page_asks_three_questions_and_two_quick_ones(string address, string language)
    {
        var page = (await site.GetAsync(address)).Ok().Page;

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(3, page.QuerySelectorAll("form fieldset > legend").Length);
        Assert.Equal(
            ("get", $"/{language.ToLowerInvariant()}/result"),
            (page.QuerySelector("form")!.GetAttribute("method"), page.QuerySelector("form")!.GetAttribute("action")));
        Assert.Superset(
            new HashSet<string?>([
                "travelers[0].count", "travelers[0].phone", "travelers[1].count", "travelers[2].phone", "trip.arrival", "trip.departure",
                "everyone.usage.profile", "everyone.apart",
                "trip.homeCountry", "trip.airport", "trip.arrivalTime", "trip.departureTime", "preferences.currency",
                "everyone.hoursApartPerDay", "travelers[0].group", "travelers[1].neverAlone", "travelers[2].reachableWhenApart",
            ]),
            page.QuerySelectorAll("form [name]").Select(field => field.GetAttribute("name")).ToHashSet());
        Assert.Empty(page.QuerySelectorAll("[name$='.name']"));
        Assert.Single(page.QuerySelectorAll("form button[type=submit]"));
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/zh-hans")]
    [InlineData("/en/result" + SampleTrips.CoupleOnAPage)]
    [InlineData("/en/result" + SampleTrips.CoupleOnAPage + "&whyNot=abacus&travelers[0].group=B&travelers[0].neverAlone=maybe")]
    [InlineData("/en/result" + SampleTrips.CoupleOnAPage + "&whyNot=abacus&preferences.basket=gone")]
    [InlineData("/en/result?travelers[0].phone=abacus&trip.arrival=x")]
    public async Task Every_field_has_its_label_and_every_reference_its_target(string address)
    {
        var page = (await site.GetAsync(address)).Page;
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            page.QuerySelectorAll("form input:not([type=hidden]), form select"),
            field => Assert.Single(page.QuerySelectorAll("label"), label => label.GetAttribute("for") == field.Id));
        Assert.All(page.QuerySelectorAll("label"), label => Assert.False(string.IsNullOrWhiteSpace(label.TextContent)));
        var referred = page.QuerySelectorAll("[aria-labelledby], [aria-describedby], a[href^='#'], [list]")
            .SelectMany(element => Referring.Select(element.GetAttribute))
            .SelectMany(value => (value ?? string.Empty).TrimStart('#').Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(id => !id.Contains('/', StringComparison.Ordinal));
        Assert.Empty(referred.Except(ids));
    }

    [Fact]
    public async Task Sensible_answers_are_filled_in()
    {
        var page = (await site.GetAsync("/en")).Ok().Page;

        Assert.Equal("2", Value(page, "travelers[0].count"));
        Assert.Equal(
            ("typical", "never", "JPY"),
            (Chosen(page, "everyone.usage.profile"), Chosen(page, "everyone.apart"), Chosen(page, "preferences.currency")));
        Assert.Equal("2026-11-23", page.QuerySelector("[name='trip.arrival']")!.GetAttribute("min"));
        Assert.False(page.QuerySelector("form > details")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("", "2 people in all")]
    [InlineData("?people=1", "1 person in all")]
    [InlineData("?travelers[0].count=2&travelers[0].phone=iPhone+14&travelers[1].phone=Pixel+7", "3 people in all")]
    [InlineData("?travelers[14].count=4&travelers[0].phone=iPhone+14", "5 people in all")]
    [InlineData("?travelers[0].count=x", "")]
    [InlineData("?travelers[0].count=&trip.days=5", "")]
    public async Task The_people_of_all_rows_are_counted_as_the_address_has_them(string query, string total)
    {
        var page = (await site.GetAsync("/en" + query)).Ok().Page;

        Assert.Equal(total, page.QuerySelector(".total")!.TextContent);
    }

    [Fact]
    public async Task What_an_address_says_is_filled_in()
    {
        var page =
            (await site.GetAsync(
                "/en?travelers[0].count=3&travelers[0].phone=apple-iphone-15&trip.arrival=2027-04-02&everyone.apart=often&"
                    + "trip.homeCountry=US"))
                .Ok().Page;

        Assert.Equal(
            ("3", "iPhone 15", "2027-04-02"),
            (Value(page, "travelers[0].count"), Value(page, "travelers[0].phone"), Value(page, "trip.arrival")));
        Assert.Equal(("often", "US"), (Chosen(page, "everyone.apart"), Chosen(page, "trip.homeCountry")));
        Assert.True(page.QuerySelector("form > details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Phones_are_offered_by_name()
    {
        var page = (await site.GetAsync("/en")).Ok().Page;

        var phones = page.QuerySelectorAll("datalist#phones option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Contains("iPhone 15", phones);
        Assert.Equal(phones.Distinct(), phones);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "/zh-hans")]
    [InlineData("zh", "/zh-hans")]
    [InlineData("zh-Hans-CN", "/zh-hans")]
    [InlineData("zh-SG", "/zh-hans")]
    [InlineData("zh-TW,zh-Hant;q=0.9", "/zh-hant")]
    [InlineData("zh-TW,zh;q=0.9,en-US;q=0.8", "/zh-hant")]
    [InlineData("zh-HK,en;q=0.5,zh-CN;q=0.3", "/zh-hant")]
    [InlineData("zh-MO", "/zh-hant")]
    [InlineData("zh-Hant-HK,zh-Hans;q=0.9", "/zh-hant")]
    [InlineData("ja", "/ja")]
    [InlineData("ja-JP,en;q=0.8", "/ja")]
    [InlineData("ko-KR,ko;q=0.9,en-US;q=0.8", "/ko")]
    [InlineData("en;q=0.8,ko", "/ko")]
    [InlineData("jam,kok;q=0.9", "/en")]
    [InlineData("fr,de;q=0.9", "/en")]
    [InlineData("fr;q=1,zh-CN;q=0.2", "/zh-hans")]
    [InlineData("en-GB,zh-CN;q=0.9", "/en")]
    [InlineData("", "/en")]
    [InlineData(";;;,q=", "/en")]
    public async Task The_root_leads_to_the_language_the_browser_prefers(string accepted, string target)
    {
        var answer = await site.GetAsync("/", ("Accept-Language", accepted));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(target, answer.Headers.Location!.ToString());
        Assert.Equal(["Accept-Language"], answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/fr", "zh-CN", "zh-Hans")]
    [InlineData("/jp", "ja", "ja")]
    [InlineData("/zh", "zh-TW", "zh-Hant")]
    [InlineData("/zh-Hant", "en", "en")]
    [InlineData("/EN", "fr", "en")]
    [InlineData("/fr/result?people=2&days=5", "zh-CN", "zh-Hans")]
    [InlineData("/ko/nowhere", "ja", "ko")]
    [InlineData("/zh-hans/nowhere", "en", "zh-Hans")]
    [InlineData("/en/nowhere", "zh-CN", "en")]
    public async Task A_page_that_is_not_there_says_so_in_a_language_that_fits(string address, string accepted, string language)
    {
        var answer = await site.GetAsync(address, ("Accept-Language", accepted));

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.Status, answer.MediaType));
        Assert.Equal(language, answer.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"/{language.ToLowerInvariant()}", answer.Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/en", "")]
    [InlineData("/ja", "")]
    [InlineData("/ko/result" + SampleTrips.CoupleOnAPage, "/result" + SampleTrips.CoupleOnAPage)]
    public async Task Every_language_is_offered_by_its_own_name(string address, string rest)
    {
        var page = (await site.GetAsync(address)).Ok().Page;

        var offered = page.QuerySelectorAll("header nav.languages > *").ToList();
        Assert.Equal(["English", "简体中文", "繁體中文", "日本語", "한국어"], offered.Select(language => language.TextContent));
        Assert.Equal(Source.Languages, offered.Select(language => language.GetAttribute("lang")));
        Assert.Equal(
            address.Split('/')[1].Split('?')[0],
            Assert.Single(offered, language => language.HasAttribute("aria-current")).GetAttribute("lang"));
        Assert.All(offered.Where(language => !language.HasAttribute("aria-current")), language =>
        {
            Assert.Equal(language.GetAttribute("lang"), language.GetAttribute("hreflang"));
            Assert.Equal(Decoded($"/{language.GetAttribute("lang")!.ToLowerInvariant()}{rest}"), Decoded(language.GetAttribute("href")!));
        });
    }

    [Fact]
    public async Task The_other_language_keeps_the_page_and_the_trip()
    {
        var page = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage)).Ok().Page;

        var other = page.QuerySelector("header nav a[hreflang='zh-Hans']")!;
        Assert.Equal(Decoded("/zh-hans/result" + SampleTrips.CoupleOnAPage), Decoded(other.GetAttribute("href")!));
        Assert.Equal("en", page.QuerySelector("header nav [aria-current]")!.GetAttribute("lang"));
        Assert.Equal("zh-Hans", (await site.GetAsync(other.GetAttribute("href")!)).Ok().Page.DocumentElement.GetAttribute("lang"));
    }

    private static string Decoded(string address) => Uri.UnescapeDataString(address.Replace('+', ' '));

    private static string? Value(IParentNode page, string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private static string? Chosen(IParentNode page, string name) =>
        Assert.Single(page.QuerySelectorAll($"[name='{name}'] option[selected]")).GetAttribute("value");
}
