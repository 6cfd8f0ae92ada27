using System.Text;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Tests.Languages;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>What is carried on paper fits on two pages.</summary>
[Collection(nameof(OneBrowser))]
public sealed partial class PrintTests(BrowserFixture browser)
{
    private const string Family =
        "/result?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=2&travelers[1].phone=iPhone+8"
        + "&trip.arrival=2026-12-05&trip.departure=2026-12-19&everyone.apart=sometimes&trip.homeCountry=US&trip.airport=NRT&"
            + "preferences.currency=USD";

    private static readonly string[] Carried = ["#answer", "#buy-heading", "#checklist-heading", "#emergency-heading", ".qr"];

    private static readonly string[] Left = ["#options-heading", "#costs-heading", "#why-not-heading", "#change h2"];

    public static TheoryData<string> Languages =>
        FullRun.Of<TheoryData<string>>(["en", "ja"], [.. Source.Languages.Select(tag => tag.ToLowerInvariant())]);

    [Theory]
    [MemberData(nameof(Languages))]
    public Task A_family_of_four_carries_two_pages_at_most(string language) => browser.VisitAsync(new Screen(1280), async visit =>
    {
        await visit.GoAsync($"/{language}{Family}");
        Assert.InRange(await PagesAsync(visit), 1, 2);
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        foreach (var carried in Carried)
        {
            await Expect(visit[carried]).ToBeVisibleAsync();
        }

        foreach (var left in Left)
        {
            await Expect(visit[left]).ToBeHiddenAsync();
        }
    });

    [Fact]
    public Task So_does_who_prints_the_saved_trip() => browser.VisitAsync(new Screen(1280), async visit =>
    {
        await visit.GoAsync("/en" + Family);
        await visit["#sharing button"].ClickAsync();
        await visit["main a.button"].ClickAsync();
        await Expect(visit["#bought"]).ToBeVisibleAsync();

        Assert.InRange(await PagesAsync(visit), 1, 2);
    });

    private static async Task<int> PagesAsync(Visit visit) =>
        PagePattern().Count(Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true })));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PagePattern();
}
