using JapanEsimAdvisor.Web.Tests.Languages;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>What opens without a network, and what does not stay on the phone.</summary>
[Collection(nameof(OneBrowser))]
public sealed class OfflineTests(BrowserFixture browser)
{
    private const string Result =
        "/result?travelers[0].count=2&travelers[0].phone=iPhone+15&trip.arrival=2026-12-05&trip.departure=2026-12-14&"
            + "everyone.apart=never&preferences.currency=USD";

    private const string Stored =
        "async start => (await Promise.all((await caches.keys()).filter(name => name.startsWith(start)).map(async name => (await (await "
            + "caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()";

    public static TheoryData<string> Languages => [.. Source.Languages.Select(tag => tag.ToLowerInvariant())];

    public static TheoryData<string, string> Seen => FullRun.Of<TheoryData<string, string>>(
        new() { { "zh-hans", "2026年11月23日看到的内容。" } },
        new() { { "en", "Seen on 23 Nov 2026." }, { "zh-hans", "2026年11月23日看到的内容。" } });

    [Theory]
    [MemberData(nameof(Seen))]
    public Task A_result_once_seen_its_checklist_and_the_guides_open_without_a_network(string language, string note) =>
        OfflineAsync(async visit =>
    {
        await visit.GoAsync($"/{language}{Result}");
        var (answer, tasks) = (await visit.Heading.InnerTextAsync(), await visit[".tasks li"].AllInnerTextsAsync());
        await Expect(visit["[data-seen]"]).ToBeHiddenAsync();
        await StoredAsync(visit, "texts-", 4 + Languages.Count);
        await visit.Page.Context.SetOfflineAsync(true);

        await visit.Page.ReloadAsync();
        await Expect(visit.Heading).ToHaveTextAsync(answer);
        Assert.Equal(tasks, await visit[".tasks li"].AllInnerTextsAsync());
        await Expect(visit["[data-seen]"]).ToBeVisibleAsync();
        await Expect(visit["[data-seen] b"]).ToHaveTextAsync(note);
        await Expect(visit[".sign"]).ToHaveCSSAsync("border-radius", "12.8px");

        foreach (var guide in (string[])["", "/set-up-the-lines", "/hotspots", "/free-wifi"])
        {
            await visit.GoAsync($"/{language}/guides{guide}");
            await Expect(visit["[data-seen]"]).ToBeVisibleAsync();
            await Expect(visit[guide.Length == 0 ? "ul.guides" : "article.prose"]).ToBeVisibleAsync();
        }

        await visit.Page.Context.SetOfflineAsync(false);
        await visit.GoAsync($"/{language}{Result}");
        await Expect(visit["[data-seen]"]).ToBeHiddenAsync();
    });

    public static TheoryData<string> Unseen => FullRun.Of(["ja"], Languages);

    [Theory]
    [MemberData(nameof(Unseen))]
    public Task An_unseen_page_says_in_its_language_what_opens_without_a_network(string language) => OfflineAsync(async visit =>
    {
        await visit.GoAsync("/en" + Result);
        var answer = await visit.Heading.InnerTextAsync();
        await StoredAsync(visit, "texts-", 4 + Languages.Count);
        await visit.GoAsync($"/{language}/guides");
        await StoredAsync(visit, "texts-", (language == "en" ? 4 : 8) + Languages.Count);
        await visit.Page.Context.SetOfflineAsync(true);

        await visit.GoAsync($"/{language}/plans");
        await Expect(visit["html"]).ToHaveAttributeAsync(
            "lang", new System.Text.RegularExpressions.Regex(language, System.Text.RegularExpressions.RegexOptions.IgnoreCase));
        await Expect(visit.Heading).ToHaveTextAsync(
            Source.Texts(Source.Languages.First(tag => string.Equals(tag, language, StringComparison.OrdinalIgnoreCase)))["offline.title"]);
        await Expect(visit["[data-stored=none]"]).ToBeHiddenAsync();
        await Expect(visit["[data-stored=guides] li"]).ToHaveCountAsync(4);
        await visit["[data-stored=trips] a"].ClickAsync();
        await Expect(visit.Heading).ToHaveTextAsync(answer);
    });

