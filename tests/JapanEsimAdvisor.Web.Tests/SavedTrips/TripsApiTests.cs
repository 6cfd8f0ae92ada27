using System.Net;
using System.Text.Json;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>Saved trips through the API, with the real data and a real database.</summary>
public sealed class TripsApiTests(SiteFixture site) : IDisposable
{
    public static TheoryData<string> Examples =>
    [
        .. RequestExamples.SavedTrips(SiteFixture.Today.AddDays(90)).Select(example => example.Json),
    ];

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false });

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_of_the_document_is_saved(string json) => (await _client.SaveAsync(json)).Saved();

    [Fact]
    public async Task The_document_names_the_token_and_the_version_a_change_needs()
    {
        var put = (await _client.OpenAsync("/openapi/v1.json"))
            .Ok().Json
            .GetProperty("paths")
            .GetProperty("/api/v1/trips/{id}")
            .GetProperty("put");

        Assert.Equal(
            ["X-Edit-Token", "If-Match"],
            put.GetProperty("parameters")
                .EnumerateArray()
                .Where(one => one.GetProperty("in").GetString() == "header")
                .Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_trip_is_saved_with_its_answer_and_read_back_in_either_language()
    {
        var advice = (await site.PostAsync(SampleTrips.Couple)).Ok().Json;
        var saved = await _client.SaveAsync(TripCalls.Body());
        var (id, token) = saved.Saved();
        var read = (await _client.ReadAsync(id)).Ok();
        var chinese = (await _client.ReadAsync(id, "?lang=zh-Hans")).Ok();
        var best = advice
            .GetProperty("strategies")
            .EnumerateArray()
            .Single(one => one.GetProperty("strategy").GetString() == advice.GetProperty("recommended").GetString());

        Assert.Equal($"{TripCalls.Trips}/{id}", saved.Headers.Location!.OriginalString);
        Assert.Equal((22, 43), (id.Length, token.Length));
        Assert.Equal(best.GetProperty("basketId").GetString(), read.Json.GetProperty("basketId").GetString());
        Assert.Equal(
            best.GetProperty("cost").GetProperty("price").GetRawText(),
            read.Json.GetProperty("answer").GetProperty("cost").GetProperty("price").GetRawText());
        Assert.Equal(advice.GetProperty("checklist").GetRawText(), read.Json.GetProperty("answer").GetProperty("checklist").GetRawText());
        Assert.Equal(best.GetProperty("warnings").GetRawText(), read.Json.GetProperty("answer").GetProperty("warnings").GetRawText());
        Assert.Equal(best.GetProperty("connections").GetRawText(), read.Json.GetProperty("answer").GetProperty("connections").GetRawText());
        Assert.Matches(@"[\u4E00-\u9FFF]", chinese.Json.GetProperty("answer").GetProperty("checklist")[0].GetProperty("text").GetString()!);
        Assert.DoesNotContain(token, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_for_sixty_days_after_departure_in_Japanese_days()
    {
        var saved = await _client.SaveAsync(TripCalls.Body());

        Assert.Equal(
            new DateTimeOffset(2027, 6, 11, 0, 0, 0, TimeSpan.FromHours(9)),
            saved.Json.GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_undated_trip_keeps_the_days_it_was_reckoned_with()
    {
        var (id, _) =
            (await _client.SaveAsync(TripCalls.Body("""{ "trip": { "days": 5 }, "people": 2, "include": [ "frontier" ] }"""))).Saved();
        var request = (await _client.ReadAsync(id)).Ok().Json.GetProperty("request");

        Assert.Equal(
            ("2026-12-23", "2026-12-27"),
            (
                request.GetProperty("trip").GetProperty("arrival").GetString(),
                request.GetProperty("trip").GetProperty("departure").GetString()));
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (request.GetProperty("trip").GetProperty("days").ValueKind, request.GetProperty("include").ValueKind));
    }

    [Fact]
    public async Task Every_answer_is_for_its_reader_alone()
    {
        var saved = await _client.SaveAsync(TripCalls.Body());
        var (id, token) = saved.Saved();

        Assert.All([saved, await _client.ReadAsync(id), await _client.ReadAsync(
            "nothing"), await _client.DeleteAsync(id, "wrong"), await _client.DeleteAsync(id, token)], answer =>
        {
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        });
    }

    [Fact]
    public async Task What_was_bought_is_recorded_and_the_answer_stays()
    {
        var (id, token) = (await _client.SaveAsync(TripCalls.Body())).Saved();
        var before = await _client.ReadAsync(id);
        var body =
            before.SentBack(
                """[ { "planId": "airalo-moshi-moshi-5-gb-7-days", "quantity": 2, "buyer": "t2", "clients": [ { "traveler": "t1" } ],"""
                    + """ "started": "2027-04-02", "boughtOn": "2026-11-20" } ]""");
        var after = (await _client.ChangeAsync(id, token, before.Headers.ETag!.ToString(), body)).Ok();

        Assert.Equal(
            """[{"planId":"airalo-moshi-moshi-5-gb-7-days","provider":"airalo","name":"Airalo Moshi Moshi 5 GB / 7 days","""
                + "\"quantity\":2,\"count\":1,\"buyer\":\"t2\",\"days\":null,\"clients\":[{\"traveler\":\"t1\",\"count\":1}],"
                + "\"started\":\"2027-04-02\",\"boughtOn\":\"2026-11-20\"}]",
            after.Json.GetProperty("purchases").GetRawText());
        Assert.Equal(before.Json.GetProperty("answer").GetRawText(), after.Json.GetProperty("answer").GetRawText());
        Assert.Equal(("\"1\"", "\"2\""), (before.Headers.ETag.ToString(), after.Headers.ETag!.ToString()));
        Assert.Equal(after.Text, (await _client.ReadAsync(id)).Text);
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_as_it_is()
    {
        var (id, token) = (await _client.SaveAsync(
            TripCalls.Body(rest: """, "purchases": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "buyer": "t1" } ]"""))).Saved();
        var read = await _client.ReadAsync(id);
        var again = (await _client.ChangeAsync(id, token, "*", read.SentBack(read.Json.GetProperty("purchases").GetRawText()))).Ok();

        Assert.Equal(read.Json.GetProperty("purchases").GetRawText(), again.Json.GetProperty("purchases").GetRawText());
        Assert.Equal(read.Json.GetProperty("answer").GetRawText(), again.Json.GetProperty("answer").GetRawText());
    }

    [Fact]
    public async Task Another_request_or_another_basket_is_answered_anew()
    {
        var (id, token) = (await _client.SaveAsync(TripCalls.Body())).Saved();
        var read = await _client.ReadAsync(id);
        var other = (await site.PostAsync(SampleTrips.Couple)).Json.GetProperty("strategies").EnumerateArray()
            .First(one => one.GetProperty("feasible").GetBoolean()
                && one.GetProperty("basketId").GetString() != read.Json.GetProperty("basketId").GetString())
                .GetProperty("basketId")
                .GetString();
        var chosen = (await _client.ChangeAsync(id, token, "*", TripCalls.Body(rest: $$""", "basketId": "{{other}}" """))).Ok();
        var alone = (await _client.ChangeAsync(id, token, "*", TripCalls.Body(SampleTrips.With("travelers", "[ { } ]")))).Ok();

        Assert.Equal(other, chosen.Json.GetProperty("basketId").GetString());
        Assert.NotEqual(read.Json.GetProperty("answer").GetRawText(), alone.Json.GetProperty("answer").GetRawText());
        Assert.Equal(1, alone.Json.GetProperty("request").GetProperty("travelers").GetArrayLength());
    }

    [Fact]
    public async Task A_change_needs_the_token_and_the_version_last_read()
    {
        var (id, token) = (await _client.SaveAsync(TripCalls.Body())).Saved();

        (await _client.ChangeAsync(id, null, "\"1\"", TripCalls.Body())).Problem(HttpStatusCode.Forbidden, "edit-token-wrong");
        (await _client.ChangeAsync(id, token[..^1], "\"1\"", TripCalls.Body())).Problem(HttpStatusCode.Forbidden, "edit-token-wrong");
        (await _client.ChangeAsync(id, token, null, TripCalls.Body())).Problem(HttpStatusCode.PreconditionRequired, "if-match-required");
        (await _client.ChangeAsync(id, token, "\"2\"", TripCalls.Body())).Problem(HttpStatusCode.PreconditionFailed, "trip-changed");
        (await _client.ChangeAsync(id, token, "\"1\"", TripCalls.Body())).Ok();
        (await _client.ChangeAsync(id, token, "\"1\"", TripCalls.Body())).Problem(HttpStatusCode.PreconditionFailed, "trip-changed");
        (await _client.ChangeAsync(id, token, "\"2\"", TripCalls.Body())).Ok();
    }

    [Fact]
    public async Task The_token_of_another_trip_opens_nothing()
    {
        var random = new Random(4);
        var trips = new List<(string Id, string Token)>();
        for (var trip = 0; trip < 8; trip++)
        {
            trips.Add((await _client.SaveAsync(TripCalls.Body("""{ "trip": { "days": 2 }, "people": 1 }"""))).Saved());
        }

        Assert.Equal(16, trips.SelectMany(trip => (string[])[trip.Id, trip.Token]).Distinct().Count());
        foreach (var (own, other) in trips.SelectMany(own => trips.Where(other => other != own).Select(other => (own, other))))
        {
            var wrong = random.Next(4) switch { 0 => other.Id, 1 => own.Id, 2 => other.Token[..20] + own.Token[20..], _ => other.Token };
            (await _client.DeleteAsync(own.Id, wrong)).Problem(HttpStatusCode.Forbidden, "edit-token-wrong");
            (await _client.ChangeAsync(own.Id, wrong, "*", "{}")).Problem(HttpStatusCode.Forbidden, "edit-token-wrong");
            (await _client.ReadAsync(own.Token)).Problem(HttpStatusCode.NotFound, "trip-not-found");
        }
    }

    [Fact]
    public async Task The_database_holds_a_hash_in_place_of_the_token()
    {
        var (id, token) = (await _client.SaveAsync(TripCalls.Body())).Saved();
        using var scope = site.Services.CreateScope();
        var row = await scope.ServiceProvider
            .GetRequiredService<SavedTripsDb>().Trips
            .SingleAsync(trip => trip.Id == id, TestContext.Current.CancellationToken);

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)), row.TokenHash);
        Assert.DoesNotContain(token, row.Content!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_trip_is_gone_and_says_so()
    {
        var (id, token) = (await _client.SaveAsync(TripCalls.Body(SampleTrips.With("travelers[0].name", "\"Mei\"")))).Saved();

        Assert.Equal(HttpStatusCode.NoContent, (await _client.DeleteAsync(id, token)).Status);
        (await _client.ReadAsync(id)).Problem(HttpStatusCode.Gone, "trip-deleted");
        (await _client.DeleteAsync(id, token)).Problem(HttpStatusCode.Gone, "trip-deleted");
        (await _client.ChangeAsync(id, token, "*", TripCalls.Body())).Problem(HttpStatusCode.Gone, "trip-deleted");
        using var scope = site.Services.CreateScope();
        var row = await scope.ServiceProvider
            .GetRequiredService<SavedTripsDb>().Trips
            .SingleAsync(trip => trip.Id == id, TestContext.Current.CancellationToken);
        Assert.Equal((null, 0), (row.Content, row.TokenHash.Length));
    }

    [Theory]
    [InlineData("""{ }""", "request: request-required")]
    [InlineData("""{ "request": { "trip": { "days": 0 }, "people": 1 } }""", "request.trip.days: days-out-of-range")]
    [InlineData(
        """{ "request": { "trip": { "days": 5, "nights": 4 }, "people": 1 }, "colour": 1 }""",
        "request.trip.nights: unknown-field",
        "colour: unknown-field")]
    [InlineData(
        """{ "request": { "trip": { "arrival": "2026-10-01", "departure": "2026-10-05" }, "people": 1 } }""",
        "request.trip.departure: trip-over")]
    [InlineData("""{ "request": { "trip": { "days": 5 }, "people": 1 }, "basketId": "gone" }""", "basketId: unknown-basket")]
    [InlineData(
        """{ "request": { "trip": { "days": 5 }, "people": 1 }, "purchases": [ { "quantity": 0 } ] }""",
        "purchases[0].planId: plan-required",
        "purchases[0].quantity: number-out-of-range")]
    [InlineData("""{ "request": { "trip": { "days": 5 }, "people": 2 }, "purchases": [ { "planId": "no-such-plan", "buyer": "t7","""
        + """ "clients": [ { "count": 99 } ], "boughtOn": "2026-12-24", "days": 400 } ] }""",
        "purchases[0].planId: unknown-plan",
        "purchases[0].buyer: unknown-traveler",
        "purchases[0].clients[0].traveler: client-required",
        "purchases[0].clients[0].count: people-out-of-range",
        "purchases[0].boughtOn: started-out-of-range",
        "purchases[0].days: days-out-of-range")]
    [InlineData("""{ "request": { "trip": { "days": 5 }, "travelers": [ {}, {} ] },"""
        + """ "purchases": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "count": 61, "started": "2030-01-01" } ] }""",
        "purchases[0].buyer: buyer-required", "purchases[0].count: people-out-of-range", "purchases[0].started: started-out-of-range")]
    public async Task What_cannot_be_saved_is_named(string body, params string[] errors) => (await _client.SaveAsync(body)).Wrong(errors);

    [Fact]
    public async Task Too_large_or_no_JSON_is_refused()
    {
        (await _client.SaveAsync(TripCalls.Body(rest: $$""", "basketId": "{{new string('x', 17_000)}}" """))).Problem(
            HttpStatusCode.RequestEntityTooLarge,
            "body-too-large");
        (await _client.SaveAsync("{")).Problem(HttpStatusCode.BadRequest, "malformed-json");
        (await _client.ReadAsync("x", "?colour=1")).Wrong("colour: unknown-field");
    }
}
