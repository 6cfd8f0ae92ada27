using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Questions;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using NJsonSchema;

namespace JapanEsimAdvisor.Web.Tests.Agents;

/// <summary>What agents are told of the tools, and that a tool answers as the API does.</summary>
public sealed partial class ToolTests(SiteFixture site) : IAsyncLifetime
{
    private McpClient _agent = null!;

    /// <summary>Tool, arguments, address of the same call, its body.</summary>
    public static TheoryData<string, string, string, string?> Calls => new()
    {
        { "recommend", SampleTrips.Couple, "/api/v1/recommendations", SampleTrips.Couple },
        { "recommend", SampleTrips.With("lang", "\"ja\""), "/api/v1/recommendations?lang=ja", SampleTrips.Couple },
        {
            "recommend",
            SampleTrips.With("travelers[0].name", "\"爱丽丝 <\\u0026>\""),
            "/api/v1/recommendations",
            SampleTrips.With("travelers[0].name", "\"爱丽丝 <&>\"")
        },
        {
            "recommend",
            """{ "people": 3, "trip": { "days": 8 }, "include": [ "frontier" ], "lang": null }""",
            "/api/v1/recommendations?people=3&days=8&include=frontier",
            null
        },
        {
            "search_plans",
            """{ "medium": "esim", "days": 10, "currency": "USD", "sort": "price", "japaneseNumber": false, "pageSize": 3 }""",
            "/api/v1/plans?medium=esim&days=10&currency=USD&sort=price&japaneseNumber=false&pageSize=3",
            null
        },
        {
            "search_plans",
            """{ "q": "moshi 5 GB & more", "page": "1", "lang": "ko" }""",
            "/api/v1/plans?q=moshi+5+GB+%26+more&page=1&lang=ko",
            null
        },
        {
            "check_device",
            """{ "q": "苹果15", "class": "phone", "pageSize": 2 }""",
            "/api/v1/devices?q=%E8%8B%B9%E6%9E%9C15&class=phone&pageSize=2",
            null
        },
        { "check_usage", Usage, "/api/v1/usage-checks", Usage },
    };

    /// <summary>The same, all wrong, with what must be said.</summary>
    public static TheoryData<string, string, string, string?, string> WrongCalls => new()
    {
        { "recommend", "{}", "/api/v1/recommendations", "{}", "people-required" },
        {
            "recommend",
            """{ "lang": "zh-Hans", "people": 99, "trip": { "days": "x" }, "hotel": 1 }""",
            "/api/v1/recommendations?lang=zh-Hans",
            """{ "people": 99, "trip": { "days": "x" }, "hotel": 1 }""",
            "unknown-field"
        },
        {
            "recommend",
            SampleTrips.With("trip", """{ "arrival": "2026-11-01", "departure": "2026-11-05" }"""),
            "/api/v1/recommendations",
            SampleTrips.With("trip", """{ "arrival": "2026-11-01", "departure": "2026-11-05" }"""),
            "trip-over"
        },
        {
            "search_plans",
            """{ "days": 0, "medium": "pigeon", "color": "red" }""",
            "/api/v1/plans?days=0&medium=pigeon&color=red",
            null,
            "unknown-value"
        },
        { "search_plans", """{ "days": [ 3 ] }""", "/api/v1/plans?days=%5B%203%20%5D", null, "number-out-of-range" },
        { "check_device", """{ "class": "toaster", "lang": "ja" }""", "/api/v1/devices?class=toaster&lang=ja", null, "unknown-value" },
        { "check_device", """{ "lang": "fr" }""", "/api/v1/devices?lang=fr", null, "unknown-language" },
        {
            "check_usage",
            """{ "people": 1, "lang": "zh-Hant" }""",
            "/api/v1/usage-checks?lang=zh-Hant",
            """{ "people": 1 }""",
            "lines-required"
        },
    };

    private static string Usage => RequestExamples.UsageChecks(SiteFixture.Today.AddDays(30)).First().Json;

    public async ValueTask InitializeAsync() => _agent = await Agent.ConnectAsync(site.CreateClient());

    public ValueTask DisposeAsync() => _agent.DisposeAsync();

