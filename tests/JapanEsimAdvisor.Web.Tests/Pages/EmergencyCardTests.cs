using System.Text.Json;
using AngleSharp.Dom;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.Languages;
using JapanEsimAdvisor.Web.Tests.SavedTrips;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>The emergency card of each traveler, on the result and on the saved trip.</summary>
public sealed class EmergencyCardTests(SiteFixture site)
{
    /// <summary>Only the first phone takes an eSIM: it serves the others.</summary>
    private const string Shared =
        "?trip.arrival=2027-04-02&trip.departure=2027-04-11&trip.homeCountry=US&travelers[0].phone=iPhone+15&travelers[0].name=Ana&"
            + "travelers[1].esim=no&travelers[1].name=Ben&travelers[1].usage.profile=light&travelers[2].esim=no&travelers[2].count=2&"
                + "preferences.currency=EUR";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task Everybody_has_a_card_that_says_through_whom_and_what_fails_with_the_cure(string language)
    {
        var page = (await site.GetAsync($"/{language}/result{Shared}")).Ok().Page;
        var cards = Cards(page);
        var texts = Source.Texts(language == "en" ? "en" : "zh-Hans");

        Assert.Equal(3, cards.Count);
        Assert.Equal(["Ana", "Ben"], cards.Take(2).Select(card => card.QuerySelector("h3")!.TextContent));
        Assert.All(cards.Skip(1), card => Assert.Contains("Ana", card.QuerySelector("p")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("Ben", cards[0].QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.All(cards.Skip(1), card => Assert.Contains(texts["emergency.alone"], card.TextContent, StringComparison.Ordinal));
        Assert.Contains(texts["emergency.own-phone"], cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(texts["emergency.no-phone"], cards[0].TextContent, StringComparison.Ordinal);

        var cures = page
            .QuerySelectorAll("[aria-labelledby=backup-heading] .failures .soft")
            .Select(cure => cure.TextContent.Split(',', '，')[^1])
            .ToList();
        Assert.NotEmpty(cures);
        Assert.All(cures, cure => Assert.Contains(cards, card => card.TextContent.Contains(cure, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_card_has_the_numbers_and_the_disaster_network()
    {
        var cards = Cards((await site.GetAsync("/en/result" + Shared)).Ok().Page);

        Assert.All(
            cards,
            card => Assert.Equal(
                "Police 110 Ambulance, fire 119 Wi-Fi after a disaster 00000JAPAN",
                card.QuerySelector(".numbers")!.TextContent.Trim()));
    }

    /// <summary>Cid needs a Japanese number, which data-only lines do not have, and so stays online when the shared one fails.</summary>
    [Fact]
    public async Task Whose_host_fails_is_sent_to_whoever_near_stays_online()
    {
        var cards = Cards(
            (await site.GetAsync("/en/result" + Shared + "&travelers[3].name=Cid&travelers[3].needsJapaneseNumber=true")).Ok().Page);
        var ben = cards.Single(card => card.QuerySelector("h3")!.TextContent == "Ben");
        var row = ben.QuerySelectorAll("dl > div").Single(row => row.QuerySelector("dt")!.TextContent == "The phone of Ana dies.");

        Assert.Contains("Cid", row.QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody near", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_use_has_a_card_that_says_so()
    {
        var card = Assert.Single(Cards((await site.GetAsync("/en/result?trip.days=5&travelers[0].usage.gbPerDay=0")).Ok().Page));

        Assert.Contains("No line: you are online where there is free Wi-Fi only.", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(card.QuerySelectorAll("dl"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_saved_trip_has_the_cards_of_the_answer_it_keeps(string language)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var result = (await client.OpenAsync($"/{language}/result{Shared}")).Ok().Page;
        var (address, _, _) = (await client.SaveResultAsync($"/{language}/result{Shared}", TripForms.SameOrigin)).SavedPage();
        var saved = (await client.OpenAsync(address)).Ok().Page;

        Assert.Equal(Cards(result).Select(Normal), Cards(saved).Select(Normal));
    }

    [Fact]
    public async Task What_to_know_cites_each_fact_on_emergencies_with_its_source()
    {
        var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(SmallCatalog.RealData, "facts/emergency.json"))).RootElement
            .GetProperty("facts")
            .EnumerateArray()
            .ToList();
        var page = (await site.GetAsync("/en/result" + Shared)).Ok().Page;

        Assert.Equal(
            facts.Select(fact => fact.GetProperty("id").GetString()!).Order(StringComparer.Ordinal),
            EmergencyFacts.All.SelectMany(claim => claim.Facts).Order(StringComparer.Ordinal));
        Assert.Equal(
            facts.Select(fact => fact.GetProperty("source").GetProperty("url").GetString()!).Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".emergency-facts .source a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal(EmergencyFacts.All.Count, page.QuerySelectorAll(".emergency-facts li").Length);
    }

    private static List<IElement> Cards(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("article.emergency")];

    private static string Normal(IElement card) =>
        string.Join(' ', card.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
