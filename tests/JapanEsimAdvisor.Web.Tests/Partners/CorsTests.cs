using System.Net;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>Pages of other sites call the API: what their browsers ask and are told.</summary>
public sealed class CorsTests
{
    [Theory]
    [InlineData("recommendations", "POST")]
    [InlineData("plans", "GET")]
    [InlineData("trips/some", "PUT")]
    [InlineData("nowhere", "DELETE")]
    public async Task A_preflight_lets_every_origin_ask_and_costs_no_quota(string path, string method)
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "1"));
        foreach (var origin in (string[])["https://agency.example", "https://other.example", "null"])
        {
            var answer = await site.SendAsync(
                HttpMethod.Options,
                "/api/v1/" + path,
                null,
                ("Origin", origin),
                ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", "x-api-key,content-type"));

            Assert.Equal(HttpStatusCode.NoContent, answer.Status);
            Assert.Equal("*", Of(answer, "Access-Control-Allow-Origin"));
            Assert.Equal(["DELETE", "GET", "HEAD", "POST", "PUT"], List(answer, "Access-Control-Allow-Methods"));
            Assert.Equal(
                [
                    "Accept-Language", "Content-Type", "If-Match", "If-None-Match", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name",
                    "X-Api-Key", "X-Edit-Token",
                ],
                List(answer, "Access-Control-Allow-Headers"));
            Assert.Equal("7200", Of(answer, "Access-Control-Max-Age"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }

        (await site.CallAsync(PartnerSite.Profiles)).Ok();
    }

    [Fact]
    public async Task An_answer_and_a_refusal_can_be_read_anywhere_and_show_their_headers()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "3"));
        var (_, publishable) = await site.AddAsync();
        Answer[] answers =
        [
            (await site.CallAsync(PartnerSite.Profiles, PartnerSite.FromOrigin("https://other.example"))).Ok(),
            (await site.CallAsync(PartnerSite.Profiles, PartnerSite.FromOrigin(), PartnerSite.Key(publishable))).Ok(),
            (await site.CallAsync(PartnerSite.Profiles, PartnerSite.FromOrigin("https://other.example"), PartnerSite.Key(publishable)))
                .Problem(
                HttpStatusCode.Forbidden,
                "origin-not-allowed"),
            (await site.CallAsync("/api/v1/nowhere", PartnerSite.FromOrigin())).Problem(HttpStatusCode.NotFound, "not-found"),
            (await site.CallAsync(PartnerSite.Profiles, PartnerSite.FromOrigin())).Problem(
                HttpStatusCode.TooManyRequests,
                "quota-exceeded"),
        ];

        Assert.All(answers, answer => Assert.Equal("*", Of(answer, "Access-Control-Allow-Origin")));
        Assert.All(
            answers,
            answer => Assert.Equal(
                ["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"],
                List(answer, "Access-Control-Expose-Headers")));
        Assert.All(answers, answer => Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials")));
    }

    [Fact]
    public async Task Pages_of_the_site_are_for_no_other_origin()
    {
        await using var site = new PartnerSite();

        Assert.False((await site.CallAsync("/en", PartnerSite.FromOrigin())).Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static string Of(Answer answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static IEnumerable<string> List(Answer answer, string name) =>
        answer.Headers.GetValues(name).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Order(StringComparer.Ordinal);
}
