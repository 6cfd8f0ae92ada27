using JapanEsimAdvisor.Web.Tests.Hosting;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Forms, encodings, hosts and methods that nothing can be done with: the caller's fault wherever they are sent.</summary>
public sealed class BrokenRequestTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] Addresses =
    [
        "/en", "/en/plans", "/en/t", "/en/t/no-such-trip", "/nosuch", "/robots.txt", "/status/404", "/t/AAA",
    ];

    private static readonly (string Type, string Body)[] Forms =
    [
        (Form + "; charset=utf-7", "a=b"),
        (Form, "[=1"),
        (Form, "a[=1"),
        ("multipart/form-data", "x"),
        (
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nx\r\n--b--\r\n"),
    ];

    [Fact]
    public async Task A_form_that_nobody_can_read_is_no_failure_of_ours_whatever_the_method()
    {
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        foreach (var method in (string[])["GET", "POST", "PUT", "DELETE", "OPTIONS", "FOO"])
        {
            foreach (var address in Addresses)
            {
                foreach (var (type, body) in Forms)
                {
                    var answer = await site.SendAsync(
                        [Head(method, address, $"Content-Type: {type}", $"Content-Length: {body.Length}"), body]);

                    Assert.True(KestrelSite.StatusOf(answer) is >= 200 and < 500, $"{method} {address} {type} {body}: {answer}");
                }
            }
        }

        log.AssertQuiet();
    }

    [Theory]
    [InlineData("""{"trip":{"days":5},"people":2,"\ud800":1}""")]
    [InlineData("""{"trip":{"days":5},"people":2,"whyNot":["\ud800"]}""")]
    [InlineData("""{"trip":{"days":5},"travelers":[{"name":"\ud800"}]}""")]
    public async Task A_form_whose_request_is_no_Unicode_is_refused(string request)
    {
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        var body = "request=" + Uri.EscapeDataString(request);
        var answer = await site.SendAsync([Head("POST", "/en/t", $"Content-Type: {Form}", $"Content-Length: {body.Length}"), body]);

        Assert.Equal(400, KestrelSite.StatusOf(answer));
        log.AssertQuiet();
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    public async Task What_an_agent_says_of_the_encoding_counts_as_little_as_on_the_API(string charset)
    {
        const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        var answer = await site.SendAsync(
            [
                Head(
                    "POST",
                    "/mcp",
                    $"Content-Type: application/json; charset={charset}",
                    "Accept: application/json, text/event-stream",
                    $"Content-Length: {Ping.Length}"),
                Ping,
            ]);

        Assert.Equal(200, KestrelSite.StatusOf(answer));
        log.AssertQuiet();
    }

    [Theory]
    [InlineData("/en", "text/html")]
    [InlineData("/nosuch", "text/html")]
    [InlineData("/robots.txt", "text/html")]
    [InlineData("/en/result?people=2&days=5", "text/html")]
    [InlineData("/api/v1/plans", "application/problem+json")]
    public async Task A_host_that_is_no_name_is_refused(string address, string type)
    {
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        var answer = await site.SendAsync([$"GET {address} HTTP/1.1\r\nHost: xn--0\r\n\r\n"]);

        Assert.Equal(400, KestrelSite.StatusOf(answer));
        Assert.Contains("Content-Type: " + type, answer, StringComparison.Ordinal);
        log.AssertQuiet();
    }

    [Fact]
    public async Task A_page_names_the_methods_it_takes()
    {
        await using var site = KestrelSite.Start(new Notebook());
        var put = await site.SendAsync([Head("PUT", "/en/plans")]);
        var post = await site.SendAsync([Head("POST", "/en/plans", "Content-Length: 0")]);
        var saved = await site.SendAsync([Head("DELETE", "/en/t/no-such-trip")]);
        var asked = await site.SendAsync([Head("OPTIONS", "/en/t")]);
        var nowhere = await site.SendAsync([Head("OPTIONS", "/nosuch")]);

        Assert.Equal((405, "GET, HEAD"), (KestrelSite.StatusOf(put), Allow(put)));
        Assert.Equal((405, "GET, HEAD"), (KestrelSite.StatusOf(post), Allow(post)));
        Assert.Equal((405, "GET, HEAD, POST"), (KestrelSite.StatusOf(saved), Allow(saved)));
        Assert.Equal((204, "GET, HEAD, POST"), (KestrelSite.StatusOf(asked), Allow(asked)));
        Assert.Equal((404, null), (KestrelSite.StatusOf(nowhere), Allow(nowhere)));
    }

    [Fact]
    public async Task The_log_has_neither_what_stands_in_the_place_of_a_parameter_nor_a_made_up_method()
    {
        var log = new Notebook();
        await using var site = KestrelSite.Start(log);
        foreach (var address in (string[])[
            "/en/plans/s3cretTrip", "/en/devices/s3cretTrip", "/en/guides/s3cretTrip", "/api/v1/plans/s3cretTrip", "/swagger/s3cretTrip",
            "/s3cretTrip", "/en/t/s3cretTrip",
        ])
        {
            await site.SendAsync([Head("GET", address)]);
            await site.SendAsync([Head("S3cretTrip", address)]);
        }

        Assert.Contains(log.Everything, text => text.Contains("/en/plans/{", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Everything, text => text.Contains("s3cretTrip", StringComparison.OrdinalIgnoreCase));
    }

    private static string Head(string method, string address, params string[] headers) =>
        $"{method} {address} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: "
            + $"same-origin\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    private static string? Allow(string answer) =>
        answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("Allow: ", StringComparison.Ordinal))?["Allow: ".Length..];
}
