using System.Net;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>One thing wrong: its path and its code, and nothing else.</summary>
public sealed class FieldTests(SiteFixture site)
{
    [Theory]
    [InlineData("trip.airport", "\"XXX\"", "trip.airport", "unknown-airport")]
    [InlineData("trip.airport", "\"nrt\"", "trip.airport", "unknown-airport")]
    [InlineData("trip.airport", "\"\"", "trip.airport", "unknown-airport")]
    [InlineData("trip.homeCountry", "\"XX\"", "trip.homeCountry", "unknown-country")]
    [InlineData("trip.homeCountry", "\"us\"", "trip.homeCountry", "unknown-country")]
    [InlineData("trip.homeCountry", "\"USA\"", "trip.homeCountry", "unknown-country")]
    [InlineData("trip.otherCountries", "[ \"KR\", \"Korea\" ]", "trip.otherCountries[1]", "unknown-country")]
    [InlineData("travelers[1].phoneMarket", "\"ZZ\"", "travelers[1].phoneMarket", "unknown-country")]
    [InlineData("travelers[0].homeOperator", "\"pigeon-post\"", "travelers[0].homeOperator", "unknown-operator")]
    [InlineData("travelers[0].homeOperator", "\"airalo\"", "travelers[0].homeOperator", "unknown-operator")]
    [InlineData("everyone.homeOperator", "\"pigeon-post\"", "everyone.homeOperator", "unknown-operator")]
    [InlineData("travelers[0].benefits", "[ \"good-looks\" ]", "travelers[0].benefits[0]", "unknown-benefit")]
    [InlineData(
        "travelers[0].usage",
        "{ \"activities\": { \"maps\": 1, \"knitting\": 1 } }",
        "travelers[0].usage.activities.knitting",
        "unknown-activity")]
    [InlineData("travelers[0].usage", "{ \"profile\": \"gigantic\" }", "travelers[0].usage.profile", "unknown-profile")]
    [InlineData("everyone.usage", "{ \"profile\": \"Typical\" }", "everyone.usage.profile", "unknown-profile")]
    [InlineData("preferences.currency", "\"XYZ\"", "preferences.currency", "unknown-currency")]
    [InlineData("preferences.currency", "\"usd\"", "preferences.currency", "unknown-currency")]
    [InlineData("preferences.freeWifi", "\"everywhere\"", "preferences.freeWifi", "unknown-free-wifi")]
    [InlineData("preferences.basket", "\"1d7c1f561fc5a761\"", "preferences.basket", "unknown-basket")]
    [InlineData("whyNot", "[ \"airalo-moshi-moshi-5-gb-7-days\", \"abacus\" ]", "whyNot[1]", "unknown-plan")]
    [InlineData("include", "[ \"everything\" ]", "include", "unknown-include")]
    public async Task A_name_nobody_knows_is_an_error(string place, string value, string path, string code)
    {
        var answer = await site.PostAsync(SampleTrips.With(place, value));

        answer.Wrong($"{path}: {code}");
    }

