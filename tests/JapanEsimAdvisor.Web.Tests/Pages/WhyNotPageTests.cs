using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>The question "why not this plan?" on the page, as a browser without scripts sends it.</summary>
public sealed partial class WhyNotPageTests(SiteFixture site)
{
    private const string Loses = "Airalo Moshi Moshi 5 GB / 15 days";

    private const string Excluded = "airalo-asia-1-gb-3-days";

    [Theory]
    [InlineData("en", SampleTrips.CoupleOnAPage)]
    [InlineData("zh-hans", SampleTrips.CoupleOnAPage + "&trip.homeCountry=US")]
    [InlineData("en", "?people=2&days=10")]
    public async Task A_plan_is_asked_about_by_name_and_the_trip_is_kept(string language, string trip)
    {
        var plain = (await site.GetAsync($"/{language}/result{trip}")).Ok().Page;
        var asked = (await site.GetAsync(Sent(plain, Loses))).Ok().Page;
        var section = asked.QuerySelector("#why-not")!;

        Assert.Equal(plain.QuerySelector(".sign")!.TextContent, asked.QuerySelector(".sign")!.TextContent);
        Assert.Equal(Loses, section.QuerySelector("input[name=whyNot]")!.GetAttribute("value"));
        Assert.StartsWith(Loses, Assert.Single(section.QuerySelectorAll("h3")).TextContent, StringComparison.Ordinal);
        Assert.Equal(
            Amount(section.QuerySelector(".differences tfoot td")!),
            section.QuerySelectorAll(".differences tbody td").Sum(Amount));
        Assert.StartsWith("https://", section.QuerySelector(".source a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "None of you can have it.", "Coverage of Japan is not confirmed.")]
    [InlineData("zh-hans", "你们都选不了它。", "没有确认覆盖日本。")]
    public async Task A_plan_that_is_out_of_the_question_says_why(string language, string verdict, string reason)
    {
        var section =
            (await site.GetAsync($"/{language}/result{SampleTrips.CoupleOnAPage}&whyNot={Excluded}")).Ok().Page.QuerySelector("#why-not")!;

        Assert.Contains(section.QuerySelectorAll("p"), text => text.TextContent == verdict);
        Assert.Equal([reason], section.QuerySelectorAll("li").Select(item => item.TextContent.Trim()));
        Assert.Null(section.QuerySelector(".differences"));
    }

    [Fact]
    public async Task The_advised_plan_is_part_of_the_advice()
    {
        var plain = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage)).Ok().Page;
        var cell = plain.QuerySelectorAll(".buy tbody tr td")[1];
        var section =
            (await site.GetAsync(
                Sent(plain, cell.QuerySelector("b")!.TextContent + cell.QuerySelector(
                    "b")!.NextSibling!.TextContent.Split('×')[0].TrimEnd()))).Ok().Page.QuerySelector(
                "#why-not")!;

        Assert.Contains("It is part of our advice.", section.TextContent, StringComparison.Ordinal);
        Assert.Null(section.QuerySelector(".differences"));
    }

    [Fact]
    public async Task The_best_basket_with_the_plan_can_be_chosen()
    {
        var asked = (await site.GetAsync($"/en/result{SampleTrips.CoupleOnAPage}&whyNot={Uri.EscapeDataString(Loses)}")).Ok().Page;
        var page = (await site.GetAsync(asked.QuerySelector("#why-not a[href*=basket]")!.GetAttribute("href")!)).Ok().Page;

        Assert.Null(page.QuerySelector(".banner"));
        Assert.Equal("Your choice", page.QuerySelector(".sign .eyebrow")!.TextContent);
        Assert.Contains("Moshi Moshi 5 GB / 15 days", page.QuerySelector("#buy")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Amount(asked.QuerySelector(".differences tfoot td")!), Amount(page.QuerySelectorAll(".sign .chosen span")[1]));
    }

    [Theory]
    [InlineData("en", "We know no plan called Airalo Moshi 5 GB.", "Did you mean")]
    [InlineData("zh-hans", "没有找到名为 Airalo Moshi 5 GB 的套餐。", "你是不是要找")]
    public async Task A_name_that_means_no_plan_is_said_beside_the_field_with_names_like_it(string language, string error, string offer)
    {
        var page = (await site.GetAsync($"/{language}/result{SampleTrips.CoupleOnAPage}&whyNot=Airalo+Moshi+5+GB")).Ok().Page;
        var section = page.QuerySelector("#why-not")!;
        var field = section.QuerySelector("#whyNot")!;

        Assert.NotNull(page.QuerySelector(".sign #answer"));
        Assert.Equal(
            ("true", "Airalo Moshi 5 GB", error),
            (field.GetAttribute(
                "aria-invalid"), field.GetAttribute("value"), page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent));
        Assert.Contains(offer, section.TextContent, StringComparison.Ordinal);
        Assert.InRange(section.QuerySelectorAll("li a").Length, 1, 5);
        var followed =
            (await site.GetAsync(section.QuerySelector("li a")!.GetAttribute("href")!.Split('#')[0])).Ok().Page.QuerySelector("#why-not")!;
        Assert.StartsWith(section.QuerySelector("li a")!.TextContent, followed.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AT&T International Day Pass, extra line", 1)]
    [InlineData("LINEMO Best Plan up to 3 GB", 2)]
    [InlineData("airalo-moshi-moshi-5-gb-7-days,nomad-japan-10-gb-30-days", 2)]
    [InlineData("  airalo moshi moshi 5 gb / 7 days ", 1)]
    [InlineData("", 0)]
    [InlineData(",", 0)]
    [InlineData("🦊", 0)]
    public async Task Names_may_hold_commas_stand_for_two_plans_or_be_ids(string typed, int plans)
    {
        var page = (await site.GetAsync($"/en/result{SampleTrips.CoupleOnAPage}&whyNot={Uri.EscapeDataString(typed)}")).Ok().Page;

        Assert.Equal(plans, page.QuerySelectorAll("#why-not h3").Length);
    }

    [Fact]
    public async Task Plans_are_offered_by_name()
    {
        var names = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage))
            .Ok().Page
            .QuerySelectorAll("datalist#plans option")
            .Select(option => option.GetAttribute("value"))
            .ToList();

        Assert.Contains(Loses, names);
        Assert.Equal(names.Distinct(), names);
    }

    /// <summary>The address a browser asks for when the form is sent.</summary>
    private static string Sent(IHtmlDocument page, string plan)
    {
        var form = page.QuerySelector("#why-not form")!;
        Assert.Equal("get", form.GetAttribute("method"));
        var fields = form
            .QuerySelectorAll("input[type=hidden]")
            .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))
            .Append(("whyNot", plan));
        return form.GetAttribute("action")!.Split('#')[
            0] + "?" + string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Item1)}={Uri.EscapeDataString(field.Item2)}"));
    }

    private static decimal Amount(INode node)
    {
        var amount = decimal.Parse(NumberPattern().Match(node.TextContent).Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        return node.TextContent.StartsWith('−') ? -amount : amount;
    }

    [GeneratedRegex("[0-9][0-9,.]*")]
    private static partial Regex NumberPattern();
}
