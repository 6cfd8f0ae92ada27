using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>"2 + 3, 4 hours": sub-groups and hours apart, through the API.</summary>
public sealed class SplitPartyTests(SiteFixture site)
{
    /// <summary>Two of five are not with the host: 4 hours of 10 days at 150 yen each; without groups it is four.</summary>
    [Theory]
    [InlineData("\"A\"", "\"B\"", 2)]
    [InlineData("null", "null", 4)]
    [InlineData("\"A\"", "\"A\"", 0)]
    public async Task Two_and_three_who_part_for_four_hours_pay_only_for_the_other_group(string first, string second, int offline)
    {
        var answer = await PostAsync(
            $$"""[ { "count": 2, "group": {{first}} }, { "count": 3, "group": {{second}} } ]""",
            "\"hoursApartPerDay\": 4");
        var shared = answer.GetProperty("strategies")[1];
        var apart = shared
            .GetProperty("cost")
            .GetProperty("rows")
            .EnumerateArray()
            .Where(row => row.GetProperty("code").GetString() == "apart")
            .ToList();

        Assert.Single(shared.GetProperty("connections").EnumerateArray(), connection => connection.GetProperty("via").GetString() == "own");
        Assert.Equal(offline * 4 * 10 * 150, apart.Sum(row => row.GetProperty("amount").GetProperty("amount").GetDecimal()));
        Assert.Equal(offline > 0, Codes(shared, "warnings").Contains("offline-when-apart"));
    }

    [Theory]
    [InlineData("\"apart\": \"often\"")]
    [InlineData("\"hoursApartPerDay\": 4")]
    public async Task Hours_and_their_short_word_mean_the_same(string everyone)
    {
        var said = await PostAsync("""[ {}, {}, { "hoursApartPerDay": 0 } ]""", everyone);
        var listed = await PostAsync(
            """[ { "hoursApartPerDay": 4 }, { "hoursApartPerDay": 4 }, { "hoursApartPerDay": 0 } ]""",
            "\"apart\": null");

        Assert.Equal(listed.GetProperty("strategies").GetRawText(), said.GetProperty("strategies").GetRawText());
        Assert.DoesNotContain("together-assumed", Codes(said, "assumptions"));
    }

    [Fact]
    public async Task A_child_who_is_never_alone_is_not_apart_because_everyone_is()
    {
        var answer = await PostAsync(
            """[ { "hoursApartPerDay": 0 }, { "neverAlone": true, "usage": { "profile": "light" } } ]""",
            "\"hoursApartPerDay\": 6");

        Assert.DoesNotContain("offline-when-apart", Codes(answer.GetProperty("strategies")[1], "warnings"));
        Assert.All(answer
            .GetProperty("strategies")
            .EnumerateArray()
            .SelectMany(strategy => strategy.GetProperty("connections").EnumerateArray()), connection => Assert.True(
            connection.GetProperty("host").GetString() is not "t2" || connection.GetProperty("traveler").GetString() == "t2"));
    }

    [Fact]
    public async Task Who_must_be_reachable_has_a_line_in_every_answer()
    {
        var answer = await PostAsync("""[ {}, { "reachableWhenApart": true } ]""", "\"hoursApartPerDay\": 2");

        Assert.All(answer
            .GetProperty("strategies")
            .EnumerateArray()
            .Where(strategy => strategy.GetProperty("feasible").GetBoolean()), strategy => Assert.Contains(
            strategy.GetProperty("purchases").EnumerateArray(), purchase => purchase.GetProperty("buyer").GetString() == "t2"));
    }

    [Theory]
    [InlineData("{ \"hoursApartPerDay\": 25 }", "everyone.hoursApartPerDay: number-out-of-range")]
    [InlineData("{ \"hoursApartPerDay\": -1 }", "everyone.hoursApartPerDay: number-out-of-range")]
    [InlineData("{ \"hoursApartPerDay\": 4, \"apart\": \"often\" }", "everyone.apart: apart-twice")]
    [InlineData("{ \"hoursApartPerDay\": \"four\" }", "everyone.hoursApartPerDay: wrong-form")]
    public async Task Everyones_hours_obey_the_rules_of_a_travelers(string everyone, string error)
    {
        (await site.PostAsync(SampleTrips.With("everyone", everyone))).Wrong(error);
    }

    private async Task<JsonElement> PostAsync(string travelers, string everyone) => (await site.PostAsync(
        $$"""{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, "travelers": {{travelers}},"""
            + $$""" "everyone": { {{everyone}} } }"""))
            .Ok().Json;

    private static List<string?> Codes(
        JsonElement of,
        string part) => [.. of.GetProperty(part).EnumerateArray().Select(notice => notice.GetProperty("code").GetString())];
}
