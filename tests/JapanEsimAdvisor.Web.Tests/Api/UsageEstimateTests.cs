using System.Net;
using System.Text;
using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>Hours per activity to gigabytes a day.</summary>
public sealed class UsageEstimateTests(SiteFixture site)
{
    /// <summary>1 h of maps at 0.015 GB and 2 h of video at 0.57 GB are 1.155 GB; 40 % of it runs on hotel Wi-Fi.</summary>
    private const string Hours = """ "activities": { "maps": 1, "video": 2, "messaging": 0 } """;

    [Theory]
    [InlineData("", 0.693, 0.4)]
    [InlineData(", \"freeWifi\": \"hotel\"", 0.693, 0.4)]
    [InlineData(", \"freeWifi\": \"none\"", 1.155, 0)]
    public async Task Hours_become_gigabytes_with_free_wifi_taken_off(string wifi, double gb, double share)
    {
        var answer = (await EstimateAsync("{" + Hours + wifi + "}")).Ok().Json;
        var parts = answer.GetProperty("activities").EnumerateArray().ToList();

        Assert.Equal((gb, 1.155, share), (Number(answer, "gbPerDay"), Number(answer, "gbPerDayInAll"), Number(answer, "freeWifiShare")));
        Assert.Equal(["maps", "video"], parts.Select(part => part.GetProperty("id").GetString()));
        Assert.Equal(
            (1, 0.015, 0.015),
            (Number(parts[0], "hoursPerDay"), Number(parts[0], "gbPerHour"), Number(parts[0], "gbPerDayInAll")));
        Assert.Equal((2, 0.57, 1.14), (Number(parts[1], "hoursPerDay"), Number(parts[1], "gbPerHour"), Number(parts[1], "gbPerDayInAll")));
        Assert.Equal(gb, parts.Sum(part => Number(part, "gbPerDay")), 1e-9);
        Assert.All(parts, part => Assert.NotEqual(JsonValueKind.Undefined, part.GetProperty("source").GetProperty("checked").ValueKind));
    }

    [Fact]
    public async Task An_estimate_is_what_advice_reckons_with()
    {
        var estimate = (await EstimateAsync("{" + Hours + "}")).Ok().Json;
        var advice =
            (await site.PostAsync("""{ "trip": { "days": 5 }, "people": 1, "everyone": { "usage": {""" + Hours + "} } }")).Ok().Json;

        Assert.Equal(
            Number(estimate, "gbPerDay"),
            advice.GetProperty("strategies")[0].GetProperty("travelers")[0].GetProperty("gbPerDay").GetDouble(),
            1e-6);
    }

    [Fact]
    public async Task No_activities_use_nothing()
    {
        var answer = (await EstimateAsync("""{ "activities": {} }""")).Ok().Json;

        Assert.Equal((0, 0), (Number(answer, "gbPerDay"), answer.GetProperty("activities").GetArrayLength()));
    }

    [Fact]
    public async Task Names_come_in_the_readers_language()
    {
        var answer = (await EstimateAsync("{" + Hours + "}", "?lang=zh-Hans")).Ok().Json;

        Assert.Matches(@"[\u4E00-\u9FFF]", answer.GetProperty("activities")[0].GetProperty("name").GetString()!);
    }

    [Theory]
    [InlineData("{}", "activities: activities-required")]
    [InlineData("""{ "activities": null }""", "activities: activities-required")]
    [InlineData("""{ "activities": { "knitting": 1 } }""", "activities.knitting: unknown-activity")]
    [InlineData(
        """{ "activities": { "maps": 24.5, "video": -1 } }""",
        "activities.maps: number-out-of-range|activities.video: number-out-of-range")]
    [InlineData("""{ "activities": { "maps": "1" } }""", "activities.maps: wrong-form")]
    [InlineData("""{ "activities": [ 1 ] }""", "activities: wrong-form")]
    [InlineData("""{ "activities": { "maps": 1 }, "freeWifi": "street" }""", "freeWifi: unknown-free-wifi")]
    [InlineData(
        """{ "activities": { "maps": "x" }, "freeWifi": "street", "days": 3 }""",
        "activities.maps: wrong-form|freeWifi: unknown-free-wifi|days: unknown-field")]
    public async Task What_is_wrong_is_told_at_its_path(string body, string errors) => (await EstimateAsync(body)).Wrong(errors.Split('|'));

    [Fact]
    public async Task What_is_no_json_is_refused()
    {
        using var client = site.CreateClient();
        var answer = await client.AskAsync(new HttpRequestMessage(
            HttpMethod.Post,
            "/api/v1/usage-estimates")
        { Content = new StringContent("maps=1", Encoding.UTF8, "text/plain") });

        answer.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        (await EstimateAsync("{}", "?days=3")).Wrong("days: unknown-field");
    }

    private static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private async Task<Answer> EstimateAsync(string body, string query = "")
    {
        using var client = site.CreateClient();
        return await client.AskAsync(new HttpRequestMessage(
            HttpMethod.Post,
            "/api/v1/usage-estimates" + query)
        { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