    [Theory]
    [InlineData("travelers[0].simSlots", "3", "travelers[0].simSlots: number-out-of-range")]
    [InlineData("travelers[0].simSlots", "-1", "travelers[0].simSlots: number-out-of-range")]
    [InlineData("travelers[0].count", "0", "travelers[0].count: people-out-of-range")]
    [InlineData("travelers[0].count", "-1", "travelers[0].count: people-out-of-range")]
    [InlineData("travelers[0].count", "60", "travelers: people-out-of-range")]
    [InlineData("travelers[0].count", "61", "travelers[0].count: people-out-of-range travelers: people-out-of-range")]
    [InlineData("travelers[0].count", "2147483647", "travelers[0].count: people-out-of-range travelers: people-out-of-range")]
    [InlineData("travelers[0].count", "999999999999", "travelers[0].count: wrong-form")]
    [InlineData("travelers[0].count", "1.5", "travelers[0].count: wrong-form")]
    [InlineData("travelers[0].count", "1e308", "travelers[0].count: wrong-form")]
    [InlineData("travelers[0].hoursApartPerDay", "-1", "travelers[0].hoursApartPerDay: number-out-of-range")]
    [InlineData("travelers[0].hoursApartPerDay", "24.001", "travelers[0].hoursApartPerDay: number-out-of-range")]
    [InlineData("travelers[0].hoursApartPerDay", "1e308", "travelers[0].hoursApartPerDay: number-out-of-range")]
    [InlineData("travelers[0].hoursApartPerDay", "1e999", "travelers[0].hoursApartPerDay: number-out-of-range")]
    [InlineData("travelers[0].hoursApartPerDay", "\"NaN\"", "travelers[0].hoursApartPerDay: wrong-form")]
    [InlineData("travelers[0].usage", "{ \"gbPerDay\": 100.1 }", "travelers[0].usage.gbPerDay: number-out-of-range")]
    [InlineData("travelers[0].usage", "{ \"gbPerDay\": -0.1 }", "travelers[0].usage.gbPerDay: number-out-of-range")]
    [InlineData("travelers[0].usage", "{ \"gbPerMonthAtHome\": 1001 }", "travelers[0].usage.gbPerMonthAtHome: number-out-of-range")]
    [InlineData("travelers[0].usage", "{ \"activities\": { \"maps\": 25 } }", "travelers[0].usage.activities.maps: number-out-of-range")]
    [InlineData("travelers[0].usage", "{ \"activities\": { \"maps\": -1 } }", "travelers[0].usage.activities.maps: number-out-of-range")]
    [InlineData(
        "travelers[0].usage",
        "{ \"activities\": { \"knitting\": 25 } }",
        "travelers[0].usage.activities.knitting: unknown-activity travelers[0].usage.activities.knitting: number-out-of-range")]
    [InlineData("preferences.maxChanceOfRunningOut", "0", "preferences.maxChanceOfRunningOut: number-out-of-range")]
    [InlineData("preferences.maxChanceOfRunningOut", "0.91", "preferences.maxChanceOfRunningOut: number-out-of-range")]
    [InlineData("preferences.maxChanceOfRunningOut", "1e308", "preferences.maxChanceOfRunningOut: number-out-of-range")]
    public async Task An_absurd_number_is_an_error(string place, string value, string errors)
    {
        var answer = await site.PostAsync(SampleTrips.With(place, value));

        answer.Wrong(Each(errors));
    }

    [Theory]
    [InlineData("people", "2", "people: people-and-travelers")]
    [InlineData("trip.days", "9", "trip.days: days-contradict-dates")]
    [InlineData("travelers[0]", "{ \"apart\": \"never\", \"hoursApartPerDay\": 0 }", "travelers[0].apart: apart-twice")]
    [InlineData("travelers[0]", "{ \"apart\": \"often\", \"neverAlone\": true }", "travelers[0].neverAlone: never-alone-but-apart")]
    [InlineData("travelers[0]", "{ \"hoursApartPerDay\": 0.1, \"neverAlone\": true }", "travelers[0].neverAlone: never-alone-but-apart")]
    [InlineData("travelers[0].usage", "{ \"profile\": \"light\", \"gbPerDay\": 1 }", "travelers[0].usage: usage-twice")]
    [InlineData("travelers[0].usage", "{ \"gbPerMonthAtHome\": 10, \"activities\": { \"maps\": 1 } }", "travelers[0].usage: usage-twice")]
    [InlineData("everyone.usage", "{ \"profile\": \"light\", \"gbPerDay\": 1 }", "everyone.usage: usage-twice")]
    [InlineData("travelers[0].usage", "{}", "travelers[0].usage: usage-required")]
    [InlineData("travelers[0].homePlan", "\"unlimited\"", "travelers[0].homePlan: tariff-without-operator")]
    [InlineData(
        "travelers[0]", "{ \"homeOperator\": \"verizon\", \"homePlan\": \"no-such-tariff\" }", "travelers[0].homePlan: unknown-tariff")]
    [InlineData("travelers[0].id", "\"t2\"", "travelers[1].id: id-taken")]
    public async Task Flags_that_contradict_each_other_are_an_error(string place, string value, string errors)
    {
        var answer = await site.PostAsync(SampleTrips.With(place, value));

        answer.Wrong(Each(errors));
    }

    [Theory]
    [InlineData("travelers[0].name", 41, "too-long-text")]
    [InlineData("travelers[0].group", 21, "too-long-text")]
    [InlineData("travelers[0].id", 33, "id-form")]
    public async Task A_text_that_is_too_long_is_an_error_and_one_letter_less_is_none(string place, int length, string code)
    {
        var longer = await site.PostAsync(SampleTrips.With(place, $"\"{new string('x', length)}\""));
        var longest = await site.PostAsync(SampleTrips.With(place, $"\"{new string('x', length - 1)}\""));

        longer.Wrong($"{place}: {code}");
        longest.Ok();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mei")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("a\\n")]
    public async Task An_id_of_other_letters_is_an_error(string id)
    {
        var answer = await site.PostAsync(SampleTrips.With("travelers[0].id", $"\"{id}\""));

        answer.Wrong("travelers[0].id: id-form");
    }

    [Fact]
    public async Task More_devices_than_anybody_carries_are_an_error()
    {
        var answer = await site.PostAsync(
            SampleTrips.With("travelers[0].devices", $"[ {string.Join(", ", Enumerable.Repeat("\"apple-ipad-9th-generation\"", 11))} ]"));

