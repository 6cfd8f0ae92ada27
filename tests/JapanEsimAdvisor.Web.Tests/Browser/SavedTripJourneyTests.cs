using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>A trip from its answer to its end: saved, reopened, bought, checked on the way, deleted; with scripts and without.</summary>
[Collection(nameof(OneBrowser))]
public sealed class SavedTripJourneyTests(BrowserFixture browser)
{
    private const string Result =
        "/result?travelers[0].count=2&travelers[0].phone=iPhone+15&trip.arrival=2026-11-20&trip.departure=2026-11-29&"
            + "everyone.apart=never&trip.homeCountry=US&preferences.currency=USD";

    [Theory]
    [InlineData("en", 360, false)]
    [InlineData("zh-hans", 1280, true)]
    public Task A_trip_is_saved_reopened_bought_checked_and_deleted(string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
    {
        await visit.GoAsync($"/{language}{Result}");
        var price = await visit[".sign dd"].First.InnerTextAsync();
        await visit["#sharing button"].ClickAsync();
        await Expect(visit["#key"]).ToHaveValueAsync(new Regex(@"^[\w-]{43}$"));
        var link = new Uri(await visit["#link"].InputValueAsync());

        await visit.GoAsync(link.AbsolutePath);
        await Expect(visit[".sign dd"].First).ToContainTextAsync(new Regex(Regex.Match(price, @"[0-9.]+").Value));
        await visit.GoAsync($"/{language}{link.AbsolutePath}");
        await Expect(visit["#editToken"]).ToHaveCountAsync(0);
        await visit["#bought-0"].CheckAsync();
        await visit[".actions button"].ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex(Regex.Escape($"/{language}{link.AbsolutePath}#bought") + "$"));
        await Expect(visit["#bought-0"]).ToBeCheckedAsync();

        await visit["a[href*='/check?saved=']"].ClickAsync();
        await visit["#lines-0-gbUsed"].FillAsync("2.5");
        await visit["form.check button"].ClickAsync();
        await Expect(visit[".answers section"]).ToHaveCountAsync(1);
        await Expect(visit["#lines-0-gbUsed"]).ToHaveValueAsync("2.5");

        await visit[".ways a"].ClickAsync();
        await visit[".delete summary"].ClickAsync();
        await visit[".delete button"].ClickAsync();
        await Expect(visit["#bought"]).ToHaveCountAsync(0);
        await Expect(visit["main a.button"]).ToBeVisibleAsync();
        await visit.GoAsync($"/{language}{link.AbsolutePath}", 410);
    });
}
