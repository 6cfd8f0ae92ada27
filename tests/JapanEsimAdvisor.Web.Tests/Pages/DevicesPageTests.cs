using System.Net;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Devices;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>Can my phone use an eSIM?</summary>
public sealed class DevicesPageTests(SiteFixture site)
{
    [Theory]
    [InlineData("", "depends", "It depends on where it was bought.")]
    [InlineData("&market=CN", "no", "Does not support eSIM. Bought in: China.")]
    [InlineData("&market=DE", "yes", "Supports eSIM. Bought in: Germany.")]
    public async Task The_answer_depends_on_the_market_where_the_phone_does(string market, string code, string words)
    {
        var page = (await site.GetAsync("/en/devices?q=iphone+15" + market)).Ok().Page;

        var first = page.QuerySelector(".devices > li")!;
        Assert.Equal("iPhone 15", first.QuerySelector("h3")!.TextContent);
        Assert.Contains("esim-" + code, first.ClassName, StringComparison.Ordinal);
        Assert.Equal(words, first.QuerySelector(".verdict")!.TextContent.Trim());
        Assert.NotNull(first.QuerySelector(".source a[href^='https://']"));
    }

    [Fact]
    public async Task What_is_not_found_is_answered_with_what_comes_closest()
    {
        var page = (await site.GetAsync("/en/devices?q=iphone+99")).Ok().Page;

        Assert.Empty(page.QuerySelectorAll(".devices > li"));
        Assert.All(
            page.QuerySelectorAll("section[aria-labelledby=found] .links a"),
            link => Assert.Contains("iPhone", link.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=found] .links a"));
        Assert.Equal("iphone 99", page.GetElementById("q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_wrong_market_is_named_at_its_field()
    {
        var answer = await site.GetAsync("/en/devices?q=iphone&market=Narnia");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("true", answer.Page.GetElementById("market")!.GetAttribute("aria-invalid"));
        Assert.Equal("iphone", answer.Page.GetElementById("q")!.GetAttribute("value"));
    }

    public static TheoryData<string> EveryPage => FullRun.Of<TheoryData<string>>(["en"], ["en", "zh-hans"]);

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task Every_device_has_a_page_and_every_brand_a_link(string language)
    {
        foreach (var device in site.Services.GetRequiredService<CatalogStore>().Current.Snapshot.Devices.Values)
        {
            var page = (await site.GetAsync($"/{language}/devices/{device.Id}")).Ok().Page;
            Assert.Equal(device.Name, page.QuerySelector("h1")!.TextContent);
            Assert.NotEmpty(page.QuerySelector(".verdict")!.TextContent.Trim());
            Assert.Equal(device.Variants.IsEmpty ? 0 : device.Variants.Length + 1, page.QuerySelectorAll(".markets tbody tr").Length);
        }

        var brands = (await site.GetAsync($"/{language}/devices"))
            .Ok().Page
            .QuerySelectorAll("section[aria-labelledby=brands] a")
            .Select(link => link.GetAttribute("href")!)
            .ToList();
        Assert.NotEmpty(brands);
        foreach (var brand in brands)
        {
            Assert.NotEmpty((await site.GetAsync(brand)).Ok().Page.QuerySelectorAll(".devices > li"));
        }
    }

    [Fact]
    public async Task A_phone_leads_to_a_trip_with_it()
    {
        var page = (await site.GetAsync("/en/devices/apple-iphone-15?market=CN")).Ok().Page;

        var home = (await site.GetAsync(page.QuerySelector("a.button")!.GetAttribute("href")!)).Ok().Page;
        Assert.Equal("iPhone 15", home.GetElementById("travelers-0-phone")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_unknown_device_is_answered_with_what_comes_closest()
    {
        var answer = await site.GetAsync("/en/devices/apple-iphone-99");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelectorAll(".links a[href^='/en/devices/apple-iphone']"));
    }

    [Fact]
    public async Task What_to_look_for_is_said_with_the_sources_of_its_facts()
    {
        var catalog = site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;
        var claims = LookFor.InSettings.Concat(LookFor.OfOthers).ToList();
        var page = (await site.GetAsync("/en/devices")).Ok().Page;

        Assert.All(claims.SelectMany(claim => claim.Facts), fact => Assert.Contains(fact, catalog.Facts.Keys));
        Assert.Equal(
            claims.SelectMany(claim => claim.SourcesIn(catalog)).Select(source => source.Url),
            page.QuerySelectorAll(".halves li .source a").Select(link => link.GetAttribute("href")));
    }
}
