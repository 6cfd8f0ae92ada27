using System.Net;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>What happens when the program itself is at fault, and what is written down about it and about everybody else.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_failure_is_a_problem_under_api_and_a_page_elsewhere_with_all_headers_and_no_trace()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var clock = new StoppableClock();
        await using var own = new CatalogSite(folder, services => services.AddSingleton<TimeProvider>(clock));
        using var client = own.CreateClient();
        clock.IsBroken = true;
        var api = await client.AskAsync(Get("/api/v1/recommendations?people=2&days=5&lang=zh-Hans"));
        var page = await client.AskAsync(Get("/zh-hans/result?people=2&days=5"));

        api.Problem(HttpStatusCode.InternalServerError, "server-error");
        Assert.Matches(@"[\u4E00-\u9FFF]", api.Json.GetProperty("title").GetString()!);
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.Status, page.MediaType));
        Assert.Equal("zh-Hans", page.Page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Page.QuerySelectorAll("main h1"));
        foreach (var answer in (Answer[])[api, page])
        {
            SecurityHeaderTests.AssertStrict(answer);
            Assert.DoesNotContain("StoppableClock", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_holds_paths_and_neither_queries_nor_names_nor_phones()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var (log, clock) = (new Notebook(), new StoppableClock());
        await using var own = new CatalogSite(
            folder, services => services.AddSingleton<ILogEventSink>(log).AddSingleton<TimeProvider>(clock));
        using var client = own.CreateClient();
        const string Query =
            "?trip.days=5&travelers[0].name=Secretname&travelers[0].phone=Secretphone&travelers[0].homeOperator=Secretoperator&utm_source=Secretsource";
        var body =
            """{ "trip": { "days": 5 }, "travelers": [ { "name": "Secretname", "phone": "test-one" }, { "name": "Secretname","""
                + """ "group": "Secretgroup" } ] }""";
        foreach (var broken in (bool[])[false, true])
        {
            clock.IsBroken = broken;
            await client.AskAsync(Get("/api/v1/recommendations" + Query));
            await client.AskAsync(Get("/en/result" + Query));
            await client.AskAsync(Get("/en/nowhere" + Query));
            await client.AskAsync(Get("/api/v1/devices?q=Secretphone"));
            await client.AskAsync(Get("/api/v1/trips/Secretid"));
            await client.AskAsync(Get("/en/t/Secretid/trip.ics"));
            await client.AskAsync(Get("/en/check?saved=Secretid"));
            await SavedTrips.TripCalls.SaveAsync(client, $$"""{ "request": {{body}} }""");
            await client.PostTripAsync(new StringContent(body, System.Text.Encoding.UTF8, "application/json"), string.Empty);
            await client.PostTripAsync(
                new StringContent(
                    body.Replace("\"days\"", "\"Secretname\"", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json"),
                string.Empty);
        }

        Assert.Contains(log.Lines, line => line.StartsWith("GET /api/v1/recommendations 400 in", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("POST /api/v1/recommendations 200 in", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("GET /api/v1/trips/{id} 404 in", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("GET /en/result 500 in", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Everything, text => text.Contains("Secret", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log.Everything, text => text.Contains("travelers[0]", StringComparison.Ordinal));
    }

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, new Uri(address, UriKind.Relative));

    /// <summary>A clock that can break: the only outside thing every answer needs.</summary>
    internal sealed class StoppableClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException("StoppableClock") : SiteFixture.Now;
    }
}
