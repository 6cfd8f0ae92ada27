using JapanEsimAdvisor.Web.Tests.Hosting;
using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>
/// Bodies that break HTTP itself, on every route that takes one: the caller's fault, said so at once and in one line of
/// the log.
/// </summary>
public sealed class BrokenBodyTests
{
    private const string Chunked = "Transfer-Encoding: chunked";

    private static readonly (string What, string Header, string[] Parts, int[] Statuses)[] Broken =
    [
        ("a chunk size that is none", Chunked, ["zz\r\n{}\r\n0\r\n\r\n"], [400]),
        ("a chunk longer than it says", Chunked, ["2\r\n{}XX0\r\n\r\n"], [400]),
        ("a chunk size past all numbers", Chunked, ["ffffffffffffffffff\r\n{}"], [400]),
        (
            "trailers past the limit",
            Chunked,
            ["2\r\n{}\r\n0\r\n", .. Enumerable.Range(0, 60).Select(number => $"X-T{number}: {new string('a', 1000)}\r\n"), "\r\n"],
            [400]),
        ("a length past the limit", "Content-Length: 99999999", ["{}"], [413]),
        ("chunks past the limit", Chunked, [.. Enumerable.Repeat($"8000\r\n{new string(' ', 0x8000)}\r\n", 12), "0\r\n\r\n"], [400, 413]),
        ("a length that is none", "Content-Length: x", ["{}"], [400]),
    ];

    [Fact]
    public async Task A_body_that_breaks_HTTP_is_refused_on_every_route_and_is_no_failure_of_ours()
    {
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        foreach (var (address, type) in Routes(site))
        {
            foreach (var (what, header, parts, statuses) in Broken)
            {
                var answer = await site.SendAsync([Head(address, type, header), .. parts]);

                Assert.True(statuses.Contains(KestrelSite.StatusOf(answer)), $"{what} at {address}: {answer}");
            }
        }

        log.AssertQuiet();
    }

    [Fact]
    public async Task A_body_that_comes_byte_by_byte_is_given_up_after_some_seconds()
    {
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        var answers = await Task.WhenAll(Routes(site).Select(async route =>
            (route.Address, Answer: await site.SendAsync(
                [Head(route.Address, route.Type, "Content-Length: 8000"), .. Enumerable.Repeat(" ", 200)],
                TimeSpan.FromMilliseconds(200)))));

        Assert.All(answers, one => Assert.True(KestrelSite.StatusOf(one.Answer) == 408, $"{one.Address}: {one.Answer}"));
        log.AssertQuiet();
    }

    [Theory]
    [InlineData("/api/v1/recommendations", "application/json", "application/problem+json")]
    [InlineData("/en/t", "application/x-www-form-urlencoded", "text/html")]
    public async Task Programs_are_answered_with_a_problem_and_readers_with_a_page(string address, string type, string answered)
    {
        await using var site = KestrelSite.Start(new Notebook());
        var answer = await site.SendAsync([Head(address, type, Chunked), "zz\r\n"]);

        Assert.Contains("Content-Type: " + answered, answer, StringComparison.Ordinal);
        Assert.Contains("Content-Language: en", answer, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "hello")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nbroken")]
    [InlineData("application/x-www-form-urlencoded", "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=10&k=11&l=12")]
    public async Task A_form_that_cannot_be_read_is_a_page_that_says_so(string type, string body)
    {
        await using var site = KestrelSite.Start(new Notebook());
        var answer = await site.SendAsync([Head("/en/t", type, $"Content-Length: {body.Length}"), body]);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/html", answer, StringComparison.Ordinal);
    }

    /// <summary>Every address that takes a POST or PUT, with the type of body that it takes.</summary>
    private static List<(string Address, string Type)> Routes(PartnerSite site)
    {
        var calls = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct()
            .ToList();
        Assert.Contains("/mcp", calls);
        Assert.True(calls.Count >= 5, string.Join(' ', calls));
        return
        [
            .. calls.Select(address => (address, "application/json")),
            ("/en/t", "application/x-www-form-urlencoded"),
            ("/zh-hans/t", "multipart/form-data; boundary=b"),
            ("/en/t/no-such-trip", "application/x-www-form-urlencoded"),
            ("/en/t/no-such-trip?handler=delete", "application/x-www-form-urlencoded"),
        ];
    }

    private static string Head(string address, string type, string length) =>
        $"POST {address} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {type}\r\n{length}\r\n\r\n";
}
