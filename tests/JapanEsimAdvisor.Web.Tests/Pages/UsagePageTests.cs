using System.Net;
using System.Web;
using JapanEsimAdvisor.Web.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>Hours a day by activity to gigabytes a day.</summary>
public sealed class UsagePageTests(SiteFixture site)
{
    private const string Trip = "people=2&trip.arrival=2027-04-02&trip.departure=2027-04-11";

    /// <summary>1 h of maps at 0.015 GB and 2 h of video at 0.57 GB are 1.155 GB; 40 % of it runs on hotel Wi-Fi.</summary>
    private const string Hours = "everyone.usage.activities.maps=1&everyone.usage.activities.video=2";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    [InlineData("zh-hant")]
    [InlineData("ja")]
    [InlineData("ko")]
    public async Task Every_activity_is_asked_with_its_figure_source_and_date(string language)
    {
        var page = (await site.GetAsync($"/{language}/usage")).Ok().Page;
        var catalog = site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

        var fields = page.QuerySelectorAll(".activities .field");
        Assert.Equal(
            catalog.Usage.Activities.Select(activity => "everyone.usage.activities." + activity.Id),
            fields.Select(field => field.QuerySelector("input")!.GetAttribute("name")));
        Assert.Equal(
            catalog.Usage.Activities.Select(activity => activity.Source.Url),
            fields.Select(field => field.QuerySelector(".source a")!.GetAttribute("href")));
        Assert.Contains("0.57", fields[5].QuerySelector(".hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2022", fields[5].QuerySelector(".source")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#answer"));
    }

    [Theory]
    [InlineData("hotel", "0.69", "684", "6.93 GB for a trip of 10 days")]
    [InlineData("none", "1.16", "1,140", "11.55 GB for a trip of 10 days")]
    public async Task Hours_become_gigabytes_with_free_wifi_taken_off(string wifi, string gb, string video, string trip)
    {
        var answer = (await site.GetAsync($"/en/usage?{Trip}&{Hours}&preferences.freeWifi={wifi}")).Ok().Page.QuerySelector("#answer")!;

        Assert.Equal($"About {gb} GB a day", answer.QuerySelector("h2")!.TextContent);
        Assert.Contains("1.16", answer.TextContent, StringComparison.Ordinal);
        Assert.Contains(trip, answer.TextContent, StringComparison.Ordinal);
        Assert.Equal(video, answer.QuerySelectorAll("tbody tr")[1].QuerySelector("td")!.TextContent);
    }

    [Fact]
    public async Task The_figure_goes_back_to_the_trip_and_is_reckoned_with()
    {
        var link = (await site.GetAsync($"/en/usage?{Trip}&everyone.usage.profile=heavy&{Hours}")).Ok().Page.QuerySelector(
            "#answer a.button")!.GetAttribute("href")!;
        var said = HttpUtility.ParseQueryString(link.Split('?')[1]);

        Assert.StartsWith("/en/result?", link, StringComparison.Ordinal);
        Assert.Equal(
            ("1", "2", "hotel", "2", null),
            (said["everyone.usage.activities.maps"], said[
                "everyone.usage.activities.video"], said["preferences.freeWifi"], said["people"], said["everyone.usage.profile"]));
        var page = (await site.GetAsync(link)).Ok().Page;
        Assert.Equal("", page.QuerySelector("#everyone-usage-profile option")!.GetAttribute("value"));
        Assert.Equal("From hours a day", page.QuerySelector("#everyone-usage-profile option")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("#everyone-usage-profile option[selected]"));
        Assert.Contains(
            "\"activities\":{\"maps\":1,\"video\":2}",
            page.QuerySelector("#sharing input[name=request]")!.GetAttribute("value"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_one_traveler_it_goes_back_to_the_card()
    {
        var page =
            (await site.GetAsync(
                "/en/usage?travelers[0].count=1&travelers[2].count=1&travelers[2].usage.gbPerDay=3&for=2&"
                    + "travelers[2].usage.activities.video=2"))
                .Ok().Page;
        var link = page.QuerySelector("#answer a.button")!.GetAttribute("href")!;

        Assert.Contains("For traveler 2.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/en/travelers?", link, StringComparison.Ordinal);
        Assert.EndsWith("#traveler-2", link, StringComparison.Ordinal);
        var card = (await site.GetAsync(link.Split('#')[0])).Ok().Page;
        Assert.Equal("2", card.QuerySelector("[name='travelers[2].usage.activities.video']")!.GetAttribute("value"));
        Assert.Equal("", card.QuerySelector("[name='travelers[2].usage.gbPerDay']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_measured_figure_stands_in_the_form_of_the_trip()
    {
        var form = (await site.GetAsync("/en/usage?" + Trip)).Ok().Page.QuerySelector("form.ask")!;
        Assert.Equal(
            ("/en/result", "everyone.usage.gbPerDay"),
            (form.GetAttribute("action"), form.QuerySelector("#measured-figure")!.GetAttribute("name")));

        var page = (await site.GetAsync($"/en/result?{Trip}&everyone.usage.gbPerDay=1.4")).Ok().Page;
        Assert.Equal("1.4", page.QuerySelector("#everyone-usage-gbPerDay")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("everyone.usage.activities.video=many", "#everyone-usage-activities-video", "Video: “many” is not a number.")]
    [InlineData("everyone.usage.activities.video=25", "#everyone-usage-activities-video", "Video: A number from 0 to 24.")]
    [InlineData(
        "everyone.usage.activities.video=1&preferences.freeWifi=street",
        "#preferences-freeWifi",
        "Free Wi-Fi is none or hotel, not street.")]
    public async Task A_wrong_figure_is_said_beside_its_field(string wrong, string link, string text)
    {
        var answer = await site.GetAsync("/en/usage?" + wrong);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var told = Assert.Single(answer.Page.QuerySelectorAll("[role=alert] li a"));
        Assert.Equal((link, text), (told.GetAttribute("href"), told.TextContent));
        Assert.Equal("true", answer.Page.QuerySelector(link)!.GetAttribute("aria-invalid"));
        Assert.Empty(answer.Page.QuerySelectorAll("#answer"));
    }

    [Fact]
    public async Task An_activity_nobody_knows_is_said_without_a_field()
    {
        var answer = await site.GetAsync("/en/usage?everyone.usage.activities.knitting=1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("knitting", Assert.Single(answer.Page.QuerySelectorAll("[role=alert] li")).TextContent, StringComparison.Ordinal);
    }
}
