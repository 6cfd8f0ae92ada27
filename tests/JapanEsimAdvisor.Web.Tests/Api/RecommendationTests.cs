using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed class RecommendationTests(SiteFixture site)
{
    private const string Paths =
        "trip.arrival=2027-04-02&trip.departure=2027-04-11&travelers[0].count=1&travelers[1].phone=apple-iphone-15";

    public static TheoryData<string> Examples => [.. RequestExamples.All(SiteFixture.Today.AddDays(90)).Select(example => example.Json)];

    [Fact]
    public async Task The_documented_link_is_answered_in_its_currency()
    {
        var answer = (await site.GetAsync("/api/v1/recommendations?people=4&days=10&usage=typical&currency=EUR")).Ok();

        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(
            "EUR", answer.Json.GetProperty("strategies")[0].GetProperty("cost").GetProperty("price").GetProperty("currency").GetString());
    }

    [Fact]
    public async Task A_link_with_short_names_is_answered_like_the_body_it_stands_for()
    {
        var link = await site.GetAsync(
            "/api/v1/recommendations?people=4&days=10&usage=heavy&apart=often&currency=EUR&home=US&priority=ease&operator=verizon");
        var body = await site.PostAsync(
            """
            { "people": 4, "trip": { "days": 10, "homeCountry": "US" }, "everyone": { "usage": { "profile": "heavy" }, "apart": "often",
              "homeOperator": "verizon" },
              "preferences": { "currency": "EUR", "priority": "ease" } }
            """);

        Assert.Equal(body.Ok().Text, link.Ok().Text);
    }

    [Fact]
    public async Task A_link_with_paths_is_answered_like_the_body()
    {
        var link = await site.GetAsync("/api/v1/recommendations?" + Paths);
        var body = await site.PostAsync(SampleTrips.Couple);

        Assert.Equal(body.Ok().Text, link.Ok().Text);
    }

    [Fact]
    public async Task The_order_of_properties_and_parameters_changes_nothing()
    {
        var one = await site.GetAsync("/api/v1/recommendations?" + Paths);
        var other = await site.GetAsync("/api/v1/recommendations?" + string.Join('&', Paths.Split('&').Reverse()));

        Assert.Equal(one.Ok().Text, other.Ok().Text);
    }

    [Fact]
    public async Task Every_way_of_writing_a_value_counts_in_an_address()
    {
        var link = await site.GetAsync(
            "/api/v1/recommendations?" + Paths + "&travelers[0].needsJapaneseNumber=false&travelers[0].hoursApartPerDay=1.5&"
                + "trip.arrivalTime=21:40&trip.areas=cities,countryside"
            + "&trip.otherCountries=KR&trip.otherCountries=TW&travelers[0].devices[0]=apple-ipad-9th-generation&"
                + "travelers[0].usage.activities.short-video=0.5");
        var body = await site.PostAsync(
            """
            { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "arrivalTime": "21:40", "areas": [ "cities", "countryside" ],
              "otherCountries": [ "KR", "TW" ] },
              "travelers": [ { "count": 1, "needsJapaneseNumber": false, "hoursApartPerDay": 1.5,
              "devices": [ "apple-ipad-9th-generation" ], "usage": { "activities": { "short-video": 0.5 } } },
                             { "phone": "apple-iphone-15" } ] }
            """);

        Assert.Equal(body.Ok().Text, link.Ok().Text);
    }

    [Theory]
    [InlineData("people=4&days=10&trip.airport=NRT", "days: two-forms")]
    [InlineData("usage=light&travelers[0].count=2&trip.days=4", "usage: two-forms")]
    public async Task Short_names_and_paths_at_once_are_refused(string query, string error)
    {
        var answer = await site.GetAsync("/api/v1/recommendations?" + query);

        answer.Wrong(error);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_request_is_answered(string json)
    {
        var answer = await site.PostAsync(json);

        Assert.NotNull(answer.Ok().Json.GetProperty("recommended").GetString());
    }

    [Fact]
    public async Task Every_example_of_the_OpenAPI_document_is_answered()
    {
        var document = JsonNode.Parse((await site.GetAsync("/openapi/v1.json")).Ok().Text)!;
        var examples = document[
            "paths"]!["/api/v1/recommendations"]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        Assert.Equal(RequestExamples.All(SiteFixture.Today).Select(example => example.Name), examples.Select(example => example.Key));
        foreach (var (_, example) in examples)
        {
            (await site.PostAsync(example!["value"]!.ToJsonString())).Ok();
        }
    }

    [Fact]
    public async Task The_OpenAPI_document_names_every_route_and_every_short_name()
    {
        var paths = (await site.GetAsync("/openapi/v1.json")).Ok().Json.GetProperty("paths");
        var parameters = paths
            .GetProperty("/api/v1/recommendations")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString());

        Assert.Equal(
            [
                "/api/v1/airports", "/api/v1/catalog.csv", "/api/v1/catalog.json", "/api/v1/changes", "/api/v1/devices",
                "/api/v1/devices/{id}", "/api/v1/exchange-rates", "/api/v1/operators", "/api/v1/plans", "/api/v1/plans/{id}",
                "/api/v1/providers", "/api/v1/providers/{id}", "/api/v1/recommendations", "/api/v1/trips", "/api/v1/trips/{id}",
                "/api/v1/usage-checks", "/api/v1/usage-estimates", "/api/v1/usage-profiles",
            ],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Subset(parameters.ToHashSet(), ShortNames());

        static HashSet<string?> ShortNames() => [.. Web.Questions.ShortForm.Names];
    }

    [Fact]
    public async Task The_same_request_gets_the_same_answer_twice()
    {
        var first = await site.PostAsync(SampleTrips.Couple);
        var second = await site.PostAsync(SampleTrips.Couple);

        Assert.Equal(first.Ok().Text, second.Ok().Text);
    }

    [Fact]
    public async Task People_keep_the_ids_they_bring_and_names_stay_theirs()
    {
        var answer =
            await site.PostAsync(
                """{ "trip": { "days": 5 }, "travelers": [ { "id": "mei-1", "name": "Mei 林" }, { "name": "Tom <b>" }, { "id": "t9","""
                    + """ "count": 3 } ] }""");

        var travelers = answer.Ok().Json.GetProperty("strategies")[0].GetProperty("travelers").EnumerateArray().ToList();
        Assert.Equal(["mei-1", "t2", "t9"], travelers.Select(traveler => traveler.GetProperty("traveler").GetString()));
        Assert.Equal(["Mei 林", "Tom <b>", null], travelers.Select(traveler => traveler.GetProperty("name").GetString()));
        Assert.Equal([1, 1, 3], travelers.Select(traveler => traveler.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_trip_that_has_begun_is_answered_with_a_warning()
    {
        var answer = await site.PostAsync("""{ "trip": { "arrival": "2026-11-20", "departure": "2026-11-23" }, "people": 1 }""");

        var warnings = answer.Ok().Json.GetProperty("strategies")[0].GetProperty("warnings").EnumerateArray();
        Assert.Contains(warnings, warning => warning.GetProperty("code").GetString() == "trip-started");
    }

    [Fact]
    public async Task A_trip_of_today_and_one_of_a_year_are_answered()
    {
        var today = await site.PostAsync("""{ "trip": { "arrival": "2026-11-23", "departure": "2026-11-23" }, "people": 1 }""");
        var year = await site.PostAsync("""{ "trip": { "arrival": "2028-11-23", "days": 365 }, "people": 60 }""");

        Assert.Equal(4, today.Ok().Json.GetProperty("strategies").GetArrayLength());
        Assert.Equal(4, year.Ok().Json.GetProperty("strategies").GetArrayLength());
    }

    [Fact]
    public async Task What_was_left_open_is_listed_as_an_assumption()
    {
        var answer = await site.PostAsync("""{ "trip": { "days": 10 }, "people": 4 }""");

        var codes = answer
            .Ok().Json
            .GetProperty("assumptions")
            .EnumerateArray()
            .Select(assumption => assumption.GetProperty("code").GetString())
            .ToList();
        Assert.Superset(
            new HashSet<string?>([
                "dates-assumed", "usage-assumed", "together-assumed", "phones-unknown", "usage-profile", "home-country-unknown",
                "whole-days", "exchange-rates",
            ]),
            codes.ToHashSet());
    }

    [Fact]
    public async Task Pocket_wifi_for_two_who_must_be_reachable_is_a_router_and_a_line()
    {
        var answer = await site.PostAsync(
            """{ "trip": { "days": 7, "homeCountry": "GB" }, "travelers": [ { "reachableWhenApart": true, "apart": "often" },"""
                + """ { "reachableWhenApart": true, "apart": "often" } ] }""");

        var strategy = answer
            .Ok().Json
            .GetProperty("strategies")
            .EnumerateArray()
            .Single(one => one.GetProperty("strategy").GetString() == "pocket-wifi");
        Assert.Equal(
            ["own", "router"],
            strategy
                .GetProperty("connections")
                .EnumerateArray()
                .Select(one => one.GetProperty("via").GetString()!)
                .Order(StringComparer.Ordinal));
        Assert.Single(strategy.GetProperty("purchases").EnumerateArray(), one => one.GetProperty("medium").GetString() == "pocket-wifi");
    }

    [Fact]
    public async Task A_router_that_no_open_counter_hands_over_is_not_advised_where_no_airport_is_named()
    {
        var airports = (await site.GetAsync("/api/v1/airports"))
            .Ok().Json
            .GetProperty("items")
            .EnumerateArray()
            .Select(airport => airport.GetProperty("iata").GetString())
            .ToList();

        Assert.NotEmpty(airports);
        foreach (var airport in airports.Prepend(null))
        {
            var answer = (await site.PostAsync(Landing(airport, "23:50"))).Ok().Json;
            var refused = answer
                .GetProperty("strategies")
                .EnumerateArray()
                .Single(strategy => strategy.GetProperty("strategy").GetString() == "pocket-wifi");

            Assert.Equal(JsonValueKind.Null, answer.GetProperty("recommended").ValueKind);
            Assert.Equal(
                ["no-router-available"],
                refused.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
        }

        Assert.Equal("pocket-wifi", (await site.PostAsync(Landing(null, "14:00"))).Ok().Json.GetProperty("recommended").GetString());

        static string Landing(string? airport, string time) => JsonSerializer.Serialize(new
        {
            trip = new
            {
                arrival = SiteFixture.Today.AddDays(
                1),
                departure = SiteFixture.Today.AddDays(4),
                arrivalTime = time,
                departureTime = "10:00",
                homeCountry = "CN",
                airport
            },
            travelers = new[] { new { phone = "apple-iphone-15", phoneMarket = "CN" } },
        });
    }

    [Theory]
    [InlineData("en", "The phone cannot join Wi-Fi")]
    [InlineData("ko", "와이파이에 연결되지 않아")]
    public async Task A_feature_phone_is_advised_no_router_and_a_tablet_beside_it_is(string language, string words)
    {
        var alone = (await site.PostAsync(
            """{ "trip": { "days": 7, "homeCountry": "GB" }, "travelers": [ { "phone": "any-feature-phone" } ] }""",
            "?lang=" + language)).Ok().Json;
        var tablet =
            (await site.PostAsync(
                """{ "trip": { "days": 7, "homeCountry": "GB" }, "travelers": [ { "phone": "any-feature-phone","""
                    + """ "devices": [ "apple-ipad-9th-generation" ] } ] }""",
                "?lang=" + language)).Ok().Json;

        var reasons = alone
            .GetProperty("strategies")
            .EnumerateArray()
            .Select(strategy => strategy.GetProperty("reasons").EnumerateArray().Last())
            .ToList();
        Assert.Equal(JsonValueKind.Null, alone.GetProperty("recommended").ValueKind);
        Assert.Equal(
            ["no-card-for", "one-person", "phone-without-wifi", "phone-without-wifi"],
            reasons.Select(reason => reason.GetProperty("code").GetString()));
        Assert.Contains(words, reasons[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("pocket-wifi", tablet.GetProperty("recommended").GetString());
    }

    [Fact]
    public async Task Somebody_without_any_phone_that_can_connect_gets_reasons_and_no_advice()
    {
        var answer =
            await site.PostAsync(
                """{ "trip": { "days": 5 }, "travelers": [ { "esim": "no", "carrierLocked": true, "reachableWhenApart": true,"""
                    + """ "hoursApartPerDay": 8, "needsJapaneseNumber": true } ] }""");

        var strategies = answer.Ok().Json.GetProperty("strategies").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("recommended").ValueKind);
        Assert.All(strategies, strategy => Assert.False(strategy.GetProperty("feasible").GetBoolean()));
        Assert.All(strategies, strategy => Assert.NotEmpty(strategy.GetProperty("reasons").EnumerateArray()));
        Assert.All(strategies, strategy => Assert.Equal(JsonValueKind.Null, strategy.GetProperty("cost").ValueKind));
    }
}
