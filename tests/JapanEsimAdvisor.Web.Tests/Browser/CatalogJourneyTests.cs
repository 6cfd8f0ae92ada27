using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>From a result into the catalog and back, and from a phone to a trip.</summary>
[Collection(nameof(OneBrowser))]
public sealed class CatalogJourneyTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task From_a_result_to_a_plan_of_the_catalog_and_to_why_it_is_not_the_advice(string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync($"/{language}/result?people=2&arrival=2026-12-05&departure=2026-12-14&currency=USD");
            await visit["#why-not a.choose[href*='/plans']"].ClickAsync();
            await Expect(visit[".from-trip"]).ToContainTextAsync("10");
            await visit.TypeAsync("#q", "airalo moshi");
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page).ToHaveURLAsync(new Regex("q=airalo"));
            await Expect(visit["#q"]).ToHaveValueAsync("airalo moshi");
            await Expect(visit[".plans .price"].First).ToContainTextAsync(language == "en" ? "$" : "美元");
            var name = await visit[".plans h3 a"].First.InnerTextAsync();
            await visit[".plans h3 a"].First.ClickAsync();
            await Expect(visit.Heading).ToBeVisibleAsync();
            Assert.EndsWith(await visit.Heading.InnerTextAsync(), name, StringComparison.Ordinal);
            await visit[".act a.button"].ClickAsync();
            await Expect(visit["#why-not h3"].First).ToContainTextAsync(name);
            await Expect(visit["#travelers-0-count"]).ToHaveValueAsync("2");
        });

    [Theory]
    [InlineData("en", "iphone15pro", "iPhone 15 Pro")]
    [InlineData("zh-hans", "苹果十五pro", "iPhone 15 Pro")]
    public Task From_what_a_phone_is_called_to_a_trip_with_it(string language, string typed, string phone) =>
        browser.VisitAsync(new Screen(HasScript: false), async visit =>
        {
            await visit.GoAsync($"/{language}");
            await visit[".top .places a[href$='/devices']"].ClickAsync();
            await visit["#q"].FillAsync(typed);
            await visit["#market"].SelectOptionAsync("US");
            await visit[".filters button"].ClickAsync();
            await Expect(visit[".devices > li"].First).ToHaveClassAsync("esim-yes");
            await visit[".devices h3 a"].First.ClickAsync();
            await Expect(visit.Heading).ToHaveTextAsync(phone);
            await visit["a.button"].ClickAsync();
            await Expect(visit["#travelers-0-phone"]).ToHaveValueAsync(phone);
        });
}
