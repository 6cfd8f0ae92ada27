using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>The page for partners: what it shows works as it stands there.</summary>
public sealed partial class PartnersPageTests(SiteFixture site)
{
    private const string Key = "pk_0123456789_abcdefghijkl";

    [Theory]
    [InlineData("/en")]
    [InlineData("/ko/result" + SampleTrips.CoupleOnAPage)]
    public async Task Every_page_leads_to_it(string address) =>
        Assert.Single((await site.GetAsync(address)).Ok().Page.QuerySelectorAll("footer a[href$='/partners']"));

    [Fact]
    public async Task The_first_example_is_a_link_that_answers()
    {
        var page = await PageAsync("/en/partners");
        var link = page.QuerySelector("#try ~ p a")!.GetAttribute("href")!;

        Assert.Equal($"curl '{link}'", Code(page, "try-code"));
        var answer = (await site.GetAsync(link)).Ok();
        Assert.Equal(
            "EUR", answer.Json.GetProperty("strategies")[0].GetProperty("cost").GetProperty("price").GetProperty("currency").GetString());
        Assert.All(
            page.QuerySelectorAll("#try ~ dl dt"),
            name => Assert.True(answer.Json.TryGetProperty(name.TextContent, out _), name.TextContent));
    }

    [Fact]
    public async Task The_example_of_a_whole_trip_answers_as_it_stands_there()
    {
        var curl = Code(await PageAsync("/en/partners"), "trip-code");
        var body = BodyPattern().Match(curl).Groups[1].Value;

        Assert.Contains("'http://localhost/api/v1/recommendations'", curl, StringComparison.Ordinal);
        Assert.Contains("-H 'Content-Type: application/json'", curl, StringComparison.Ordinal);
        Assert.Equal(2, (await site.PostAsync(body)).Ok().Json.GetProperty("strategies")[0].GetProperty("travelers").GetArrayLength());
    }

    [Fact]
    public async Task The_example_of_an_error_is_one_the_API_gives()
    {
        var shown = JsonDocument.Parse(Code(await PageAsync("/en/partners"), "error-code")).RootElement;
        var given = await site.PostAsync("""{ "trip": { "days": 5 }, "travelers": [ { }, { "phoneMarket": "UK" } ] }""", "?lang=en");

        Assert.Equal(shown.GetProperty("status").GetInt32(), (int)given.Status);
        Assert.All(
            (string[])["code", "errors", "codes"],
            name =>
                Assert.Equal(JsonSerializer.Serialize(shown.GetProperty(name)), JsonSerializer.Serialize(given.Json.GetProperty(name))));
    }

    [Fact]
    public async Task Routes_of_the_table_stand_in_the_contract()
    {
        var contract = File.ReadAllText(Path.GetFullPath("../../../docs/api.md", Path.GetDirectoryName(Here())!));
        var routes = (await PageAsync("/en/partners"))
            .QuerySelectorAll(".calls th code")
            .Select(code => code.TextContent)
            .Where(code => code.Contains('/', StringComparison.Ordinal))
            .ToList();

        Assert.Equal(19, routes.Count);
        Assert.All(routes, route => Assert.Contains(RoutePattern().Match(route).Value, contract, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_script_the_form_answers_with_the_lines_to_copy()
    {
        var page = await PageAsync($"/en/partners?people=2&days=7&lang=ja&currency=CNY&key={Key}");

        var lines = new HtmlParser().ParseDocument(Code(page, "widget-code"));
        Assert.Equal("http://localhost/widget/v1.js", Assert.Single(lines.QuerySelectorAll("script")).GetAttribute("src"));
        var element = Assert.Single(lines.QuerySelectorAll("japan-data-advisor"));
        Assert.Equal(
            ["people=2", "days=7", "lang=ja", "currency=CNY", "key=" + Key],
            element.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));
        Assert.Equal(["2", "7", Key], page.QuerySelectorAll(".builder input").Select(field => field.GetAttribute("value")));
        Assert.Equal(["ja", "CNY"], page.QuerySelectorAll(".builder option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        var preview = page.QuerySelector(".preview japan-data-advisor")!;
        Assert.Equal(
            ["people=2", "days=7", "lang=ja", "currency=CNY"],
            preview.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));
        (await site.GetAsync(preview.QuerySelector("a")!.GetAttribute("href")!)).Ok();
    }

    [Fact]
    public async Task Unasked_it_shows_lines_that_work_in_the_pages_language() =>
        Assert.Contains(
            "<japan-data-advisor people=\"4\" days=\"10\" lang=\"zh-Hant\" currency=\"EUR\">",
            Code(await PageAsync("/zh-hant/partners"), "widget-code"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("people", "0")]
    [InlineData("people", "1\"><script>")]
    [InlineData("days", "x")]
    [InlineData("lang", "xx")]
    [InlineData("currency", "EURO")]
    [InlineData("key", "pk_\"><script>alert(1)</script>")]
    public async Task What_is_wrong_is_said_beside_its_field_and_reaches_no_code(string field, string value)
    {
        var answer = await site.GetAsync($"/en/partners?{field}={Uri.EscapeDataString(value)}");
        var page = answer.Page;

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(page.QuerySelectorAll($".errors a[href='#{field}']"));
        Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.False(page.GetElementById(field + "-error")!.HasAttribute("hidden"));
        Assert.DoesNotContain($"{field}=\"{value}", Code(page, "widget-code"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task A_secret_key_pasted_by_mistake_is_not_shown_again()
    {
        var answer = await site.GetAsync("/en/partners?people=3&key=sk_0123456789_abcdefghijkl");

        Assert.DoesNotContain("sk_0123", answer.Text, StringComparison.Ordinal);
        Assert.Equal("/ja/partners?people=3", answer.Page.QuerySelector("header a[hreflang=ja]")!.GetAttribute("href"));
        Assert.Contains("secret", answer.Page.GetElementById("key-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_explains_every_attribute_of_the_widget()
    {
        var script = (await site.GetAsync("/widget/v1.js")).Ok().Text;
        var attributes = QuotedPattern().Matches(AttributesPattern().Match(script).Groups[1].Value).Select(match => match.Groups[1].Value);

        var page = await PageAsync("/en/partners");
        var explained = page.QuerySelectorAll("section[aria-labelledby=widget] dt").Select(term => term.TextContent.Split(':')[0]);
        Assert.Equal(attributes.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_data_names_its_license_and_whom_it_owes() => Assert.Equal(
        ["https://creativecommons.org/licenses/by-sa/4.0/", "https://ampm-aiops.com"],
        (await PageAsync("/en/partners")).QuerySelectorAll("section[aria-labelledby=data] dd a").Select(link => link.GetAttribute("href")));

    private static string Here([CallerFilePath] string path = "") => path;

    private static string Code(IHtmlDocument page, string id) => page.GetElementById(id)!.TextContent;

    private async Task<IHtmlDocument> PageAsync(string address) => (await site.GetAsync(address)).Ok().Page;

    [GeneratedRegex("-d '(.*)'$", RegexOptions.Singleline)]
    private static partial Regex BodyPattern();

    [GeneratedRegex(@"/[a-z-]+(?:\.json|\.csv)?")]
    private static partial Regex RoutePattern();

    [GeneratedRegex(@"const ATTRIBUTES = \[(.*?)\]")]
    private static partial Regex AttributesPattern();

    [GeneratedRegex("'([a-z]+)'")]
    private static partial Regex QuotedPattern();
}
