using System.Text.Json;
using JapanEsimAdvisor.Web.Tests.SavedTrips;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Names of people and groups as somebody else reads them.</summary>
public sealed class FreeTextTests(SiteFixture site)
{
    public static TheoryData<string> Blank => ["", " ", "\t \n", "\u3000", "\u200B", "\u2060\uFEFF", "\u2800", "\u3164"];

    public static TheoryData<string, string> Disturbing => new MatrixTheoryData<string, string>(
        ["travelers[0].name", "travelers[0].group"],
        [
            "\u0007", "Mei\u0000", "Mei\nLin", "Mei\u0085Lin", "\u202EieM", "Mei\u202A", "\u2066Mei\u2069", "a\u2028b", "a\u2029b",
            "a\u009Fb",
        ]);

    [Theory]
    [MemberData(nameof(Blank))]
    public async Task A_blank_name_or_group_counts_as_none(string blank)
    {
        var json = JsonSerializer.Serialize(blank);
        var plain = await site.PostAsync(SampleTrips.Couple);

        Assert.Equal(plain.Ok().Text, (await site.PostAsync(SampleTrips.With("travelers[0].name", json))).Ok().Text);
        Assert.Equal(plain.Text, (await site.PostAsync(SampleTrips.With("travelers[0].group", json))).Ok().Text);
    }

    [Theory]
    [MemberData(nameof(Blank))]
    public async Task A_blank_name_is_called_by_its_place_on_pages_and_in_saved_trips(string blank)
    {
        const string Trip = "/en/result?trip.arrival=2027-04-02&trip.departure=2027-04-11&travelers[0].count=2";
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        var page = await client.OpenAsync($"{Trip}&travelers[0].name={Uri.EscapeDataString(blank)}");
        var (id, _) =
            (await client.SaveAsync(TripCalls.Body(SampleTrips.With("travelers[0].name", JsonSerializer.Serialize(blank))))).Saved();

        Assert.Equal(
            (await client.OpenAsync(Trip)).Ok().Page.QuerySelector("h1")!.TextContent,
            page.Ok().Page.QuerySelector("h1")!.TextContent);
        Assert.False((await client.ReadAsync(id)).Ok().Json.GetProperty("request").GetProperty("travelers")[
            0].TryGetProperty("name", out var name) && name.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task White_space_around_a_name_is_left_out()
    {
        var answer = (await site.PostAsync(
            """{ "trip": { "days": 5 }, "travelers": [ { "name": "  Mei\u3000 Lin\n" }, { "name": "👨‍👩‍👧" } ] }""")).Ok().Json;

        Assert.Equal(
            ["Mei\u3000 Lin", "👨‍👩‍👧"],
            answer.GetProperty(
                "strategies")[0].GetProperty("travelers").EnumerateArray().Select(traveler => traveler.GetProperty("name").GetString()));
    }

    [Theory]
    [MemberData(nameof(Disturbing))]
    public async Task A_character_that_disturbs_the_text_around_it_is_an_error(string place, string text) =>
        (await site.PostAsync(SampleTrips.With(place, JsonSerializer.Serialize(text)))).Wrong(place + ": control-characters");

    [Theory]
    [InlineData("en", "Traveler 1: Name: No control characters")]
    [InlineData("ja", "制御文字")]
    public async Task A_page_says_it_beside_the_field(string language, string text)
    {
        var answer = await site.GetAsync($"/{language}/result?trip.days=5&travelers[0].name=Mei%E2%80%AE&travelers[1].name=Tom");
        var field = answer.Page.QuerySelector("#travelers-0-name")!;

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains(text, answer.Page.QuerySelector("#travelers-0-name-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_trip_with_such_a_name_is_refused()
    {
        using var client = site.CreateClient();

        (await client.SaveAsync(TripCalls.Body(SampleTrips.With("travelers[0].name", "\"a\\u202Eb\"")))).Wrong(
            "request.travelers[0].name: control-characters");
    }

    [Fact]
    public async Task What_an_error_quotes_cannot_turn_its_text_around()
    {
        var answer = await site.PostAsync(SampleTrips.With("trip.airport", "\"N\\u202ERT\\n\""));
        var page = await site.GetAsync("/en/result?people=2&days=5&apart=%E2%80%AEx");

        Assert.Contains(
            "N\uFFFDRT\uFFFD", answer.Json.GetProperty("errors").GetProperty("trip.airport")[0].GetString()!, StringComparison.Ordinal);
        Assert.Contains("“\uFFFDx”", page.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }
}
