using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Text;

/// <summary>What people read comes from the resources of their language or from the data, never from the program.</summary>
public sealed partial class PageTextTests(SiteFixture site)
{
    private const string Trip = "?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=1&travelers[1].phone=Pixel+8&trip.arrival=2027-04-02&trip.departure=2027-04-11&trip.arrivalTime=21:40&everyone.usage.profile=heavy&everyone.apart=sometimes&trip.homeCountry=US&everyone.homeOperator=verizon";

    /// <summary>Names that Chinese readers know in Latin letters.</summary>
    private static readonly string[] Known = ["eSIM", "SIM", "EID", "Wi-Fi", "WiFi", "GB", "kbit/s", "API", "English", "iPhone", "CN", "HK", "NT", "docomo", "au", "iPad", "Airalo"];

    private static readonly string[] ReadOut = ["placeholder", "aria-label", "alt", "title", "content"];

    private static readonly string[] Pages =
    [
        "", "/result" + Trip, "/result" + SampleTrips.CoupleOnAPage + "&preferences.currency=CNY", "/result?people=2&arrival=2026-10-01&days=5",
        "/result" + Trip + "&preferences.basket=gone&whyNot=123",
        "/result" + SampleTrips.CoupleOnAPage + "&whyNot=airalo-moshi-moshi-5-gb-7-days,nomad-japan-10-gb-30-days,ahamo-docomo-30-gb-esim&travelers[0].group=A",
        "/result?travelers[0].phone=&trip.arrival=x", "/nowhere",
        "/plans", "/plans?show=all&sort=allowance&page=4&currency=CNY", "/plans?q=nothing+is+called+so", "/plans" + Trip + "&medium=pocket-wifi", "/plans?days=0&minGb=a",
        "/plans/airalo-moshi-moshi-5-gb-7-days" + Trip, "/plans/ninja-wifi-pocket-wifi", "/plans/no-such-plan",
        "/devices", "/devices?q=iphone+15", "/devices?q=abacus&market=CN", "/devices/apple-iphone-15?market=CN", "/devices/no-such-device", "/about",
        "/check", "/t", "/t/none", "/check?saved=none&lines[0].planId=123", "/check?trip.arrival=2026-11-20&trip.departure=2026-11-29&people=2&lines[0].planId=airalo-moshi-moshi-5-gb-7-days&lines[0].gbUsed=4.5",
    ];

    public static TheoryData<string> Addresses => [.. Pages];

    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_Chinese_page_has_no_English_left_over(string address)
    {
        var page = (await site.GetAsync("/zh-hans" + address)).Page;

        Assert.Equal("zh-Hans", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(Visible(page).Select(text => WithoutNames(text, Known)).Where(text => LatinPattern().IsMatch(text)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_English_page_has_no_Chinese_left_over(string address)
    {
        var page = (await site.GetAsync("/en" + address)).Page;

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(Visible(page).Select(text => WithoutNames(text, [])).Where(text => text != "简体中文" && HanPattern().IsMatch(text)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_visible_word_comes_from_the_resources_or_the_data(string address)
    {
        var page = (await site.GetAsync("/en" + address)).Page;
        var words = Source.Texts("").Values.SelectMany(Words).Concat(Invariant()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

        Assert.Empty(Visible(page).SelectMany(text => Words(WithoutNames(text, []))).Where(word => !words.Contains(word)).Distinct());
    }

    [Fact]
    public async Task The_words_of_a_page_change_with_the_language_and_its_build_does_not()
    {
        var english = (await site.GetAsync("/en/result" + Trip)).Ok().Page;
        var chinese = (await site.GetAsync("/zh-hans/result" + Trip)).Ok().Page;

        Assert.Equal(english.QuerySelectorAll("main *").Select(element => element.LocalName), chinese.QuerySelectorAll("main *").Select(element => element.LocalName));
        Assert.Equal(
            english.QuerySelectorAll(".sign dd").Take(3).Select(figure => NumberPattern().Match(figure.TextContent).Value),
            chinese.QuerySelectorAll(".sign dd").Take(3).Select(figure => NumberPattern().Match(figure.TextContent).Value));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void No_text_holds_a_place_that_nobody_fills_in_it(string tag)
    {
        var resources = new ResourceManager("JapanEsimAdvisor.Web.Text.SiteText", typeof(Web.Text.Words).Assembly);
        var words = new Web.Text.Words(new Language(tag));

        Assert.Equal(Source.Texts(tag == "en" ? "" : "." + tag)["site.skip"], resources.GetString("site.skip", CultureInfo.GetCultureInfo(tag)));
        Assert.Equal(tag == "en" ? "1 person" : "1 人", words.Say("trip.people", ("people", 1)));
        Assert.Equal(tag == "en" ? "12 people" : "12 人", words.Say("trip.people", ("people", 12)));
        Assert.DoesNotContain("{", words.Chance(0.03), StringComparison.Ordinal);
        Assert.DoesNotContain("{", words.Chance(0.7), StringComparison.Ordinal);
        Assert.Throws<MissingManifestResourceException>(() => words["no.such.key"]);
    }

    /// <summary>Texts and the attributes that are read out or shown; code repeats what was asked or stands on a device.</summary>
    private static IEnumerable<string> Visible(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("*").Where(element => element.LocalName is not ("datalist" or "option" or "script" or "style" or "code") || element.Closest("select") is not null)
            .SelectMany(element => element.ChildNodes.OfType<IText>().Select(text => text.Data)
                .Concat(ReadOut.Where(name => name != "content" || element.GetAttribute("name") == "description").Select(name => element.GetAttribute(name) ?? string.Empty)))
            .Select(text => text.Trim()).Where(text => text.Length > 0);

    /// <summary>A text without the names of sellers, plans and phones, codes and what a Chinese reader knows.</summary>
    private string WithoutNames(string text, IEnumerable<string> known)
    {
        foreach (var name in Names().Concat(known))
        {
            text = text.Replace(name, " ", StringComparison.Ordinal);
        }

        return text;
    }

    private IEnumerable<string> Names() => Catalog.Plans.Select(plan => plan.Name)
        .Concat(Catalog.Sellers.Values.Select(seller => seller.Name))
        .Concat(Catalog.Devices.Values.Select(device => device.Name))
        .Concat(Catalog.Devices.Values.Select(device => device.Brand))
        .Concat([Catalog.Version, "*#06#"])
        .Concat(Catalog.Airports.Keys).Concat(Catalog.Rates.ByCurrency.Keys)
        .OrderByDescending(name => name.Length);

    /// <summary>Months, as the platform knows them, and the other language's own name.</summary>
    private static IEnumerable<string> Invariant() => CultureInfo.GetCultureInfo("en").DateTimeFormat.AbbreviatedMonthNames.Append("简体中文").Append("Sept");

    private static IEnumerable<string> Words(string text) => WordPattern().Matches(text).Select(match => match.Value);

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinPattern();

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex HanPattern();

    [GeneratedRegex(@"[\p{L}][\p{L}'’-]*")]
    private static partial Regex WordPattern();

    [GeneratedRegex("[0-9][0-9,.]*")]
    private static partial Regex NumberPattern();
}
