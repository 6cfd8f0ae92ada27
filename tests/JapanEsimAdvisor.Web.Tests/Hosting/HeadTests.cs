using JapanEsimAdvisor.Web.Tests.Partners;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>What the real server sends beside an answer.</summary>
public sealed class HeadTests
{
    private static readonly string[] Addresses =
    [
        "/", "/en", "/en/plans", "/en/result?people=2&days=5", "/en/site.webmanifest", "/en/partners.md", "/en/guides.nowhere",
        "/en/t/no-such-trip", "/t/no-such-trip",
        "/api/v1/plans", "/api/v1/plans/x", "/api/v1/recommendations?people=2&days=5", "/api/v1/catalog.csv", "/api/v1/trips/no-such-trip",
        "/api/v1/nowhere", "/openapi/v1.json",
        "/swagger/index.html", "/widget/v1.js", "/robots.txt", "/sitemap.xml", "/llms.txt", "/docs/api.md", "/health/live", "/health/ready",
        "/site.css", "/sw.js", "/nowhere",
    ];

    [Fact]
    public async Task HEAD_is_answered_as_GET_without_a_body_and_no_answer_names_its_software()
    {
        await using var site = new PartnerSite(("Quotas:Enabled", "false")).OnKestrel();
        foreach (var address in Addresses)
        {
            var (get, head) = (await AskAsync(site, "GET", address), await AskAsync(site, "HEAD", address));

            Assert.Equal((address, get[0]), (address, head[0]));
            Assert.Equal(Comparable(get), Comparable(head));
            Assert.DoesNotContain(get.Concat(head), line => line.StartsWith("Server:", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Other_methods_at_an_address_of_the_API_are_refused_with_those_that_it_takes()
    {
        await using var site = new PartnerSite();

        Assert.Equal(
            ["GET", "HEAD"],
            (await site.SendAsync(HttpMethod.Delete, "/api/v1/plans")).Problem(
                System.Net.HttpStatusCode.MethodNotAllowed,
                "method-not-allowed").ContentHeaders.Allow);
        Assert.Equal(
            ["GET", "HEAD", "POST"],
            (await site.SendAsync(HttpMethod.Put, "/API/V1/Recommendations")).Problem(
                System.Net.HttpStatusCode.MethodNotAllowed,
                "method-not-allowed").ContentHeaders.Allow);
        Assert.Equal(
            ["DELETE", "GET", "HEAD", "PUT"],
            (await site.SendAsync(HttpMethod.Patch, "/api/v1/trips/some")).Problem(
                System.Net.HttpStatusCode.MethodNotAllowed,
                "method-not-allowed").ContentHeaders.Allow);
    }

    private static async Task<string[]> AskAsync(PartnerSite site, string method, string address)
    {
        var answer = await site.SendAsync([$"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"]);
        var parts = answer.Split("\r\n\r\n", 2);
        Assert.Equal((address, method == "HEAD"), (address, method == "HEAD" && parts[1].Length == 0));
        return parts[0].Split("\r\n");
    }

    /// <summary>What must not differ: a length that is counted while the body is written is not known without one.</summary>
    private static IEnumerable<string> Comparable(string[] lines) => lines
        .Where(line => !line.StartsWith("Date:", StringComparison.Ordinal)
            && !line.StartsWith("Transfer-Encoding:", StringComparison.Ordinal)
            && !line.StartsWith("Content-Length:", StringComparison.Ordinal)
            && !line.StartsWith("Age:", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
