using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>A partner builds a widget: with script as they type, without by the button.</summary>
[Collection(nameof(OneBrowser))]
public sealed class PartnersJourneyTests(BrowserFixture browser)
{
    private const string Key = "pk_0123456789_abcdefghijkl";

    public static TheoryData<string, int> Built => FullRun.Of<TheoryData<string, int>>(
        new() { { "en", 360 } },
        new() { { "en", 360 }, { "zh-hans", 1280 } });

    [Theory]
    [MemberData(nameof(Built))]
    public Task Code_and_preview_follow_as_one_types_and_the_code_is_that_of_the_button(string language, int width) =>
        browser.VisitAsync(new Screen(width), async visit =>
    {
        await visit.GoAsync($"/{language}/partners");
        await Expect(visit[".preview h2"]).ToBeVisibleAsync();
        await visit[".builder #people"].FillAsync("2");
        await visit[".builder #currency"].SelectOptionAsync("USD");
        await visit[".builder #lang"].SelectOptionAsync("ja");
        await visit[".builder #key"].FillAsync(Key);

        await Expect(visit["#widget-code"]).ToContainTextAsync($"""people="2" days="10" lang="ja" currency="USD" key="{Key}">""");
        await Expect(visit[".preview label"].First).ToHaveTextAsync("人数");
        await Expect(visit[".preview .full a"]).ToHaveAttributeAsync("href", new Regex("/ja/result.*people=2.*USD"));
        Assert.False(await visit[".preview japan-data-advisor"].EvaluateAsync<bool>("element => element.hasAttribute('key')"));
        var followed = await visit["#widget-code"].InnerTextAsync();
        await visit[".builder button"].ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("people=2"));
        await Expect(visit["#widget-code"]).ToHaveTextAsync(followed);
    });

    [Fact]
    public Task A_wrong_field_says_so_at_once_and_keeps_the_code_and_no_secret_key_leaves_the_page() =>
        browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync("/en/partners");
        var before = await visit["#widget-code"].InnerTextAsync();
        await visit[".builder #people"].FillAsync("61");
        await Expect(visit["#people-error"]).ToBeVisibleAsync();
        await Expect(visit[".builder #people"]).ToHaveAttributeAsync("aria-describedby", "people-error");
        await visit[".builder #people"].FillAsync("4");
        await Expect(visit["#people-error"]).ToBeHiddenAsync();
        await visit[".builder #key"].FillAsync("sk_0123456789_abcdefghijkl");
        await Expect(visit["#key-error"]).ToBeVisibleAsync();
        await visit[".builder #key"].PressAsync("Enter");

        await Expect(visit[".builder #key"]).ToBeFocusedAsync();
        await Expect(visit["#widget-code"]).ToHaveTextAsync(before);
        Assert.DoesNotContain("sk_", visit.Page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task The_code_is_copied_by_its_button() => browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.GoAsync("/en/partners");
        await visit["[data-copy=widget-code]"].ClickAsync();

        await Expect(visit["[data-copy=widget-code]"]).ToHaveTextAsync("Copied");
        Assert.Equal(
            await visit["#widget-code"].TextContentAsync(),
            await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    });

    [Fact]
    public Task Without_script_the_form_answers_and_no_button_is_there_that_does_nothing() =>
        browser.VisitAsync(new Screen(HasScript: false), async visit =>
    {
        await visit.GoAsync("/en/partners");
        await Expect(visit["[data-copy]"].First).ToBeHiddenAsync();
        await Expect(visit[".preview a"]).ToBeVisibleAsync();
        await visit[".builder #people"].FillAsync("3");
        await visit[".builder button"].ClickAsync();

        await Expect(visit["#widget-code"]).ToContainTextAsync("people=\"3\"");
    });
}
