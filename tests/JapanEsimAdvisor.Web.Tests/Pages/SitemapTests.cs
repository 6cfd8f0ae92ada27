using System.Net;
using System.Xml.Linq;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>What search engines and chats are told of a page.</summary>
public sealed class SitemapTests(SiteFixture site)
{
    private const int Stride = 97;

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false });

    [Fact]
    public async Task The_sitemap_lists_each_page_once_in_every_language()
    {
        var addresses = await AddressesAsync();

        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.Single(
            addresses.Select(address => address.Split('/')[3]).CountBy(language => language).Select(count => count.Value).Distinct());
        Assert.Equal(Source.Languages.Select(tag => tag.ToLowerInvariant()), addresses.Select(address => address.Split('/')[3]).Distinct());
        Assert.Contains("http://localhost/ko/guides/home-number", addresses);
        Assert.Contains("http://localhost/ja/plans/airalo-moshi-moshi-5-gb-7-days", addresses);
        Assert.DoesNotContain(
            addresses,
            address => address.Contains("/result", StringComparison.Ordinal) || address.Contains("/t/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listed_pages_exist_may_be_indexed_and_call_themselves_by_that_address()
    {
        var addresses = (await AddressesAsync()).Where((_, index) => index % Stride == 0).ToList();

        foreach (var address in addresses)
        {
            var page = (await site.GetAsync(new Uri(address).AbsolutePath)).Ok().Page;
            Assert.Equal(address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Null(page.QuerySelector("meta[name=robots]"));
        }
    }

    [Fact]
    public async Task Robots_are_led_to_the_sitemap_and_kept_from_the_API()
    {
        var text = await _client.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);

        Assert.Contains("Sitemap: http://localhost/sitemap.xml", text, StringComparison.Ordinal);
        Assert.Contains("Disallow: /api/", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en", "en_US")]
    [InlineData("/zh-hans/plans", "zh_CN")]
    [InlineData("/zh-hant/guides", "zh_TW")]
    [InlineData("/ja/result" + SampleTrips.CoupleOnAPage, "ja_JP")]
    [InlineData("/ko/about", "ko_KR")]
    public async Task A_link_sent_to_a_chat_shows_title_text_and_picture_in_its_language(string address, string locale)
    {
        var page = (await site.GetAsync(address)).Ok().Page;
        string Tag(string property) => page.QuerySelector($"meta[property='og:{property}']")!.GetAttribute("content")!;

        var picture = await _client.GetAsync(new Uri(Tag("image")).AbsolutePath, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType));
        Assert.Equal(locale, Tag("locale"));
        Assert.StartsWith(Tag("title"), page.Title, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Tag("description"));
    }

    private async Task<List<string>> AddressesAsync()
    {
        var answer = await _client.GetAsync("/sitemap.xml", TestContext.Current.CancellationToken);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        return [.. XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Descendants()
            .Where(element => element.Name.LocalName == "loc")
            .Select(element => element.Value)];
    }
}
