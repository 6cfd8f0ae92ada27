using System.Net;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Tests.Hosting;
using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Agents;

/// <summary>Who may call <c>/mcp</c>, how often, from where and with what: as the API, and as the protocol demands.</summary>
public sealed partial class AgentCallTests(OnePartnerSite one) : IClassFixture<OnePartnerSite>
{
    private const string Plans = "search_plans";

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://chat.example", true)]
    [InlineData("https://chat.example:8443", true)]
    [InlineData("http://localhost:6274", true)]
    [InlineData("http://127.0.0.1:6274", true)]
    [InlineData("vscode-webview://1a2b3c4d5e", true)]
    [InlineData("chrome-extension://abcdefghijklmnop", true)]
    [InlineData("tauri://localhost", true)]
    [InlineData("HTTP://rebound.example", false)]
    [InlineData("ws://rebound.example", false)]
    [InlineData("ftp://rebound.example", false)]
    [InlineData("file://", false)]
    [InlineData("file://rebound.example", false)]
    [InlineData("vscode-webview://", false)]
    [InlineData("vscode-webview://1a2b/page", false)]
    [InlineData("vscode-webview://1a2b http://rebound.example", false)]
    [InlineData("http://rebound.example", false)]
    [InlineData("http://rebound.example:5000", false)]
    [InlineData("null", false)]
    [InlineData("chat.example", false)]
    [InlineData("https://chat.example/page", false)]
    [InlineData("https://chat.example https://other.example", false)]
    public async Task No_page_whose_name_was_made_to_mean_the_server_is_answered_and_every_other_is(string? origin, bool isAnswered)
    {
        var answer = await SendAsync(one.Site, Agent.Call(Plans, "{}"), origin is null ? [] : [("Origin", origin)]);

        if (isAnswered)
        {
            Assert.Contains(
                "\"items\"",
                answer.Ok().Text.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal),
                StringComparison.Ordinal);
            Assert.Equal(
                origin is null ? [] : ["*"],
                answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : []);
        }
        else
        {
            Assert.Equal("no-store", answer.Problem(HttpStatusCode.Forbidden, "insecure-origin").Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task Keys_hold_here_as_they_do_for_the_API()
    {
        await using var site = new PartnerSite();
        var (secret, publishable) = await site.AddAsync();
        var body = Agent.Call(Plans, "{}");

        (await SendAsync(site, body, PartnerSite.Key(secret))).Ok();
        (await SendAsync(site, body, PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Ok();
        (await SendAsync(site, body, PartnerSite.Key(publishable), PartnerSite.FromOrigin("https://other.example"))).Problem(
            HttpStatusCode.Forbidden,
            "origin-not-allowed");
        (await SendAsync(site, body, PartnerSite.Key(secret), PartnerSite.FromOrigin())).Problem(
            HttpStatusCode.Forbidden,
            "secret-key-in-browser");
        (await SendAsync(site, body, PartnerSite.Key("sk_guess"))).Problem(HttpStatusCode.Unauthorized, "unknown-key");
        await site.RunAsync("revoke", "1");
        site.LetNotice();
        (await SendAsync(site, body, PartnerSite.Key(secret))).Problem(HttpStatusCode.Unauthorized, "revoked-key");
    }

    [Fact]
    public async Task Calls_count_with_those_of_the_API_and_past_the_quota_are_refused()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "2"));
        (await site.CallAsync(PartnerSite.Profiles)).Ok();
        var last = (await SendAsync(site, Agent.Call(Plans, "{}"))).Ok();
        var refused = (await SendAsync(site, Agent.Call(Plans, "{}"))).Problem(HttpStatusCode.TooManyRequests, "quota-exceeded");

        Assert.Equal("\"default\";r=0;t=60", Assert.Single(last.Headers.GetValues("RateLimit")));
        Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_partner_s_links_are_in_its_agents_answers_and_nothing_else_differs()
    {
        await using var site = new PartnerSite();
        var (secret, _) = await site.AddAsync("--link", "https://track.example/{provider}/{planId}");
        await using var anybody = await Agent.ConnectAsync(site.CreateClient());
        await using var partner = await Agent.ConnectAsync(site.CreateClient(), PartnerSite.Key(secret));
        foreach (var (tool, arguments) in ((string, string)[])[(Plans, "{}"), ("recommend", """{ "people": 2, "trip": { "days": 5 } }""")])
        {
            var (neutral, linked) = (await anybody.UseAsync(tool, arguments), await partner.UseAsync(tool, arguments));

            Assert.NotEqual(neutral.Text, linked.Text);
            Assert.Equal(BuyUrl().Replace(neutral.Text, "…"), BuyUrl().Replace(linked.Text, "…"));
            Assert.Contains("\"buyUrl\":\"https://track.example/", linked.Text, StringComparison.Ordinal);
        }

        Assert.Equal((await anybody.UseAsync("recommend", "{}")).Text, (await partner.UseAsync("recommend", "{}")).Text);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("{ \"a\": \"\\ud800\" }", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("[]", HttpStatusCode.BadRequest, "not-an-object")]
    [InlineData("[ { \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\" } ]", HttpStatusCode.BadRequest, "not-an-object")]
    [InlineData("null", HttpStatusCode.BadRequest, "not-an-object")]
    public async Task What_is_no_message_is_a_problem_as_for_the_API(string body, HttpStatusCode status, string code)
    {
        (await SendAsync(one.Site, body)).Problem(status, code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"tools/list\" }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 5 }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"tools/list\" }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": [] }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": { \"name\": 7 } }")]
    [InlineData(
        "{ \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": { \"name\": \"recommend\", \"arguments\": [] } }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\" }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"nowhere\" }")]
    [InlineData("{ \"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {} }")]
    public async Task A_message_that_makes_no_sense_is_never_a_failure_of_ours(string body)
    {
        var answer = await SendAsync(one.Site, body);

        Assert.True((int)answer.Status < 500, $"{(int)answer.Status} {answer.Text}");
        Assert.DoesNotContain("\"result\":{\"content\"", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual("text/html", answer.MediaType);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_types_sizes_and_methods_are_refused()
    {
        await using var site = new PartnerSite();
        using var client = site.CreateClient();

        (await client.AskAsync(Agent.Message(Agent.Call(Plans, "{}"), "text/plain"))).Problem(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported-media-type");
        (await SendAsync(site, Agent.Call(Plans, $$"""{ "q": "{{new string('x', 80_000)}}" }"""))).Problem(
            HttpStatusCode.RequestEntityTooLarge,
            "body-too-large");
        Assert.Equal(
            ["POST"],
            (await site.CallAsync("/mcp")).Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed").ContentHeaders.Allow);
        (await site.SendAsync(HttpMethod.Delete, "/mcp")).Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task A_failure_of_ours_is_a_tool_error_without_a_trace_and_stands_in_the_log()
    {
        var (log, clock) = (new Notebook(), new FailureTests.StoppableClock());
        await using var site = new PartnerSite(("Quotas:Enabled", "false"))
        {
            Change = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<ILogEventSink>(log),
        };
        await using var agent = await Agent.ConnectAsync(site.CreateClient());
        clock.IsBroken = true;
        var result = await agent.CallToolAsync(Plans, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.DoesNotContain(
            "StoppableClock", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
        Assert.Contains(log.Everything, text => text.Contains("StoppableClock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preflight_lets_a_page_send_the_headers_of_the_protocol()
    {
        await using var site = new PartnerSite();
        var answer = await site.SendAsync(
            HttpMethod.Options,
            "/mcp",
            null,
            PartnerSite.FromOrigin(),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type,mcp-protocol-version,x-api-key"));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Contains(
            "MCP-Protocol-Version", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    private static async Task<Answer> SendAsync(PartnerSite site, string body, params (string, string)[] headers)
    {
        using var client = site.CreateClient();
        return await client.AskAsync(Agent.Message(body), headers);
    }

    [GeneratedRegex("(?<=\"buyUrl\":)\"[^\"]*\"")]
    private static partial Regex BuyUrl();
}
