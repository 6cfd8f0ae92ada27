using System.Net;
using System.Text.Json;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed class UsageCheckTests(SiteFixture site)
{
    private const string Couple = """
        { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "homeCountry": "US" }, "asOf": "2027-04-06",
          "travelers": [ { "id": "mei", "usage": { "gbPerDay": 0.7 } }, { "id": "tom", "usage": { "gbPerDay": 0.7 } } ],
          "preferences": { "currency": "USD" },
          "lines": [ { "planId": "airalo-moshi-moshi-10-gb-30-days", "buyer": "mei", "clients": [ { "traveler": "tom" } ], "gbUsed": 8 } ] }
        """;

    public static TheoryData<string> Examples =>
    [
        .. RequestExamples.UsageChecks(SiteFixture.Today.AddDays(90)).Select(example => example.Json),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_examples_of_the_document_are_answered(string body)
    {
        var answer = (await site.CheckUsageAsync(body)).Ok().Json;

        Assert.All(
            answer.GetProperty("checks").EnumerateArray(),
            check => Assert.Equal((4, 6), (check.GetProperty("daysUsed").GetInt32(), check.GetProperty("daysLeft").GetInt32())));
    }

    [Fact]
    public async Task The_document_shows_the_examples()
    {
        var paths = (await site.GetAsync("/openapi/v1.json"))
            .Ok().Json
            .GetProperty("paths")
            .GetProperty("/api/v1/usage-checks")
            .GetProperty("post");
        var examples = paths
            .GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("examples")
            .EnumerateObject();

        Assert.Equal(
            RequestExamples.UsageChecks(SiteFixture.Today).Select(example => example.Name),
            examples.Select(example => example.Name));
        Assert.True(paths.GetProperty("responses").TryGetProperty("400", out _));
    }

    [Fact]
    public async Task An_answer_has_the_documented_properties_and_no_others()
    {
        var answer = (await site.CheckUsageAsync(Couple)).Ok().Json;
        var check = answer.GetProperty("checks")[0];

        Names(answer, "asOf", "checks", "catalog");
        Names(
            check, "planId", "provider", "name", "buyer", "clients", "daysUsed", "daysLeft", "lastDay", "gbUsed", "gbLeft",
            "expectedGbPerDay", "expectedGbLeft", "chanceOfRunningOut", "limitedDays", "fullSpeedShare",
            "safePaceGbPerDay", "lastingPaceGbPerDay", "status", "text", "cure", "reasons");
        Names(check.GetProperty("clients")[0], "traveler", "count");
        Names(
            check.GetProperty("cure"), "kind", "planId", "provider", "name", "quantity", "gb", "price", "listedPrice", "priceChecked",
            "source", "chanceAfter", "text");
        Names(check.GetProperty("reasons")[0], "code", "text");
    }

    [Fact]
    public async Task A_couple_that_used_more_than_expected_is_told_what_to_buy()
    {
        var check = (await site.CheckUsageAsync(Couple)).Ok().Json.GetProperty("checks")[0];
        var cure = check.GetProperty("cure");

        Assert.Equal("top-up", check.GetProperty("status").GetString());
        Assert.Equal(2, check.GetProperty("gbLeft").GetDouble(), 9);
        Assert.Equal(2 / 6.0, check.GetProperty("lastingPaceGbPerDay").GetDouble(), 9);
        Assert.Equal(6 * check.GetProperty("expectedGbPerDay").GetDouble(), check.GetProperty("expectedGbLeft").GetDouble(), 9);
        Assert.InRange(check.GetProperty("expectedGbPerDay").GetDouble(), 1.4, 2);
        Assert.InRange(check.GetProperty("chanceOfRunningOut").GetDouble(), 0.95, 1);
        Assert.InRange(cure.GetProperty("chanceAfter").GetDouble(), 0, 0.2);
        Assert.Equal("USD", cure.GetProperty("price").GetProperty("currency").GetString());
        Assert.StartsWith("https://", cure.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal("so-far", check.GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_used_little_is_fine_and_sold_nothing()
    {
        var check = (await site.CheckUsageAsync(
            Couple.Replace("\"gbUsed\": 8", "\"gbUsed\": 2.5", StringComparison.Ordinal))).Ok().Json.GetProperty("checks")[0];

        Assert.Equal("fine", check.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, check.GetProperty("cure").ValueKind);
        Assert.True(check.GetProperty("safePaceGbPerDay").GetDouble() > check.GetProperty("expectedGbPerDay").GetDouble());
    }

    [Fact]
    public async Task The_only_traveler_need_not_be_named_and_today_is_the_day()
    {
        var body =
            """{ "trip": { "arrival": "2026-11-20", "departure": "2026-11-29" }, "people": 1,"""
                + """ "lines": [ { "planId": "airalo-moshi-moshi-unlimited", "days": 10, "gbUsed": 4 } ] }""";
        var answer = (await site.CheckUsageAsync(body)).Ok().Json;
        var check = answer.GetProperty("checks")[0];

        Assert.Equal(("2026-11-23", "t1"), (answer.GetProperty("asOf").GetString(), check.GetProperty("buyer").GetString()));
        Assert.Equal((3, 7), (check.GetProperty("daysUsed").GetInt32(), check.GetProperty("daysLeft").GetInt32()));
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (check.GetProperty("chanceOfRunningOut").ValueKind, check.GetProperty("gbLeft").ValueKind));
        Assert.InRange(check.GetProperty("limitedDays").GetDouble(), 0, 7);
    }

    [Theory]
    [InlineData("en", "may not last", "so far")]
    [InlineData("zh-Hans", "可能不够", "到现在用了")]
    public async Task It_speaks_the_readers_language(string language, string status, string reason)
    {
        var check = (await site.CheckUsageAsync(Couple, "?lang=" + language)).Ok().Json.GetProperty("checks")[0];

        Assert.Contains(status, check.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Contains(reason, check.GetProperty("reasons")[0].GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Contains(
            check.GetProperty("cure").GetProperty("name").GetString()!,
            check.GetProperty("cure").GetProperty("text").GetString()!,
            StringComparison.Ordinal);
        Assert.DoesNotMatch("[{}]", check.GetProperty("text").GetString()! + check.GetProperty("cure").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Who_has_the_answer_is_told_so_and_another_day_is_another_answer()
    {
        var first = (await site.CheckUsageAsync(Couple)).Ok();
        var again = await site.CheckUsageAsync(Couple, "", ("If-None-Match", first.Headers.ETag!.ToString()));
        var nextDay = (await site.CheckUsageAsync(Couple.Replace("04-06", "04-07", StringComparison.Ordinal))).Ok();

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.NotEqual(first.Headers.ETag, nextDay.Headers.ETag);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("[]", HttpStatusCode.BadRequest, "not-an-object")]
    [InlineData("{ \"trip\": ", HttpStatusCode.BadRequest, "malformed-json")]
    public async Task What_is_no_request_is_a_problem(string body, HttpStatusCode status, string code)
    {
        (await site.CheckUsageAsync(body)).Problem(status, code);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(40)]
    public async Task Every_plan_of_the_catalog_can_be_checked(double gbUsed)
    {
        var catalog = site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;
        foreach (var plans in catalog.Plans.Chunk(60))
        {
            var lines = string.Join(", ", plans.Select(
                plan => FormattableString.Invariant($$"""{ "planId": "{{plan.Id}}", "buyer": "all", "gbUsed": {{gbUsed}} }""")));
            var answer =
                (await site.CheckUsageAsync(
                    $$"""{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, "asOf": "2027-04-06","""
                        + $$""" "travelers": [ { "id": "all", "count": 60 } ], "lines": [ {{lines}} ] }"""))
                    .Ok().Json;
            var checks = answer.GetProperty("checks").EnumerateArray().ToList();

            Assert.Equal(plans.Select(plan => plan.Id), checks.Select(check => check.GetProperty("planId").GetString()));
            Assert.All(
                checks,
                check =>
                    Assert.InRange(check.GetProperty("chanceOfRunningOut").ValueKind == JsonValueKind.Null
                        ? 0
                        : check.GetProperty("chanceOfRunningOut").GetDouble(), 0, 1));
            Assert.All(checks, check => Assert.InRange(check.GetProperty("fullSpeedShare").GetDouble(), 0, 1));
            Assert.All(checks, check => Assert.False(string.IsNullOrWhiteSpace(check.GetProperty("text").GetString())));
        }
    }

    private static void Names(JsonElement element, params string[] names) =>
        Assert.Equal(names, element.EnumerateObject().Select(property => property.Name));
}
