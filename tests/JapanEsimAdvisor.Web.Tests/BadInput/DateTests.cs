namespace JapanEsimAdvisor.Web.Tests.BadInput;

public sealed class DateTests(SiteFixture site)
{
    [Theory]
    [InlineData("2027-04-11", "2027-04-02", "trip.departure", "departure-before-arrival")]
    [InlineData("2026-11-01", "2026-11-22", "trip.departure", "trip-over")]
    [InlineData("2027-04-02", "2028-04-01", "trip.departure", "too-long")]
    [InlineData("2028-11-24", "2028-11-25", "trip.arrival", "too-far-ahead")]
    [InlineData("2019-12-31", "2020-01-02", "trip.arrival", "too-long-ago")]
    [InlineData("2026-02-30", "2027-04-02", "trip.arrival", "date-form")]
    [InlineData("2027-02-29", "2027-04-02", "trip.arrival", "date-form")]
    [InlineData("02.04.2027", "2027-04-02", "trip.arrival", "date-form")]
    [InlineData("2027-04-02T00:00:00Z", "2027-04-02", "trip.arrival", "date-form")]
    [InlineData("", "2027-04-02", "trip.arrival", "date-form")]
    [InlineData("10000-01-01", "2027-04-02", "trip.arrival", "date-form")]
    public async Task Dates_that_make_no_trip_are_an_error(string arrival, string departure, string path, string code)
    {
        var answer = await site.PostAsync($$"""{ "trip": { "arrival": "{{arrival}}", "departure": "{{departure}}" }, "people": 2 }""");

        answer.Wrong($"{path}: {code}");
    }

    [Theory]
    [InlineData("""{ "arrival": "0001-01-01", "departure": "0001-01-02" }""", "trip.arrival: too-long-ago|trip.departure: too-long-ago")]
    [InlineData("""{ "arrival": "9999-12-30", "departure": "9999-12-31" }""", "trip.arrival: too-far-ahead|trip.departure: too-far-ahead")]
    [InlineData(
        """{ "arrival": "0001-01-01", "departure": "9999-12-31" }""",
        "trip.arrival: too-long-ago|trip.departure: too-far-ahead|trip.departure: too-long")]
    [InlineData("""{ "arrival": "9999-12-31", "days": 365 }""", "trip.arrival: too-far-ahead")]
    [InlineData("""{ "departure": "0001-01-01", "days": 365 }""", "trip.departure: too-long-ago")]
    [InlineData("""{ "days": 0 }""", "trip.days: days-out-of-range")]
    [InlineData("""{ "days": -1 }""", "trip.days: days-out-of-range")]
    [InlineData("""{ "days": 366 }""", "trip.days: days-out-of-range")]
    [InlineData("""{ "days": 2147483647 }""", "trip.days: days-out-of-range")]
    [InlineData("""{ "days": 2147483648 }""", "trip.days: wrong-form")]
    [InlineData("""{ "days": 5, "arrivalTime": "25:00" }""", "trip.arrivalTime: time-form")]
    [InlineData("""{ "days": 5, "departureTime": "24:00" }""", "trip.departureTime: time-form")]
    [InlineData("""{ "days": 1, "arrivalTime": "12:00", "departureTime": "11:59" }""", "trip.departureTime: departure-before-arrival")]
    [InlineData(
        """{ "arrival": "2027-04-02", "departure": "2027-04-02", "arrivalTime": "12:00", "departureTime": "12:00" }""",
        "trip.departureTime: departure-before-arrival")]
    [InlineData("""{ "departure": "2029-11-01", "days": 3 }""", "trip.departure: too-far-ahead")]
    public async Task Dates_at_the_ends_of_the_calendar_are_an_error(string trip, string errors)
    {
        var answer = await site.PostAsync($$"""{ "trip": {{trip}}, "people": 2 }""");

        answer.Wrong(errors.Split('|'));
    }

    [Theory]
    [InlineData("""{ "arrival": "2028-02-28", "departure": "2028-02-29" }""")]
    [InlineData("""{ "arrival": "2028-02-29", "days": 365 }""")]
    [InlineData("""{ "arrival": "2026-12-31", "departure": "2027-01-01" }""")]
    [InlineData("""{ "arrival": "2028-11-23", "departure": "2029-11-22" }""")]
    [InlineData("""{ "departure": "2027-04-02", "days": 2 }""")]
    [InlineData("""{ "arrival": "2027-04-02", "departure": "2027-04-11", "days": 10 }""")]
    [InlineData("""{ "arrival": "2027-04-02", "departure": "2027-04-03", "arrivalTime": "23:59", "departureTime": "00:00" }""")]
    public async Task Unusual_but_real_dates_are_answered(string trip)
    {
        var answer = await site.PostAsync($$"""{ "trip": {{trip}}, "people": 1 }""");

        Assert.Equal(4, answer.Ok().Json.GetProperty("strategies").GetArrayLength());
    }

    [Fact]
    public async Task A_trip_that_is_over_says_so_by_its_own_code()
    {
        var answer = await site.GetAsync("/api/v1/recommendations?people=2&arrival=2026-11-01&days=10");

        answer.Problem(System.Net.HttpStatusCode.BadRequest, "trip-over").Wrong("trip.departure: trip-over");
    }
}
