using AngleSharp.Html.Dom;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.Answers.Pictures;

/// <summary>The charts of a result show what their tables say.</summary>
public sealed class ChartTests(SiteFixture site)
{
    private const string Family = "?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=2&travelers[1].phone=Pixel+8&"
        + "trip.arrival=2027-04-02&trip.departure=2027-04-11&everyone.apart=sometimes&trip.homeCountry=US";

    private static readonly string[] Ways = ["per-person", "shared-hotspot", "pocket-wifi", "mix"];

    public static TheoryData<string, string> Views =>
        new MatrixTheoryData<string, string>(Source.Languages.Select(tag => tag.ToLowerInvariant()), ["JPY", "CNY"]);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Each_step_of_the_price_of_certainty_is_a_row_of_its_table_and_leads_to_the_same_basket(
        string language,
        string currency)
    {
        var section = (await PageAsync(language, Family + "&preferences.currency=" + currency)).QuerySelector(
            "[aria-labelledby=certainty-heading]")!;
        var (dots, rows) = (section.QuerySelectorAll("svg .dot").ToList(), section.QuerySelectorAll("tbody tr").ToList());

        Assert.InRange(rows.Count, 2, 8);
        Assert.Equal(rows.Select(row => row.QuerySelector("b")!.TextContent), dots.Select(dot => dot.QuerySelector(".cost")!.TextContent));
        Assert.Equal(rows.Select(row => row.QuerySelector("a.choose")?.GetAttribute("href")), dots.Select(dot => dot.GetAttribute("href")));
        SvgOf.Scaled(
            [.. rows.Zip(
                dots, (row, dot) => (SvgOf.Amount(row.QuerySelector("b")!.TextContent)!.Value, dot.QuerySelector(".stop")!.Number("cx")))]);
        Assert.Equal(
            rows.FindIndex(row => row.ClassList.Contains("advised")),
            dots.FindIndex(dot => dot.QuerySelector("circle.advised") is not null));
        Assert.Single(dots, dot => dot.ClassList.Contains("shown") && dot.LocalName != "a");
    }

