using System.Net;
using AngleSharp.Dom;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>A form that could not be read comes back with what was typed and what was wrong.</summary>
public sealed class FormErrorTests(SiteFixture site)
{
    private const string Empty =
        "travelers[0].count=&travelers[0].phone=&travelers[1].count=&travelers[1].phone=&travelers[2].count=&travelers[2].phone=&"
            + "trip.arrival=&trip.departure=&everyone.usage.profile=typical&everyone.apart=never&trip.homeCountry=&trip.airport=&"
                + "trip.arrivalTime=&trip.departureTime=&preferences.currency=JPY";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task A_form_sent_empty_asks_for_dates_and_people(string language)
    {
        var answer = await site.GetAsync($"/{language}/result?{Empty}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var links = answer.Page.QuerySelectorAll("[role=alert] li a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(["#trip-arrival", "#travelers-0-count"], links);
        Assert.All(links, link => Assert.NotNull(answer.Page.QuerySelector($"input{link}")));
        Assert.Equal(2, answer.Page.QuerySelectorAll("p.error").Length);
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("travelers[0].count=50&travelers[1].count=20&trip.arrival=2027-04-02&trip.departure=2027-04-11", "#travelers-0-count")]
    [InlineData("travelers[0].count=2&trip.arrival=2027-04-11&trip.departure=2027-04-02", "#trip-departure")]
    [InlineData("travelers[0].count=x&trip.arrival=2027-04-02&trip.departure=2027-04-11", "#travelers-0-count")]
    [InlineData(
        "travelers[0].count=1&travelers[2].count=99&trip.arrival=2027-04-02&trip.departure=2027-04-11",
        "#travelers-2-count,#travelers-0-count")]
    [InlineData("travelers[0].count=1&trip.arrival=2027-02-30&trip.departure=2027-04-11", "#trip-arrival")]
    [InlineData(
        "travelers[0].count=1&trip.arrival=2027-04-02&trip.departure=2027-04-11&trip.airport=XXX&preferences.currency=XYZ",
        "#trip-airport,#preferences-currency")]
    [InlineData(
        "travelers[0].count=1&trip.arrival=2027-04-02&trip.departure=2027-04-02&trip.arrivalTime=12:00&trip.departureTime=11:00",
        "#trip-departureTime")]
    [InlineData("people=0&days=5", "#travelers-0-count")]
    [InlineData("people=2&days=0", "#trip-departure")]
    public async Task Every_error_leads_to_a_field_and_stands_beside_it(string query, string links)
    {
        var answer = await site.GetAsync("/en/result?" + query);
        var summary = answer.Page.QuerySelectorAll("[role=alert] li a").ToList();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(links.Split(','), summary.Select(link => link.GetAttribute("href")));
        foreach (var link in summary)
        {
            var field = answer.Page.QuerySelector($"input{link.GetAttribute("href")}, select{link.GetAttribute("href")}")!;
            var described = field.GetAttribute(
                "aria-describedby")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(answer.Page.GetElementById);
            Assert.Contains(link.TextContent, described.Select(element => element!.TextContent.Trim()));
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
        }
    }

    [Theory]
    [InlineData("people=2&days=abc", "#trip-departure", "Days in Japan: “abc” is not a whole number.")]
    [InlineData("people=2&days=5&apart=2", "#everyone-apart", "Splitting up: “2” is not one of the choices.")]
    [InlineData("people=2&days=5&priority=speed", "#preferences-priority", "What matters more?: “speed” is not one of the choices.")]
    [InlineData("people=2&trip.arrival=2027-02-30&trip.departure=2027-03-04", "#trip-arrival", "First day: “2027-02-30” is not a date we can read. Write it as 2027-04-02: year, month, day.")]
    [InlineData(
        "people=2&trip.days=5&trip.arrivalTime=evening", "#trip-arrivalTime", "Landing, Japanese time: “evening” is not a time such as 21:40.")]
    [InlineData("people=two&days=5", "#travelers-0-count", "People: “two” is not a whole number.")]
    [InlineData(
        "people=2&trip.days=5&everyone.hoursApartPerDay=30", "#everyone-hoursApartPerDay", "Hours apart a day: A number from 0 to 24.")]
    public async Task A_value_that_cannot_be_read_is_shown_again_under_the_name_of_its_field(string query, string link, string text)
    {
        var told = Assert.Single((await site.GetAsync("/en/result?" + query)).Page.QuerySelectorAll("[role=alert] li a"));

        Assert.Equal((link, text), (told.GetAttribute("href"), told.TextContent));
    }

    /// <summary>A browser shows nothing of "x" in a box for numbers, and complains on its console.</summary>
    [Fact]
    public async Task A_box_that_could_not_show_what_was_typed_becomes_one_for_text()
    {
        var page =
            (await site.GetAsync(
                "/en/result?travelers[0].count=x&travelers[1].count=2&trip.arrival=2027-02-30&trip.departure=2027-03-05&"
                    + "trip.arrivalTime=evening&everyone.hoursApartPerDay=four")).Page;

        Assert.Equal(
            ["text x", "number 2", "text 2027-02-30", "date 2027-03-05", "text evening", "text four"],
            ((string[])[
                "travelers[0].count", "travelers[1].count", "trip.arrival", "trip.departure", "trip.arrivalTime",
                "everyone.hoursApartPerDay",
            ])
                .Select(name => page.QuerySelector($"[name='{name}']")!)
                    .Select(input => $"{input.GetAttribute("type")} {input.GetAttribute("value")}"));
    }

    [Theory]
    [InlineData("people=2&trip.days=5&trip.areas=moon", "Parts of Japan: “moon” is not one of the choices.")]
    [InlineData("people=2&trip.days=5&trip.moon=1", "The link holds something we do not know: trip.moon.")]
    public async Task What_the_form_has_no_field_for_is_said_and_not_carried_along(string query, string text)
    {
        var page = (await site.GetAsync("/en/result?" + query)).Page;

        Assert.Equal(text, Assert.Single(page.QuerySelectorAll("[role=alert] li")).TextContent.Trim());
        Assert.DoesNotContain("moon", page.QuerySelector("#trip-form")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_and_what_breaks_a_rule_are_told_together()
    {
        var page =
            (await site.GetAsync(
                "/en/result?travelers[0].count=1&travelers[1].count=x&travelers[1].phone=abacus&trip.airport=XXX&trip.arrival=2027-04-11&"
                    + "trip.departure=2027-04-02&trip.arrivalTime=noon&preferences.currency=XYZ")).Page;

        Assert.Equal(
            ["#travelers-1-count", "#trip-arrivalTime", "#trip-departure", "#trip-airport", "#preferences-currency"],
            page.QuerySelectorAll("[role=alert] li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_was_typed_is_kept()
    {
        var page =
            (await site.GetAsync(
                "/en/result?travelers[0].count=3&travelers[0].phone=my+old+phone&travelers[1].count=x&trip.arrival=2027-04-11&"
                    + "trip.departure=2027-04-02&everyone.usage.profile=heavy&everyone.apart=sometimes&trip.homeCountry=FR&"
                        + "trip.airport=KIX&trip.arrivalTime=21:40&preferences.currency=EUR")).Page;

        Assert.Equal(
            ("3", "my old phone", "x"),
            (Value(page, "travelers[0].count"), Value(page, "travelers[0].phone"), Value(page, "travelers[1].count")));
        Assert.Equal(
            ("2027-04-11", "2027-04-02", "21:40"),
            (Value(page, "trip.arrival"), Value(page, "trip.departure"), Value(page, "trip.arrivalTime")));
        Assert.Equal(("heavy", "sometimes"), (Chosen(page, "everyone.usage.profile"), Chosen(page, "everyone.apart")));
        Assert.Equal(
            ("FR", "KIX", "EUR"),
            (Chosen(page, "trip.homeCountry"), Chosen(page, "trip.airport"), Chosen(page, "preferences.currency")));
    }

    [Theory]
    [InlineData("iPhone", "iPhone 17")]
    [InlineData("15 pro", "iPhone 15 Pro")]
    public async Task A_phone_that_may_be_several_is_advised_as_not_known_and_offers_their_names(string typed, string offered)
    {
        var page = (await site.GetAsync(WithPhone(typed))).Ok().Page;

        var field = page.QuerySelector("#travelers-0-phone")!;
        Assert.Equal(typed, field.GetAttribute("value"));
        Assert.Contains(offered, field.ParentElement!.QuerySelector("p.hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"“{typed}”", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abacus")]
    [InlineData("🦊")]
    public async Task A_phone_like_no_other_is_advised_as_not_known_and_offers_no_names(string typed)
    {
        var page = (await site.GetAsync(WithPhone(typed))).Ok().Page;

        Assert.DoesNotContain("Did you mean", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"“{typed}”", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iPhone 15")]
    [InlineData("  iphone   15 ")]
    [InlineData("IPHONE15")]
    [InlineData("Apple iPhone 15")]
    [InlineData("苹果iPhone 15")]
    [InlineData("apple-iphone-15")]
    public async Task A_phones_name_stands_for_the_phone(string typed)
    {
        var named = await site.GetAsync(
            "/en/result" + SampleTrips.CoupleOnAPage.Replace("iPhone+15", Uri.EscapeDataString(typed), StringComparison.Ordinal));
        var plain = await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage);

        Assert.Equal(plain.Ok().Page.QuerySelector("#answer")!.TextContent, named.Ok().Page.QuerySelector("#answer")!.TextContent);
        Assert.DoesNotContain("Some phones were not named", named.Text, StringComparison.Ordinal);
    }

    private static string? Value(IParentNode page, string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private static string WithPhone(string typed) =>
        "/en/result" + SampleTrips.CoupleOnAPage.Replace("iPhone+15", Uri.EscapeDataString(typed), StringComparison.Ordinal);

    private static string? Chosen(IParentNode page, string name) =>
        Assert.Single(page.QuerySelectorAll($"[name='{name}'] option[selected]")).GetAttribute("value");
}
