using System.Net;
using AngleSharp.Dom;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>One card a person or sub-group, with everything the contract knows of them.</summary>
public sealed class TravelersPageTests(SiteFixture site)
{
    private const string Dates = "trip.arrival=2027-04-02&trip.departure=2027-04-11";

    private const string Two =
        "travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=1&travelers[1].name=Tom&travelers[1].phone=Pixel+8&"
        + "travelers[1].phoneMarket=US&travelers[1].carrierLocked=true"
        + "&travelers[1].devices=iPad+mini+(A17+Pro)&travelers[1].devices=Nintendo+Switch&travelers[1].usage.gbPerDay=1.4&"
            + "travelers[1].hoursApartPerDay=2&travelers[1].group=B&travelers[1].reachableWhenApart=true"
        + "&travelers[1].keepsHomeLine=false&travelers[1].needsJapaneseNumber=true&travelers[1].homeOperator=google-fi&"
            + "travelers[1].homePlan=flexible&trip.homeCountry=US&"
            + Dates;

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    [InlineData("zh-hant")]
    [InlineData("ja")]
    [InlineData("ko")]
    public async Task Cards_are_filled_from_the_trip_in_the_address(string language)
    {
        var page = (await site.GetAsync($"/{language}/travelers?{Two}")).Ok().Page;

        Assert.Equal(2, page.QuerySelectorAll(".traveler").Length);
        Assert.Equal(("2", "iPhone 15"), (Value(page, "travelers[0].count"), Value(page, "travelers[0].phone")));
        Assert.Equal(
            ("Tom", "1.4", "2"),
            (Value(page, "travelers[1].name"), Value(page, "travelers[1].usage.gbPerDay"), Value(page, "travelers[1].hoursApartPerDay")));
        Assert.Equal(
            ["iPad mini (A17 Pro)", "Nintendo Switch", ""],
            page.QuerySelectorAll("[name='travelers[1].devices']").Select(input => input.GetAttribute("value") ?? ""));
        Assert.Equal(
            ["US", "true", "B", "google-fi", "flexible"],
            ((string[])["phoneMarket", "carrierLocked", "group", "homeOperator", "homePlan"]).Select(
                field => Chosen(page, $"travelers[1].{field}")));
        Assert.Equal(
            ["travelers[1].reachableWhenApart", "travelers[1].keepsHomeLine", "travelers[1].needsJapaneseNumber"],
            page.QuerySelectorAll("[type=checkbox][checked]").Select(box => box.GetAttribute("name")));
        Assert.Equal(["2027-04-02", "2027-04-11"], ((string[])["trip.arrival", "trip.departure"]).Select(field => Value(page, field)));
        Assert.Equal("US", Chosen(page, "trip.homeCountry"));
        Assert.Equal($"/{language}/result", page.QuerySelector("#trip-form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task What_a_card_says_reaches_the_advice()
    {
        var said = Two.Replace("&travelers[1].carrierLocked=true", "&travelers[1].carrierLocked=false", StringComparison.Ordinal)
            .Replace("needsJapaneseNumber=true", "needsJapaneseNumber=false", StringComparison.Ordinal);
        var typed = (await site.GetAsync("/en/result?" + said)).Ok().Page;
        var byId =
            (await site.GetAsync("/en/result?" + said
                .Replace("iPhone+15", "apple-iphone-15", StringComparison.Ordinal)
                .Replace("Pixel+8", "google-pixel-8", StringComparison.Ordinal)
            .Replace("iPad+mini+(A17+Pro)", "apple-ipad-mini-a17-pro", StringComparison.Ordinal)
                .Replace("Nintendo+Switch", "nintendo-switch", StringComparison.Ordinal))).Ok().Page;

        Assert.Equal(byId.QuerySelector(".options")!.TextContent, typed.QuerySelector(".options")!.TextContent);
        Assert.Contains("Tom", typed.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var saved = typed.QuerySelector("#sharing input[name=request]")!.GetAttribute("value")!;
        Assert.All(
            (string[])[
                "\"carrierLocked\":false", "\"gbPerDay\":1.4", "\"hoursApartPerDay\":2", "\"group\":\"B\"",
                "\"reachableWhenApart\":true", "\"keepsHomeLine\":false", "\"needsJapaneseNumber\":false", "\"homePlan\":\"flexible\"",
                "\"apple-ipad-mini-a17-pro\",\"nintendo-switch\"",
            ],
            part => Assert.Contains(part, saved, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Adding_keeps_everything_typed_and_adds_a_card()
    {
        var added = await site.GetAsync("/en/travelers?" + Two + "&add=1");

        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        var address = added.Headers.Location!.ToString();
        Assert.EndsWith("#traveler-2", address, StringComparison.Ordinal);
        Assert.DoesNotContain("add=", address, StringComparison.Ordinal);
        var page = (await site.GetAsync(address.Split('#')[0])).Ok().Page;
        Assert.Equal(3, page.QuerySelectorAll(".traveler").Length);
        Assert.Equal(("Tom", "1"), (Value(page, "travelers[1].name"), Value(page, "travelers[2].count")));
        Assert.Equal("flexible", Chosen(page, "travelers[1].homePlan"));
    }

    [Fact]
    public async Task Removing_takes_out_one_card_and_nothing_else()
    {
        var removed = await site.GetAsync("/en/travelers?" + Two + "&remove=0");
        var page = (await site.GetAsync(removed.Headers.Location!.ToString())).Ok().Page;

        Assert.Equal("Traveler 1", Assert.Single(page.QuerySelectorAll(".traveler h2")).TextContent);
        Assert.Equal(("Tom", "2027-04-02"), (Value(page, "travelers[1].name"), Value(page, "trip.arrival")));
        Assert.Empty(page.QuerySelectorAll("[name='travelers[0].count'], [name=remove]"));
    }

    [Fact]
    public async Task So_many_people_of_a_short_link_become_a_card_beside_which_another_stands()
    {
        var added = await site.GetAsync("/en/travelers?people=4&days=5&add=1");
        var page = (await site.GetAsync(added.Headers.Location!.ToString().Split('#')[0])).Ok().Page;

        Assert.Equal(["4", "1"], page.QuerySelectorAll("[name$='.count']").Select(input => input.GetAttribute("value")));
        Assert.NotEmpty(Value(page, "trip.departure")!);
    }

    [Fact]
    public async Task An_empty_page_offers_two_travelers_and_the_first_button_is_the_one_that_asks()
    {
        var page = (await site.GetAsync("/en/travelers")).Ok().Page;

        Assert.Equal(2, page.QuerySelectorAll(".traveler").Length);
        Assert.False(page.QuerySelector("#trip-form button")!.HasAttribute("formaction"));
        Assert.All(
            page.QuerySelectorAll("#trip-form .traveler button, #trip-form .travelers > button"),
            button => Assert.StartsWith("/en/", button.GetAttribute("formaction"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_of_a_result_carries_everything_said_elsewhere()
    {
        var page = (await site.GetAsync("/en/result?" + Two + "&trip.areas=mountains&preferences.freeWifi=none")).Ok().Page;
        var carried = page
            .QuerySelectorAll("#trip-form input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value"));

        Assert.Equal(
            ("Tom", "1.4", "iPad mini (A17 Pro),Nintendo Switch"),
            (carried["travelers[1].name"], carried["travelers[1].usage.gbPerDay"], carried["travelers[1].devices"]));
        Assert.Equal(("mountains", "none", "rows"), (carried["trip.areas"], carried["preferences.freeWifi"], carried["form"]));
        var shown = page.QuerySelectorAll("#trip-form [name]:not([type=hidden])").Select(field => field.GetAttribute("name")!);
        Assert.Empty(shown.Intersect(carried.Keys));
        Assert.Equal(
            ["/en/travelers", "/en/usage"],
            page.QuerySelectorAll("button[form=trip-form]").Select(button => button.GetAttribute("formaction")));
    }

    [Fact]
    public async Task An_emptied_row_takes_its_traveler_out_with_all_that_was_said_elsewhere()
    {
        var emptied = Two.Replace("travelers[1].count=1", "travelers[1].count=", StringComparison.Ordinal)
            .Replace("travelers[1].phone=Pixel+8", "travelers[1].phone=", StringComparison.Ordinal)
            .Replace("&travelers[1].group=B&travelers[1].reachableWhenApart=true", "&travelers[1].group=", StringComparison.Ordinal);
        var page = (await site.GetAsync("/en/result?" + emptied + "&form=rows")).Ok().Page;
        var kept = (await site.GetAsync("/en/result?" + emptied)).Ok().Page;

        Assert.DoesNotContain("Tom", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("2 people", page.QuerySelector(".trip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 people", kept.QuerySelector(".trip")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "travelers[1].hoursApartPerDay=4x", "#travelers-1-hoursApartPerDay", "Traveler 2: Hours apart a day: “4x” is not a number.")]
    [InlineData("travelers[1].usage.gbPerDay=200", "#travelers-1-usage-gbPerDay", "Traveler 2: GB a day: A number from 0 to 100.")]
    [InlineData("travelers[1].esim=perhaps", "#travelers-1-esim", "Traveler 2: Supports eSIM?: “perhaps” is not one of the choices.")]
    [InlineData("travelers[1].homeOperator=nobody", "#travelers-1-homeOperator", "Traveler 2: We do not know the operator nobody.")]
    [InlineData(
        "travelers[1].neverAlone=true&travelers[1].hoursApartPerDay=2",
        "#travelers-1-neverAlone",
        "Traveler 2: Somebody who is never alone cannot be apart for hours.")]
    [InlineData(
        "travelers[1].usage.activities.video=30", "#travelers-1-usage-activities-video", "Traveler 2: Video: A number from 0 to 24.")]
    public async Task An_error_stands_beside_the_field_of_the_right_card_and_names_it(string wrong, string link, string text)
    {
        var answer = await site.GetAsync($"/en/result?travelers[0].count=1&travelers[0].name=Ana&travelers[1].name=Tom&{wrong}&{Dates}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var told = Assert.Single(answer.Page.QuerySelectorAll("[role=alert] li a"));
        Assert.Equal((link, text), (told.GetAttribute("href"), told.TextContent));
        var field = answer.Page.QuerySelector(link)!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal(text, answer.Page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent.Trim());
        Assert.True(field.Closest("details") is null || field.Closest("details")!.HasAttribute("open"));
        Assert.Equal(["Ana", "Tom"], answer.Page.QuerySelectorAll("[name$='.name']").Select(input => input.GetAttribute("value")));
    }

    [Theory]
    [InlineData("travelers[0].usage.profile=heavy&travelers[0].usage.gbPerDay=0.2", "0.2")]
    [InlineData("travelers[0].usage.profile=light&travelers[0].usage.activities.video=9", "light")]
    public async Task A_figure_counts_before_the_list_and_the_list_before_what_is_carried_along(string said, string counts)
    {
        var saved = (await site.GetAsync($"/en/result?travelers[0].count=1&{said}&{Dates}")).Ok().Page.QuerySelector(
            "#sharing input[name=request]")!.GetAttribute("value")!;

        Assert.Contains(counts, saved, StringComparison.Ordinal);
        Assert.Single(((string[])["profile", "gbPerDay", "activities"]), way => saved.Contains($"\"{way}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_of_a_link_for_being_apart_stands_as_hours()
    {
        var page = (await site.GetAsync("/en/travelers?travelers[0].count=1&travelers[0].apart=often")).Ok().Page;

        Assert.Equal("4", Value(page, "travelers[0].hoursApartPerDay"));
        Assert.Empty(page.QuerySelectorAll("[name='travelers[0].apart']"));
    }

    private static string? Value(IParentNode page, string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private static string? Chosen(IParentNode page, string name) =>
        Assert.Single(page.QuerySelectorAll($"[name='{name}'] option[selected]")).GetAttribute("value");
}
