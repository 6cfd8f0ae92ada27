using System.Net;
using AngleSharp.Dom;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>"2 + 3, 4 hours" said on the form.</summary>
public sealed class SplittingFormTests(SiteFixture site)
{
    private const string TwoAndThree =
        "?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[0].group=A&travelers[1].count=3&travelers[1].phone=iPhone+15&"
            + "travelers[1].group=B&trip.homeCountry=US&everyone.apart=never&everyone.hoursApartPerDay=4&trip.arrival=2027-04-02&"
                + "trip.departure=2027-04-11&everyone.usage.profile=typical";

    [Theory]
    [InlineData("en", "Being apart without a connection")]
    [InlineData("zh-hans", "分开行动时没网")]
    public async Task Sub_groups_and_hours_reach_the_advice(string language, string row)
    {
        var page = (await site.GetAsync($"/{language}/result{TwoAndThree}")).Ok().Page;
        var shared =
            (await site.GetAsync(page.QuerySelector("article.line-shared-hotspot a[href*=basket]")!.GetAttribute("href")!)).Ok().Page;

        var cost = Assert.Single(shared.QuerySelectorAll(".costs tbody tr"), cost => cost.QuerySelector("th")!.TextContent == row);
        Assert.Contains("12,000", cost.QuerySelector("td")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_counts_instead_of_the_list()
    {
        var figure = (await site.GetAsync("/en/result" + TwoAndThree)).Ok().Page;
        var often =
            (await site.GetAsync("/en/result" + TwoAndThree.Replace(
                "everyone.apart=never&everyone.hoursApartPerDay=4", "everyone.apart=often", StringComparison.Ordinal))).Ok().Page;
        var blank = (await site.GetAsync(
            "/en/result" + TwoAndThree.Replace("hoursApartPerDay=4", "hoursApartPerDay=", StringComparison.Ordinal))).Ok().Page;

        Assert.Equal(often.QuerySelector(".options")!.TextContent, figure.QuerySelector(".options")!.TextContent);
        Assert.NotEqual(blank.QuerySelector(".options")!.TextContent, figure.QuerySelector(".options")!.TextContent);
    }

    [Fact]
    public async Task Hours_alone_leave_the_list_to_the_figure()
    {
        var hours =
            (await site.GetAsync("/en/result" + TwoAndThree.Replace("everyone.apart=never&", "", StringComparison.Ordinal))).Ok().Page;
        var never = (await site.GetAsync("/en/result?people=2&trip.days=5")).Ok().Page;

        Assert.Equal(string.Empty, hours.QuerySelector<AngleSharp.Html.Dom.IHtmlSelectElement>("#everyone-apart")!.Value);
        Assert.Equal("never", never.QuerySelector<AngleSharp.Html.Dom.IHtmlSelectElement>("#everyone-apart")!.Value);
    }

    [Fact]
    public async Task What_was_said_of_splitting_up_is_kept_and_stands_open()
    {
        var page =
            (await site.GetAsync(
                "/en/result"
                    + TwoAndThree
                    + "&travelers[1].neverAlone=true&travelers[2].count=1&travelers[2].reachableWhenApart=true&"
                        + "travelers[2].group=Family")).Page;

        Assert.Equal(
            ["A", "B", "Family"],
            page.QuerySelectorAll("[name$='.group'] option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal(
            ["travelers[1].neverAlone", "travelers[2].reachableWhenApart"],
            page.QuerySelectorAll("[type=checkbox][checked]").Select(box => box.GetAttribute("name")));
        Assert.All(page.QuerySelectorAll(".splitting").Take(3), part => Assert.True(part.HasAttribute("open")));
        Assert.Equal("4", page.QuerySelector("[name='everyone.hoursApartPerDay']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_is_said_of_splitting_up_unless_somebody_opens_it()
    {
        var page = (await site.GetAsync("/en")).Ok().Page;

        Assert.All(page.QuerySelectorAll(".splitting"), part => Assert.False(part.HasAttribute("open")));
        Assert.Empty(page.QuerySelectorAll("[type=checkbox][checked]"));
        Assert.Empty(page.QuerySelectorAll("[name$='.group'] option[selected]"));
    }

    [Theory]
    [InlineData("everyone.hoursApartPerDay=25", "#everyone-hoursApartPerDay", "25")]
    [InlineData("everyone.hoursApartPerDay=four", "#everyone-hoursApartPerDay", "four")]
    [InlineData("travelers[0].neverAlone=maybe", "#travelers-0-neverAlone", "true")]
    [InlineData("travelers[0].group=a-very-long-name-of-a-group", "#travelers-0-group", "")]
    public async Task An_error_stands_beside_its_field(string wrong, string field, string value)
    {
        var answer = await site.GetAsync("/en/result?travelers[0].count=2&trip.arrival=2027-04-02&trip.departure=2027-04-11&" + wrong);
        var input = answer.Page.QuerySelector(field)!;

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([field], answer.Page.QuerySelectorAll("[role=alert] li a").Select(link => link.GetAttribute("href")));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.NotNull(answer.Page.GetElementById(input.GetAttribute("aria-describedby")!.Split(' ')[0]));
        Assert.Equal(value, input.GetAttribute("value") ?? "");
        Assert.True(input.Closest("details") is null || input.Closest("details")!.HasAttribute("open"));
    }
}
