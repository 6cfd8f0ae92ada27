using AngleSharp.Dom;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.Answers.Pictures;

/// <summary>Who connects through whom, drawn on every card and beside the answer.</summary>
public sealed class ConnectionMapTests(SiteFixture site)
{
    private const string Party =
        "?travelers[0].name=Ana&travelers[0].phone=iPhone+15&travelers[0].devices=apple-ipad-9th-generation&travelers[1].name=Tom&"
        + "travelers[1].phone=Pixel+8"
        + "&travelers[2].name=Kai&travelers[2].neverAlone=true&travelers[3].count=3&travelers[3].phone=iPhone+8&trip.arrival=2027-04-02&"
            + "trip.departure=2027-04-11&everyone.apart=sometimes&trip.homeCountry=US";

    public static TheoryData<string> Languages => [.. Source.Languages.Select(tag => tag.ToLowerInvariant())];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_way_has_a_map_whose_words_name_everybody(string language)
    {
        var maps = (await site.GetAsync($"/{language}/result{Party}")).Ok().Page.QuerySelectorAll(".map").ToList();

        Assert.InRange(maps.Count, 2, 5);
        Assert.All(maps, map =>
        {
            var words = map.GetAttribute("aria-label")!;
            Assert.Equal("img", map.GetAttribute("role"));
            Assert.All((string[])["Ana", "Tom", "Kai", "4"], name => Assert.Contains(name, words, StringComparison.Ordinal));
            Assert.NotEmpty(map.QuerySelectorAll("svg .station"));
        });
    }

    [Fact]
    public async Task A_map_says_what_the_card_says()
    {
        var cards = (await site.GetAsync("/en/result" + Party))
            .Ok().Page
            .QuerySelectorAll("article.card")
            .Where(card => card.QuerySelector(".map") is not null)
            .ToList();

        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Equal(
            "Who connects through whom. " + string.Join("; ", card.QuerySelectorAll(".who li").Select(pod => pod.TextContent)),
            card.QuerySelector(".map")!.GetAttribute("aria-label")));
        Assert.All(cards, card => Assert.Equal(card.QuerySelectorAll(".who li").Length, card.QuerySelectorAll(".map svg").Length));
    }

    [Fact]
    public async Task Everybody_has_a_station_and_people_alike_share_one()
    {
        var page = (await site.GetAsync("/en/result" + Party)).Ok().Page;

        Assert.All(page.QuerySelectorAll(".map"), map =>
        {
            var people = map
                .QuerySelectorAll(".station")
                .Where(station => station.QuerySelector("text")!.TextContent != "Pocket WiFi" && Names(station).First() != "Pocket WiFi")
                .Sum(People);
            Assert.Equal(6, people);
        });
        Assert.Contains(page.QuerySelectorAll(".sign .map .note"), note => note.TextContent == "iPhone 15");
    }

    /// <summary>A hotspot: one host, one track with a branch to each of the others.</summary>
    [Fact]
    public async Task Clients_hang_on_the_track_of_their_host()
    {
        var line = Assert.Single((await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage))
            .Ok().Page
            .QuerySelectorAll("article.line-shared-hotspot .map svg, .sign.line-shared-hotspot .map svg")
            .Take(1));
        var stations = line.QuerySelectorAll(".station").ToList();

        Assert.Equal(2, stations.Count);
        Assert.True(stations[0].ClassList.Contains("host"));
        Assert.False(stations[1].ClassList.Contains("host"));
        Assert.Equal(2, line.QuerySelector(".track")!.GetAttribute("d")!.Count(letter => letter == 'M'));
        Assert.True(stations[1].QuerySelector("rect")!.Number("x") > stations[0].QuerySelector("rect")!.Number("x"));
    }

    [Fact]
    public async Task A_person_alone_has_no_map_beside_the_answer() =>
        Assert.Empty((await site.GetAsync("/en/result?people=1&days=5")).Ok().Page.QuerySelectorAll(".sign .map"));

    [Fact]
    public async Task Somebody_without_need_of_a_line_stands_apart()
    {
        var station =
            Assert.Single((await site.GetAsync(
                "/en/result?trip.days=5&travelers[0].name=Ana&travelers[1].name=Bo&travelers[1].usage.gbPerDay=0"))
                .Ok().Page
                .QuerySelectorAll(".sign .map .idle"));

        Assert.Equal(["Bo", "needs no plan"], station.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.Null(station.ParentElement!.QuerySelector(".track"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Names_stay_inside_the_map_however_long(string language)
    {
        var query = "?trip.days=8&travelers[0].name=" + new string(
            'W', 40) + "&travelers[0].count=2&travelers[1].phone=iPhone+15+Pro+Max&travelers[1].count=30";
        var texts = (await site.GetAsync($"/{language}/result{query}"))
            .Ok().Page
            .QuerySelectorAll(".map .station > text, .map .station g > text")
            .ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.InRange(
            text.Number("x") + Web.Answers.Pictures.TextWidth.Of(text.TextContent, Web.Answers.Pictures.MapStation.NoteSize), 0,
            Web.Answers.Pictures.MapLine.Width));
    }

    private static IEnumerable<string> Names(IElement station) =>
        station.QuerySelectorAll("text:not(.times):not(.note)").Select(text => text.TextContent);

    private static int People(IElement station) => station.QuerySelector(".times") is { } times ? (int)SvgOf.Amount(times.TextContent)! : 1;
}
