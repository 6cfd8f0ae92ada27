using System.Diagnostics;
using JapanEsimAdvisor.Web.Hosting.Telemetry;
using JapanEsimAdvisor.Web.Tests.Agents;
using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace JapanEsimAdvisor.Web.Tests.Hosting.Telemetry;

/// <summary>What leaves the site for whoever watches over it.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task Where_nobody_is_named_nothing_is_exported()
    {
        await using var site = new PartnerSite(("OTEL_EXPORTER_OTLP_ENDPOINT", " "));

        Assert.Null(site.Services.GetService<TracerProvider>());
        Assert.Null(site.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task One_signal_can_be_exported_alone()
    {
        await using var site = new PartnerSite(
            ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://127.0.0.1:9/v1/metrics"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        Assert.Null(site.Services.GetService<TracerProvider>());
        Assert.NotNull(site.Services.GetService<MeterProvider>());
    }

    /// <summary>What is typed holds a word of its own: the collector hears the meters of every site in the process.</summary>
    [Fact]
    public async Task Traces_and_metrics_say_how_calls_went_and_nothing_of_who_asked_what()
    {
        await using var collector = await Collector.StartAsync();
        await using (var site = new PartnerSite(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "advisor-under-test")))
        {
            await CallAsync(site);
            Assert.True(site.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000));
            Assert.True(site.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000));
        }

        var (traces, metrics) = (collector.Of("traces"), collector.Of("metrics"));
        Assert.All(
            (string[])[
                "advisor-under-test",
                "GET /api/v1/recommendations",
                "http.route",
                "{language:language}/result",
                "http.response.status_code",
            ],
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(
            (string[])[
                "advisor-under-test", "advisor.recommendation.duration", "advisor.rejections", "unknown-country", "advisor.catalog.age",
                "http.server.request.duration",
            ],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        foreach (var name in (string[])[
            "Zanzibar", "url.query", "url.path", "user_agent", "server.address", "client.address", "203.0.113.77", "sk_", "travelers[",
        ])
        {
            Assert.DoesNotContain(name, traces, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(name, metrics, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_span_keeps_what_says_how_a_call_went_and_loses_the_rest()
    {
        using var span = new Activity(
            "GET").SetTag("http.route", "/api/v1/plans").SetTag("http.request.method", "GET").SetTag("url.query", "?q=Zanzibar")
            .SetTag("url.path", "/t/Zanzibar")
                .SetTag("client.address", "203.0.113.77")
                .SetTag("something.new", "Zanzibar")
                .SetStatus(ActivityStatusCode.Error, "Zanzibar");
        span.TraceStateString = "who=Zanzibar";
        using BaseProcessor<Activity> mask = new SpanMask();

        mask.OnEnd(span);

        Assert.Equal(
            ["http.request.method=GET", "http.route=/api/v1/plans"],
            span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal((ActivityStatusCode.Error, null, null), (span.Status, span.StatusDescription, span.TraceStateString));
    }

    private static async Task CallAsync(PartnerSite site)
    {
        const string Query = "?trip.days=5&travelers[0].name=Zanzibarname&travelers[0].phone=Zanzibarphone&travelers[0].phoneMarket=Zanzibar";
        (string, string)[] headers =
        [
            ("User-Agent", "Zanzibaragent/1.0"),
            ("tracestate", "who=Zanzibarstate"),
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            PartnerSite.Address("203.0.113.77"),
        ];
        using var client = site.CreateClient();
        await site.CallAsync("/api/v1/recommendations" + Query, headers);
        (await site.CallAsync("/api/v1/recommendations?people=2&days=5", headers)).Ok();
        await site.CallAsync("/en/result" + Query, headers);
        await site.CallAsync("/en/t/Zanzibartrip", headers);
        await site.CallAsync("/Zanzibarpath", headers);
        await site.CallAsync("/api/v1/plans", [.. headers, PartnerSite.Key("sk_Zanzibarkey")]);
        (await client.AskAsync(
            Agent.Message(
                Agent.Call("recommend", """{ "people": 2, "trip": { "days": 5 }, "travelers": [ { "name": "Zanzibarname" } ] }""")),
            headers)).Ok();
    }
}
