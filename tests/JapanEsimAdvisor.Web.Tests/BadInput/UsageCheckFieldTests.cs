namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Every wrong field of a usage check is named, all at once, in the reader's language.</summary>
public sealed class UsageCheckFieldTests(SiteFixture site)
{
    private const string Plan = "airalo-moshi-moshi-5-gb-7-days";

    [Theory]
    [InlineData("""{ "planId": "no-such-plan", "buyer": "mei", "gbUsed": 1 }""", "lines[0].planId: unknown-plan")]
    [InlineData("""{ "buyer": "mei", "gbUsed": 1 }""", "lines[0].planId: plan-required")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei" }""", "lines[0].gbUsed: gb-used-required")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": -1 }""", "lines[0].gbUsed: number-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 10000.1 }""", "lines[0].gbUsed: number-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": "3" }""", "lines[0].gbUsed: wrong-form")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "gbUsedThisCycle": 2 }""",
        "lines[0].gbUsedThisCycle: more-than-in-all")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "gbUsedThisCycle": -2 }""",
        "lines[0].gbUsedThisCycle: number-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "quantity": 0 }""", "lines[0].quantity: number-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "quantity": 61 }""", "lines[0].quantity: number-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "days": 8 }""", "lines[0].days: unknown-length")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "days": 0 }""", "lines[0].days: days-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "started": "2027-04-12" }""", "lines[0].started: started-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "started": "2026-04-01" }""", "lines[0].started: started-out-of-range")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "started": "yesterday" }""", "lines[0].started: date-form")]
    [InlineData("""{ "planId": "PLAN", "gbUsed": 1 }""", "lines[0].buyer: buyer-required")]
    [InlineData("""{ "planId": "PLAN", "buyer": "bob", "gbUsed": 1 }""", "lines[0].buyer: unknown-traveler")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "clients": [ { "traveler": "bob" } ] }""",
        "lines[0].clients[0].traveler: unknown-traveler")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "clients": [ { } ] }""",
        "lines[0].clients[0].traveler: client-required")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "clients": [ { "traveler": "tom", "count": 0 } ] }""",
        "lines[0].clients[0].count: people-out-of-range")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "clients": [ { "traveler": "mei" } ] }""",
        "lines[0].clients[0].traveler: on-two-lines")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "clients": [ { "traveler": "tom", "count": 3 } ] }""",
        "lines[0].clients[0].traveler: on-two-lines")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1 }, { "planId": "PLAN", "buyer": "mei", "gbUsed": 1 }""",
        "lines[1].buyer: on-two-lines")]
    [InlineData(
        """{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "clients": [ { "traveler": "tom" } ] }, { "planId": "PLAN","""
            + """ "buyer": "tom", "gbUsed": 1, "clients": [ { "traveler": "tom" } ] }""",
        "lines[1].clients[0].traveler: on-two-lines")]
    [InlineData("""{ "planId": "PLAN", "buyer": "mei", "gbUsed": 1, "colour": "red" }""", "lines[0].colour: unknown-field")]
    [InlineData("", "lines: lines-required")]
    public async Task One_thing_wrong_with_a_line_is_named(string lines, string error)
    {
        (await site.CheckUsageAsync(Request(lines.Replace("PLAN", Plan, StringComparison.Ordinal)))).Wrong(error);
    }

    [Theory]
    [InlineData("2027-04-01")]
    [InlineData("2027-04-12")]
    public async Task A_day_outside_the_trip_is_an_error(string day)
    {
        (await site.CheckUsageAsync(Request(Line("mei"), $"\"asOf\": \"{day}\","))).Wrong("asOf: day-outside-trip");
    }

    [Fact]
    public async Task Today_must_lie_within_the_trip_where_no_day_is_given()
    {
        (await site.CheckUsageAsync(Request(Line("mei"), ""))).Wrong("asOf: day-outside-trip");
        (await site.CheckUsageAsync(
            """{ "trip": { "days": 5 }, "people": 1, "lines": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "gbUsed": 1 } ] }""")).Wrong(
            "asOf: day-outside-trip");
    }

    [Fact]
    public async Task More_lines_than_people_can_have_are_an_error()
    {
        var lines = string.Join(", ", Enumerable.Repeat(Line("all"), 61));
        var body =
            $$"""{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, "asOf": "2027-04-06", "travelers": [ { "id": "all","""
                + $$""" "count": 60 } ], "lines": [ {{lines}} ] }""";

        (await site.CheckUsageAsync(body)).Wrong("lines: too-many-lines");
        (await site.CheckUsageAsync(body.Replace($", {Line("all")} ]", " ]", StringComparison.Ordinal))).Ok();
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var answer = await site.CheckUsageAsync(
            """
            { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "airport": "XXX" }, "asOf": "2027-05-01",
              "travelers": [ { "id": "mei", "phoneMarket": "ZZ" }, { "id": "tom" } ], "preferences": { "currency": "XYZ" },
              "lines": [ { "planId": "no-such-plan", "buyer": "bob", "gbUsed": -1 }, { "buyer": "mei", "quantity": 99 } ] }
            """);

        answer.Wrong(
            "trip.airport: unknown-airport",
            "asOf: day-outside-trip",
            "travelers[0].phoneMarket: unknown-country",
            "preferences.currency: unknown-currency",
            "lines[0].planId: unknown-plan",
            "lines[0].gbUsed: number-out-of-range",
            "lines[0].buyer: unknown-traveler",
            "lines[1].planId: plan-required",
            "lines[1].gbUsed: gb-used-required",
            "lines[1].quantity: number-out-of-range");
    }

    [Theory]
    [InlineData(
        """{ "lines": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "gbUsed": 1 } ] }""",
        "trip.arrival: dates-required people: people-required")]
    [InlineData(
        """{ "trip": { "arrival": "2027-04-02", "days": 5 }, "asOf": "2027-04-02", "people": 1, "travelers": [ { } ],"""
            + """ "lines": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "gbUsed": 1 } ] }""",
        "people: people-and-travelers")]
    [InlineData(
        """{ "trip": { "arrival": "2027-04-02", "days": 5 }, "asOf": "2027-04-02", "people": 1, "include": [ "frontier" ],"""
            + """ "lines": [ ] }""",
        "include: unknown-field lines: lines-required")]
    public async Task The_party_obeys_the_rules_of_advice(string body, string errors)
    {
        (await site.CheckUsageAsync(body)).Wrong(
            [.. errors
                .Replace(": ", ":", StringComparison.Ordinal)
                .Split(' ')
                .Select(error => error.Replace(":", ": ", StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("en", "There is no traveler bob here. We know mei, tom.")]
    [InlineData("zh-Hans", "没有编号为 bob 的旅客；已有：mei, tom。")]
    public async Task Errors_are_said_in_the_readers_language(string language, string text)
    {
        var answer = await site.CheckUsageAsync(Request(Line("bob")), "?lang=" + language);

        Assert.Equal(text, answer.Json.GetProperty("errors").GetProperty("lines[0].buyer")[0].GetString());
    }

    private static string Line(string buyer) => $$"""{ "planId": "{{Plan}}", "buyer": "{{buyer}}", "gbUsed": 1 }""";

    private static string Request(string lines, string day = "\"asOf\": \"2027-04-06\",") => $$"""
        { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, {{day}}
          "travelers": [ { "id": "mei" }, { "id": "tom", "count": 2 } ], "lines": [ {{lines}} ] }
        """;
}