    [Fact]
    public async Task The_tools_say_what_they_take_and_that_they_change_nothing()
    {
        var tools = await _agent.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["check_device", "check_usage", "recommend", "search_plans"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.False(string.IsNullOrWhiteSpace(tool.Description));
            Assert.True(
                tool.ProtocolTool.Annotations is
                {
                    ReadOnlyHint: true,
                    IdempotentHint: true,
                    DestructiveHint: false,
                    OpenWorldHint: false,
                    Title.Length: > 0,
                });
            Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString());
            Assert.False(tool.JsonSchema.GetProperty("additionalProperties").GetBoolean());
            Assert.True(tool.JsonSchema.GetProperty("properties").TryGetProperty("lang", out _));
        });
    }

    [Fact]
    public async Task A_schema_names_every_property_with_its_range_and_leads_nowhere_outside()
    {
        var tools = (await _agent.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).ToDictionary(
            tool => tool.Name,
            tool => tool.JsonSchema);
        var document = (await site.GetAsync("/openapi/v1.json")).Ok().Json;
        var described = document
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("TripRequest")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name);
        var parameters = document
            .GetProperty("paths")
            .GetProperty("/api/v1/plans")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => parameter.GetProperty("name").GetString()!);

        Assert.Equal(described.Append("lang").Order(StringComparer.Ordinal), Names(tools["recommend"]));
        Assert.Equal(parameters.Order(StringComparer.Ordinal), Names(tools["search_plans"]));
        Assert.Contains(
            "1 to 60",
            tools["recommend"].GetProperty("properties").GetProperty("people").GetProperty("description").GetString(),
            StringComparison.Ordinal);
        Assert.Contains(
            "GB",
            tools["check_usage"]
                .GetProperty("$defs")
                .GetProperty("LinePart")
                .GetProperty("properties")
                .GetProperty("gbUsed")
                .GetProperty("description")
                .GetString(),
            StringComparison.Ordinal);
        Assert.All(tools.Values, schema =>
        {
            var defined = schema.GetProperty("$defs").EnumerateObject().Select(definition => definition.Name).ToHashSet();
            Assert.Equal(defined, Reference().Matches(schema.GetRawText()).Select(match => match.Groups[1].Value).ToHashSet());
        });
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_tool_answers_what_the_API_answers(string tool, string arguments, string address, string? body)
    {
        var (used, called) = (await _agent.UseAsync(tool, arguments), (await AskAsync(address, body)).Ok());

        Assert.False(used.IsError, used.Text);
        Assert.Equal(called.Text, used.Text);
        Assert.True(JsonElement.DeepEquals(called.Json, used.Structured!.Value));
        Assert.Empty((await AnswerOfAsync(tool)).Validate(used.Text).Select(error => error.ToString()));
    }

    [Fact]
    public async Task A_tool_says_what_it_answers_by_the_shapes_of_the_API()
    {
        var tools = (await _agent.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).ToDictionary(
            tool => tool.Name,
            tool => tool.ProtocolTool.OutputSchema!.Value);
        var schemas = (await site.GetAsync("/openapi/v1.json")).Ok().Json.GetProperty("components").GetProperty("schemas");

        foreach (var (tool, answer) in (ReadOnlySpan<(string, string)>)[
            ("recommend", "RecommendationResponse"),
            ("search_plans", "PlanResponseListing"),
            ("check_device", "DeviceResponseListing"),
            ("check_usage", "UsageCheckResponse"),
        ])
        {
            Assert.Equal("object", tools[tool].GetProperty("type").GetString());
            Assert.Equal(Names(schemas.GetProperty(answer)), Names(tools[tool]));
            Assert.Equal(
                tools[tool].GetProperty("$defs").EnumerateObject().Select(definition => definition.Name).ToHashSet(),
                Reference().Matches(tools[tool].GetRawText()).Select(match => match.Groups[1].Value).ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public async Task Bad_input_is_a_tool_error_with_the_problem_of_the_API(
        string tool, string arguments, string address, string? body, string code)
    {
        var (used, called) = (await _agent.UseAsync(tool, arguments), await AskAsync(address, body));

        Assert.True(used.IsError, used.Text);
        Assert.Contains(called.Errors, error => error.EndsWith(": " + code, StringComparison.Ordinal));
        Assert.Equal(called.Text, used.Text);
        Assert.Null(used.Structured);
    }

    [Fact]
    public async Task Arguments_larger_than_a_body_may_be_are_a_tool_error()
    {
        var arguments = new JsonObject { ["people"] = 2, ["whyNot"] = new JsonArray(new string('x', 66_000)) };

        var used = await _agent.UseAsync("recommend", arguments.ToJsonString());

        Assert.True(used.IsError);
        Assert.Equal("body-too-large", used.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_an_error_of_the_protocol() =>
        Assert.Equal(
            McpErrorCode.InvalidParams,
            (await Assert.ThrowsAsync<McpProtocolException>(() => _agent.UseAsync("book_a_hotel", "{}"))).ErrorCode);

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task Agents_of_every_revision_are_answered(string revision)
    {
        await using var agent = await Agent.ConnectAsync(site.CreateClient(), new McpClientOptions { ProtocolVersion = revision });

        Assert.Equal(revision, agent.NegotiatedProtocolVersion);
        Assert.False((await agent.UseAsync("check_device", """{ "q": "pixel 8" }""")).IsError);
    }

    [Fact]
    public void The_server_says_who_it_is_and_how_to_begin()
    {
        Assert.Equal("Japan eSIM Advisor", _agent.ServerInfo!.Title);
        Assert.Contains("/docs/api.md", _agent.ServerInstructions, StringComparison.Ordinal);
        Assert.NotNull(_agent.ServerCapabilities!.Tools);
        Assert.Null(_agent.SessionId);
    }

    private async Task<JsonSchema> AnswerOfAsync(string tool)
    {
        var tools = await _agent.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        return await JsonSchema.FromJsonAsync(tools
            .Single(known => known.Name == tool).ProtocolTool.OutputSchema!.Value
            .GetRawText()
            .Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal)
            .Replace("\"$defs\"", "\"definitions\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private async Task<Answer> AskAsync(string address, string? body)
    {
        using var client = site.CreateClient();
        var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await client.AskAsync(new HttpRequestMessage(
            body is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(address, UriKind.Relative))
        { Content = content });
    }

    private static IEnumerable<string> Names(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    [GeneratedRegex("#/\\$defs/([^\"]+)\"")]
    private static partial Regex Reference();
}