    [Fact]
    public Task A_saved_trip_once_opened_opens_by_its_short_link_and_leaves_the_phone_when_it_is_deleted() => OfflineAsync(async visit =>
    {
        await visit.GoAsync("/en" + Result);
        await StoredAsync(visit, "trips-", 1);
        await visit["#sharing button"].ClickAsync();
        var link = new Uri(await visit["#link"].InputValueAsync()).AbsolutePath;
        await visit["main a.button"].ClickAsync();
        await Expect(visit["#bought"]).ToBeVisibleAsync();
        await StoredAsync(visit, "trips-", 2);
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.GotoAsync(link);
        await Expect(visit.Page).ToHaveURLAsync(browser.Address + "/en" + link);
        await Expect(visit["#bought"]).ToBeVisibleAsync();
        await Expect(visit["[data-seen]"]).ToBeVisibleAsync();

        await visit[".actions button"].ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(browser.Address + "/en/offline");

        await visit.Page.Context.SetOfflineAsync(false);
        await visit.GoAsync("/en" + link);
        await visit[".delete summary"].ClickAsync();
        await visit[".delete button"].ClickAsync();
        await Expect(visit["#bought"]).ToHaveCountAsync(0);
        Assert.Equal(["/en/result"], await StoredAsync(visit, "trips-", 1));
    });

    [Fact]
    public Task A_trip_deleted_elsewhere_leaves_the_phone_when_it_is_asked_for() => OfflineAsync(async visit =>
    {
        await visit.GoAsync("/en" + Result);
        await StoredAsync(visit, "trips-", 1);
        await visit["#sharing button"].ClickAsync();
        var (link, key) = (new Uri(await visit["#link"].InputValueAsync()).AbsolutePath, await visit["#key"].InputValueAsync());
        await visit.GoAsync("/zh-hans" + link);
        await visit.GoAsync("/en" + link);
        await StoredAsync(visit, "trips-", 3);
        var deleted = await visit.Page.APIRequest.DeleteAsync(
            $"/api/v1/trips{link["/t".Length..]}",
            new() { Headers = [KeyValuePair.Create("X-Edit-Token", key)] });
        Assert.Equal(204, deleted.Status);

        await visit.GoAsync("/en" + link, 410);
        Assert.Equal(["/en/result"], await StoredAsync(visit, "trips-", 1));
    });

    [Fact]
    public Task Only_the_last_pages_stay_and_a_reader_can_remove_them() => OfflineAsync(async visit =>
    {
        for (var days = 3; days <= 24; days++)
        {
            await visit.GoAsync($"/en/result?people=1&days={days}");
            await visit.Page.WaitForFunctionAsync("async () => (await caches.match(location.href, { ignoreVary: true })) !== undefined");
        }

        await visit.GoAsync("/en/result?people=0", 400);
        await visit.GoAsync("/en/offline");
        await Expect(visit["[data-stored=trips] li"]).ToHaveCountAsync(20);
        Assert.EndsWith("days=24", await visit["[data-stored=trips] a"].First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.EndsWith("days=5", await visit["[data-stored=trips] a"].Last.GetAttributeAsync("href"), StringComparison.Ordinal);

        await visit["[data-stored=trips] button"].ClickAsync();
        await Expect(visit["[data-stored=trips]"]).ToBeHiddenAsync();
        Assert.Empty(await StoredAsync(visit, "trips-", 0));
    });

    [Fact]
    public Task Answers_of_the_api_keys_and_errors_are_never_kept() => OfflineAsync(async visit =>
    {
        await visit.GoAsync("/en");
        await StoredAsync(visit, "texts-", 4 + Languages.Count);
        await visit.Page.EvaluateAsync("() => fetch('/api/v1/plans')");
        await visit.GoAsync("/en/result?people=0", 400);
        await visit.GoAsync("/en" + Result);
        await StoredAsync(visit, "trips-", 1);
        await visit["#sharing button"].ClickAsync();
        await Expect(visit["#key"]).ToBeVisibleAsync();

        Assert.Equal(["/en/result"], await StoredAsync(visit, "trips-", 1));
        Assert.All(await StoredAsync(visit, "texts-", 4 + Languages.Count), path => Assert.Matches("^/[a-z-]+/(guides|offline)", path));
        Assert.All(await StoredAsync(visit, "parts-", 5), path => Assert.Matches(@"^/[a-z]+\.[a-z0-9]{10}\.(css|js)$", path));
    });

    private Task OfflineAsync(Func<Visit, Task> visiting) => browser.VisitAsync(new Screen(HasWorker: true), visiting, mayFail: true);

    /// <summary>Paths of the pages stored, once there are as many: the worker keeps them after the page stands.</summary>
    private static async Task<string[]> StoredAsync(Visit visit, string start, int count)
    {
        var stored = await visit.Page.EvaluateAsync<string[]>(
            $$"""
            async ([start, count, hanging]) => {
                const until = Date.now() + hanging;
                let stored = await ({{Stored}})(start);
                while (stored.length !== count && Date.now() < until) {
                    await new Promise(done => setTimeout(done, 50));
                    stored = await ({{Stored}})(start);
                }
                return stored;
            }
            """,
            new object[] { start, count, BrowserFixture.Hanging });
        Assert.True(stored.Length == count, $"{count} wanted: {string.Join(' ', stored)}");
        return stored;
    }
}