    [Fact]
    public async Task The_line_of_certainty_only_rises_and_passes_every_dot()
    {
        var chart = (await PageAsync("en", Family)).QuerySelector("[aria-labelledby=certainty-heading] svg")!;
        var stops = chart.QuerySelectorAll(".stop").Select(stop => (X: stop.Number("cx"), Y: stop.Number("cy"))).ToList();

        Assert.Equal(stops.OrderBy(stop => stop.X), stops);
        Assert.Equal(stops.OrderByDescending(stop => stop.Y), stops);
        Assert.All(
            stops.Skip(1),
            stop => Assert.Contains(
                FormattableString.Invariant($"H{stop.X:0.#}V{stop.Y:0.#}"),
                chart.QuerySelector(".track")!.GetAttribute("d")!,
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chosen_basket_is_marked_as_shown_and_the_advice_leads_back()
    {
        var link = (await PageAsync("en", Family)).QuerySelector("[aria-labelledby=certainty-heading] svg a.dot")!;
        var chosen = (await PageAsync(link.GetAttribute("href")!)).QuerySelector("[aria-labelledby=certainty-heading] svg")!;

        Assert.Equal(link.QuerySelector(".cost")!.TextContent, Assert.Single(chosen.QuerySelectorAll("g.shown.dot .cost")).TextContent);
        Assert.Equal("our advice", chosen.QuerySelector("a.dot circle.advised")!.ParentElement!.QuerySelector(".note")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Lines_of_cost_are_drawn_where_their_table_says(string language, string currency)
    {
        var charts = (await PageAsync(language, Family + "&preferences.currency=" + currency)).QuerySelectorAll("#curves figure").ToList();

        Assert.Equal(["curve-length", "curve-size"], charts.Select(chart => chart.Id));
        Assert.All(charts, chart =>
        {
            var rows = chart.QuerySelectorAll("tbody tr").ToList();
            var places = new List<(double Figure, double X)>();
            var prices = new List<(double Figure, double Y)>();
            foreach (var (way, column) in Ways.Select((way, column) => (way, column)))
            {
                var known = rows
                    .Select(row => (Value: row.QuerySelector("th")!, Price: SvgOf.Amount(row.QuerySelectorAll("td")[column].TextContent)))
                    .Where(cell => cell.Price is not null)
                    .ToList();
                var stops = chart.QuerySelectorAll($".line-{way} .stop").Select(stop => stop.Place()).ToList();
                Assert.Equal(known.Count, stops.Count);
                places.AddRange(known.Zip(stops, (cell, stop) => (SvgOf.Amount(cell.Value.TextContent)!.Value, stop.X)));
                prices.AddRange(known.Zip(stops, (cell, stop) => (cell.Price!.Value, stop.Y)));
            }

            Assert.InRange(rows.Count, 2, 12);
            SvgOf.Scaled(places);
            SvgOf.Scaled(prices);
        });
    }

    [Fact]
    public async Task The_present_trip_is_marked_with_the_prices_of_the_cards()
    {
        var page = await PageAsync("en", Family);
        var cards = page
            .QuerySelectorAll("article.card")
            .Select(card => card.QuerySelector(".price:not(.none)")?.FirstChild!.TextContent.Trim())
            .ToList();

        Assert.All(page.QuerySelectorAll("#curves figure"), chart =>
        {
            var here = Assert.Single(chart.QuerySelectorAll("tr.here"));
            Assert.Equal(chart.Id == "curve-length" ? "10" : "4", here.QuerySelector("th")!.TextContent);
            Assert.Equal(here.QuerySelector("th")!.TextContent, Assert.Single(chart.QuerySelectorAll("svg .here")).TextContent);
            Assert.All(
                cards.Zip(here.QuerySelectorAll("td")).Where(pair => pair.First is not null),
                pair => Assert.Equal(pair.First, pair.Second.TextContent));
        });
    }

    [Fact]
    public async Task A_price_of_another_length_or_size_is_what_that_trip_costs()
    {
        var page = await PageAsync("en", "?people=2&days=7");
        var (longer, larger) = (await PageAsync("en", "?people=2&days=9"), await PageAsync("en", "?people=5&days=7"));

        Assert.Equal(Prices(longer), Cells(page, "curve-length", "9"));
        Assert.Equal(Prices(larger), Cells(page, "curve-size", "5"));
    }

    /// <summary>2⁹ sub-parties: flips are skipped, and so are the lines.</summary>
    [Fact]
    public async Task Where_flips_are_skipped_nothing_is_drawn()
    {
        var people = string.Concat(Enumerable.Range(0, 9).Select(person => $"&travelers[{person}].usage.gbPerDay=0.{person + 11}"));

        Assert.Null((await PageAsync("en", "?trip.days=5" + people)).QuerySelector("#curves"));
    }

    [Fact]
    public async Task Where_there_is_one_basket_only_no_line_is_drawn()
    {
        var page = await PageAsync("en", "?trip.days=5&travelers[0].usage.gbPerDay=0&travelers[0].esim=no&trip.homeCountry=US");

        Assert.NotNull(page.QuerySelector("#answer"));
        Assert.Null(page.QuerySelector("[aria-labelledby=certainty-heading] svg"));
    }

    [Theory]
    [InlineData(Family)]
    [InlineData("?people=1&days=30")]
    [InlineData("?people=30&trip.days=8&everyone.usage.profile=heavy")]
    public async Task Ids_are_unique_pictures_have_names_and_no_control_holds_another(string query)
    {
        var page = await PageAsync("en", query);

        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(page.QuerySelectorAll("a a, button a, a button, summary a, [role=img] a, [role=img] [role=img]"));
        Assert.All(
            page.QuerySelectorAll("[role=img], svg[role=group], svg a"),
            picture => Assert.False(string.IsNullOrWhiteSpace(picture.GetAttribute("aria-label"))));
        Assert.Empty(page.QuerySelectorAll("[style], main script:not([src]), main style"));
    }

    private static IEnumerable<string?> Prices(IHtmlDocument page)
    {
        var cards = page.QuerySelectorAll("article.card").ToList();
        return cards.Select(
            card =>
                (card.QuerySelector(".same-as") is null ? card : cards.Single(advised => advised.ClassList.Contains("advised"))).QuerySelector(
                    ".price:not(.none)")?.FirstChild!.TextContent.Trim() ?? "not possible");
    }

    private static IEnumerable<string> Cells(IHtmlDocument page, string chart, string value) =>
        page.QuerySelectorAll($"#{chart} tbody tr")
            .Single(row => row.QuerySelector("th")!.TextContent == value)
            .QuerySelectorAll("td")
            .Select(cell => cell.TextContent);

    private Task<IHtmlDocument> PageAsync(string language, string query) => PageAsync($"/{language}/result{query}");

    private async Task<IHtmlDocument> PageAsync(string address) => (await site.GetAsync(address)).Ok().Page;
}
