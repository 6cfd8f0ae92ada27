using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

[Collection(nameof(OneBrowser))]
public sealed class SwaggerTests(BrowserFixture browser)
{
    [Fact]
    public Task The_api_can_be_browsed_under_the_site_s_own_content_security_policy() => browser.VisitAsync(new Screen(1280), async visit =>
    {
        await visit.GoAsync("/swagger");
        await Expect(visit[".opblock"]).Not.ToHaveCountAsync(0);
        await visit[".opblock-summary"].First.ClickAsync();
        await Expect(visit[".opblock-body"].First).ToBeVisibleAsync();
    });
}
