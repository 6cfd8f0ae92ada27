using System.Net;
using JapanEsimAdvisor.Web.Tests.Partners;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>Stylesheets and scripts whose address names their content.</summary>
public sealed class StaticAssetTests
{
    [Theory]
    [InlineData("/en")]
    [InlineData("/ja/result?people=2&days=5")]
    [InlineData("/en/partners")]
    [InlineData("/ko/devices")]
    public async Task A_page_names_them_by_their_content(string address)
    {
        await using var site = new PartnerSite();
        var page = (await site.CallAsync(address)).Ok().Page;
        var parts = page
            .QuerySelectorAll("link[rel=stylesheet]")
            .Select(link => link.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src]:not([src^='/widget/'])").Select(script => script.GetAttribute("src")!))
            .ToList();

        Assert.True(parts.Count >= 2, string.Join(' ', parts));
        foreach (var part in parts)
        {
            Assert.Matches(@"^/[a-z]+\.[a-z0-9]{10}\.(css|js)$", part);
            (await site.CallAsync(part)).Ok();
        }
    }

    [Theory]
    [InlineData("/site.0123456789.css")]
    [InlineData("/offline.abcdefghij.js")]
    public async Task A_content_that_is_not_ours_has_no_address(string address)
    {
        await using var site = new PartnerSite();

        Assert.Equal(HttpStatusCode.NotFound, (await site.CallAsync(address)).Status);
    }
}