        answer.Wrong("travelers[0].devices: too-many-devices");
    }

    [Theory]
    [InlineData("""{ "trip": { "days": 5 } }""", "people: people-required")]
    [InlineData("""{ "trip": { "days": 5 }, "travelers": [] }""", "people: people-required")]
    [InlineData("""{ "trip": { "days": 5 }, "travelers": null }""", "people: people-required")]
    [InlineData("""{ "trip": { "days": 5 }, "people": 0 }""", "people: people-out-of-range")]
    [InlineData("""{ "trip": { "days": 5 }, "people": 61 }""", "people: people-out-of-range")]
    [InlineData("""{ "people": 2 }""", "trip.arrival: dates-required")]
    [InlineData("""{ "trip": {}, "people": 2 }""", "trip.arrival: dates-required")]
    [InlineData("""{ "trip": { "arrival": "2027-04-02" }, "people": 2 }""", "trip.departure: dates-required")]
    [InlineData("{}", "trip.arrival: dates-required people: people-required")]
    [InlineData("""{ "trip": { "airport": "XXX" }, "people": 2 }""", "trip.arrival: dates-required trip.airport: unknown-airport")]
    [InlineData("""{ "trip": { "days": 5 }, "people": 2, "travelers": [ { "phoneMarket": "ZZ" } ] }""", "people: people-and-travelers travelers[0].phoneMarket: unknown-country")]
    public async Task What_is_required_is_asked_for(string body, string errors)
    {
        var answer = await site.PostAsync(body);

        answer.Wrong(Each(errors));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var answer = await site.PostAsync(
            """
            { "trip": { "arrival": "2027-04-11", "departure": "2027-04-02", "airport": "XXX", "homeCountry": "XX" },
              "travelers": [ { "phoneMarket": "ZZ", "name": "01234567890123456789012345678901234567890" }, { "count": 0, "usage": { "gbPerDay": 500 } } ],
              "preferences": { "currency": "XYZ" }, "include": [ "everything" ] }
            """);

        answer.Wrong(
            "trip.departure: departure-before-arrival",
            "trip.airport: unknown-airport",
            "trip.homeCountry: unknown-country",
            "travelers[0].name: too-long-text",
            "travelers[0].phoneMarket: unknown-country",
            "travelers[1].count: people-out-of-range",
            "travelers[1].usage.gbPerDay: number-out-of-range",
            "preferences.currency: unknown-currency",
            "include: unknown-include");
    }

    [Fact]
    public async Task Too_many_kinds_of_people_are_refused_with_their_number()
    {
        var travelers = Enumerable.Range(1, 15)
            .Select(number => FormattableString.Invariant($"{{ \"usage\": {{ \"gbPerDay\": 0.{number:00} }} }}"));
        var answer = await site.PostAsync($$"""{ "trip": { "days": 5 }, "travelers": [ {{string.Join(", ", travelers)}} ] }""");

        answer.Wrong("travelers: too-many-kinds");
        Assert.Contains("32,768", answer.Json.GetProperty("errors").GetProperty("travelers")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans", "运营商")]
    [InlineData("en", "operator")]
    public async Task Errors_are_said_in_the_readers_language(string language, string word)
    {
        var byHeader = await site.PostAsync(SampleTrips.With("travelers[1].homeOperator", "\"abacus\""), "", ("Accept-Language", language));
        var byParameter = await site.PostAsync(
            SampleTrips.With("travelers[1].homeOperator", "\"abacus\""), "?lang=" + language, ("Accept-Language", "fr"));

        Assert.Equal(HttpStatusCode.BadRequest, byHeader.Status);
        Assert.Equal(byHeader.Text, byParameter.Text);
        Assert.Contains(
            "abacus", byHeader.Json.GetProperty("errors").GetProperty("travelers[1].homeOperator")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains(word, byHeader.Text, StringComparison.Ordinal);
    }

    private static string[] Each(string errors) => errors
        .Replace(": ", ":", StringComparison.Ordinal)
        .Split(' ')
        .Select(error => error.Replace(":", ": ", StringComparison.Ordinal))
        .ToArray();
}
