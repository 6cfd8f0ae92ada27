using System.Net;
using System.Text;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Bodies that are no trip at all.</summary>
public sealed class BodyTests(SiteFixture site)
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{ \"trip\": ")]
    [InlineData("not json")]
    [InlineData("{ 'trip': {} }")]
    [InlineData("{ \"people\": 2, }")]
    [InlineData("{ \"people\": 2 } {}")]
    [InlineData("{ /* hello */ \"people\": 2 }")]
    [InlineData("{ \"people\": NaN }")]
    [InlineData("{ \"people\": Infinity }")]
    [InlineData("{ \"people\": 02 }")]
    [InlineData("{ \"people\": 2, \"people\": 3 }")]
    [InlineData("{ \"trip\": { \"days\": 2, \"days\": 3 }, \"people\": 2 }")]
    [InlineData("{ \"trip\": { \"days\": 2, \"d\\u0061ys\": 3 }, \"people\": 2 }")]
    [InlineData("{ \"trip\": { \"days\": 2 }, \"travelers\": [ { \"name\": \"\\ud800\" } ] }")]
    [InlineData("{ \"trip\": { \"days\": 2 }, \"\\udfff\": 1 }")]
    public async Task A_body_that_is_not_JSON_is_malformed(string body)
    {
        var answer = await site.PostAsync(body);

        answer.Problem(HttpStatusCode.BadRequest, "malformed-json");
    }

    [Fact]
    public async Task The_line_where_reading_stopped_is_named()
    {
        var answer = await site.PostAsync("{\n  \"people\": 2,\n  oops\n}");

        Assert.Contains(
            "line 3",
            answer.Problem(HttpStatusCode.BadRequest, "malformed-json").Json.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[ { \"people\": 2 } ]")]
    [InlineData("null")]
    [InlineData("2")]
    [InlineData("\"people\"")]
    [InlineData("true")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        var answer = await site.PostAsync(body);

        answer.Problem(HttpStatusCode.BadRequest, "not-an-object");
    }

    [Theory]
    [InlineData(15)]
    [InlineData(63)]
    [InlineData(5_000)]
    public async Task Deep_nesting_is_refused(int depth)
    {
        var arrays = await site.PostAsync($$"""{ "people": 2, "trip": {{new string('[', depth)}}{{new string(']', depth)}} }""");
        var objects = await site.PostAsync(string.Concat(Enumerable.Repeat("{\"trip\":", depth)) + "1" + new string('}', depth));

        Assert.Equal(HttpStatusCode.BadRequest, arrays.Status);
        Assert.Equal(HttpStatusCode.BadRequest, objects.Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonp")]
    [InlineData(null)]
    public async Task Another_content_type_is_not_supported(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(SampleTrips.Couple));
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type) || type is null);
        var answer = await site.PostAsync(content);

        answer.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.partner+json")]
    public async Task Every_name_of_JSON_is_supported(string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(SampleTrips.Couple));
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        var answer = await site.PostAsync(content);

        Assert.Equal("application/json", answer.Ok().MediaType);
    }

    [Theory]
    [InlineData(64 * 1024 + 1)]
    [InlineData(1024 * 1024)]
    public async Task A_body_larger_than_any_trip_is_refused(int bytes)
    {
        var body = SampleTrips.Couple.PadRight(bytes);
        using var known = new StringContent(body, Encoding.UTF8, "application/json");
        using var streamed = new StreamContent(new Unmeasured(Encoding.UTF8.GetBytes(body)));
        streamed.Headers.ContentType = new("application/json");

        (await site.PostAsync(known)).Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        (await site.PostAsync(streamed)).Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task The_largest_body_is_read()
    {
        var answer = await site.PostAsync(SampleTrips.Couple.PadRight(64 * 1024));

        Assert.NotNull(answer.Ok().Json.GetProperty("recommended").GetString());
    }

    [Fact]
    public async Task Text_that_is_no_UTF_8_is_malformed()
    {
        using var content = new ByteArrayContent(
            [.. "{ \"trip\": { \"days\": 2 },\n \"travelers\": [ { \"name\": \""u8, 0xFF, 0xFE, .. "\" } ] }"u8]);
        content.Headers.ContentType = new("application/json");
        var answer = await site.PostAsync(content);

        Assert.Contains(
            "line 2",
            answer.Problem(HttpStatusCode.BadRequest, "malformed-json").Json.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_properties_are_named_one_by_one_at_every_level()
    {
        var answer = await site.PostAsync(
            """
            { "trip": { "days": 5, "Days": 5, "hotel": "Ritz" }, "travelers": [ { "phon": "x", "usage": { "profile": "light", "gb": 1 } },
              { "Count": 1 } ],
              "everyone": { "phone": "x", "usage": { "profile": "light", "hours": {} } }, "preferences": { "colour": "red" },
              "$schema": "x", "": 1, "people ": 2 }
            """);

        answer.Wrong(
            "trip.Days: unknown-field", "trip.hotel: unknown-field", "travelers[0].phon: unknown-field",
            "travelers[0].usage.gb: unknown-field", "travelers[1].Count: unknown-field",
            "everyone.phone: unknown-field", "everyone.usage.hours: unknown-field", "preferences.colour: unknown-field",
            "$schema: unknown-field", ": unknown-field", "people : unknown-field");
    }

    [Fact]
    public async Task Every_value_of_the_wrong_type_is_named()
    {
        var answer = await site.PostAsync(
            """
            { "trip": { "arrival": 20270402, "days": "5", "arrivalTime": true, "areas": [ "cities", "moon", 3, null ],
              "residency": "king", "otherCountries": "KR" },
              "travelers": [ { "count": "2", "esim": true, "carrierLocked": "no", "devices": {}, "usage": [], "apart": 0,
              "name": 5 }, 7, null, [], { "usage": { "activities": { "maps": "1", "web": null } } } ],
              "people": null, "preferences": "cheap", "include": [ null, "frontier", 1 ] }
            """);

        answer.Wrong(
            "trip.arrival: date-form", "trip.days: wrong-form", "trip.arrivalTime: time-form", "trip.areas[1]: wrong-form",
            "trip.areas[2]: wrong-form", "trip.areas[3]: wrong-form", "trip.residency: wrong-form",
            "trip.otherCountries: wrong-form", "travelers[0].count: wrong-form", "travelers[0].esim: wrong-form",
            "travelers[0].carrierLocked: wrong-form", "travelers[0].devices: wrong-form",
            "travelers[0].usage: wrong-form", "travelers[0].apart: wrong-form", "travelers[0].name: wrong-form", "travelers[1]: wrong-form",
            "travelers[2]: wrong-form", "travelers[3]: wrong-form",
            "travelers[4].usage.activities.maps: wrong-form",
            "travelers[4].usage.activities.web: wrong-form",
            "preferences: wrong-form",
            "include[0]: wrong-form",
            "include[2]: wrong-form");
    }

    [Theory]
    [InlineData("travelers", "[ null ]", "travelers[0]")]
    [InlineData("include", "[ null ]", "include[0]")]
    [InlineData("trip.areas", "[ null ]", "trip.areas[0]")]
    [InlineData("trip.otherCountries", "[ null ]", "trip.otherCountries[0]")]
    [InlineData("travelers[0].devices", "[ null ]", "travelers[0].devices[0]")]
    [InlineData("travelers[0].benefits", "[ null ]", "travelers[0].benefits[0]")]
    [InlineData("travelers[0].usage", "{ \"activities\": { \"maps\": null } }", "travelers[0].usage.activities.maps")]
    public async Task Nothing_is_no_entry_of_a_list(string place, string value, string path)
    {
        var answer = await site.PostAsync(SampleTrips.With(place, value));

        answer.Wrong($"{path}: wrong-form");
    }

    [Theory]
    [InlineData("x']['y']['z")]
    [InlineData("['")]
    [InlineData("a.b[0].c")]
    [InlineData("$")]
    [InlineData("\\u0000")]
    [InlineData("__proto__")]
    public async Task A_strange_name_of_an_activity_is_an_unknown_activity(string name)
    {
        var answer = await site.PostAsync(SampleTrips.With("travelers[0].usage", $$"""{ "activities": { "x": 1, "{{name}}": "b" } }"""));
        var number = await site.PostAsync(SampleTrips.With("travelers[0].usage", $$"""{ "activities": { "{{name}}": 1 } }"""));

        Assert.EndsWith(
            ": wrong-form",
            Assert.Single(answer.Errors, error => !error.EndsWith(".x: unknown-activity", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.EndsWith(": unknown-activity", Assert.Single(number.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_that_is_null_says_nothing()
    {
        var answer =
            await site.PostAsync(
                """{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "days": null, "airport": null }, "people": null,"""
                    + """ "travelers": [ { "count": null }, { "phone": "apple-iphone-15", "usage": null } ], "preferences": null,"""
                        + """ "include": null }""");
        var plain = await site.PostAsync(
            """{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, "travelers": [ {}, { "phone": "apple-iphone-15" } ] }""");

        Assert.Equal(plain.Ok().Text, answer.Ok().Text);
    }

    [Fact]
    public async Task So_many_errors_are_named_as_anybody_will_read()
    {
        var properties = Enumerable.Range(0, 3000).Select(number => FormattableString.Invariant($"\"x{number}\": 1"));
        var answer = await site.PostAsync($$"""{ {{string.Join(", ", properties)}} }""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.InRange(answer.Errors.Count(), 50, 60);
    }

    /// <summary>A stream that does not know its length, so that the body comes in chunks.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
