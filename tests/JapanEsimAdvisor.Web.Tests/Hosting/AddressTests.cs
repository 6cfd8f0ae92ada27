using System.Net;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

public sealed class AddressTests(SiteFixture site)
{
    [Theory]
    [InlineData("/en", "text/html")]
    [InlineData("/zh-hans", "text/html")]
    [InlineData("/health/live", "application/json")]
    [InlineData("/health/ready", "application/json")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/site.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    [InlineData("/icon-512.png", "image/png")]
    [InlineData("/sw.js", "text/javascript")]
    [InlineData("/offline.js", "text/javascript")]
    [InlineData("/ja/offline", "text/html")]
    [InlineData("/ko/site.webmanifest", "application/manifest+json")]
    [InlineData("/api/v1/plans", "application/json")]
    public async Task An_address_of_the_site_answers_with_its_content_type(string address, string type)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }
}
