using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>What people do on the site, on a phone and at a party, with scripts and without, in both languages.</summary>
[Collection(nameof(OneBrowser))]
public sealed class JourneyTests(BrowserFixture browser)
{
    private const string People = "#travelers-0-count";

    private const string Phone = "#travelers-0-phone";

    private const string Trip = "trip.arrival=2026-12-05&trip.departure=2026-12-12";

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task A_trip_typed_by_keyboard_alone_is_answered_and_another_trip_is_answered_otherwise(
        string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync("/" + language);
            await visit.TypeAsync(People, "1");
            await visit.TypeAsync(Phone, "iPhone 15");
            await visit.TypeAsync("#trip-arrival", "12052026");
            await visit.TypeAsync("#trip-departure", "12122026");
            await visit.TabToAsync(".trip-form button[type=submit]");
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit[".sign"]).ToBeVisibleAsync();
            Assert.Contains("trip.arrival=2026-12-05&trip.departure=2026-12-12", visit.Page.Url, StringComparison.Ordinal);
            var answer = await visit.Heading.InnerTextAsync();
            await Expect(visit["section[aria-labelledby=buy-heading] a[href^='https://']"]).Not.ToHaveCountAsync(0);
            await Expect(visit["section[aria-labelledby=buy-heading] .source a[href^='https://']"]).Not.ToHaveCountAsync(0);

            await visit.TabToAsync(".trip a[href='#change']");
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit[Phone]).ToHaveValueAsync("iPhone 15");
            await visit.TypeAsync(People, "30");
            await visit.TabToAsync("#everyone-usage-profile");
            await visit.Page.Keyboard.PressAsync("ArrowDown");
            await visit.TabToAsync(".trip-form button[type=submit]");
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page).ToHaveURLAsync(new Regex(@"everyone\.usage\.profile=heavy"));
            await Expect(visit[".trip"]).ToContainTextAsync("30");
            await Expect(visit.Heading).Not.ToHaveTextAsync(answer);
        });

    public static TheoryData<bool, bool> WaysBack => FullRun.Of<TheoryData<bool, bool>>(
        new() { { true, true }, { false, false } },
        new() { { true, true }, { true, false }, { false, true }, { false, false } });

    [Theory]
    [MemberData(nameof(WaysBack))]
    public Task Back_from_the_answer_keeps_every_phone_and_number_typed(bool hasScript, bool withEnter) =>
        browser.VisitAsync(new Screen(HasScript: hasScript), async visit =>
    {
        await visit.GoAsync($"/en?{Trip}");
        await visit[Phone].FillAsync("iPhone 14");
        await visit["#travelers-2-count"].FillAsync("4");
        await visit["#travelers-1-phone"].FillAsync("Pixel 7");
        await (withEnter ? visit["#travelers-1-phone"].PressAsync("Enter") : visit[".trip-form button[type=submit]"].ClickAsync());
        await Expect(visit[".trip"]).ToContainTextAsync("people");
        await visit.Page.GoBackAsync();

        await Expect(visit[".how"]).ToBeVisibleAsync();
        await Expect(visit[Phone]).ToHaveValueAsync("iPhone 14");
        await Expect(visit["#travelers-1-phone"]).ToHaveValueAsync("Pixel 7");
        await Expect(visit["#travelers-2-count"]).ToHaveValueAsync("4");
    });

    public static TheoryData<string, string, string, string> Counted => FullRun.Of<TheoryData<string, string, string, string>>(
        new() { { "en", "2 people in all", "3 people in all", "1 person in all" } },
        new() { { "en", "2 people in all", "3 people in all", "1 person in all" }, { "ko", "모두 2명", "모두 3명", "모두 1명" } });

    [Theory]
    [MemberData(nameof(Counted))]
    public Task The_people_of_all_rows_are_counted_as_they_change(string language, string two, string three, string one) =>
        browser.VisitAsync(new Screen(), async visit =>
    {
        var total = visit[".total"];
        await visit.GoAsync($"/{language}?{Trip}");
        await Expect(total).ToHaveTextAsync(string.Empty);
        await visit.GoAsync("/" + language);
        await Expect(total).ToHaveTextAsync(two);
        await visit[Phone].FillAsync("iPhone 14");
        await visit["#travelers-1-phone"].FillAsync("Pixel 7");
        await Expect(total).ToHaveTextAsync(three);
        await visit["#travelers-1-phone"].FillAsync(string.Empty);
        await visit[People].FillAsync("1");
        await Expect(total).ToHaveTextAsync(one);
        await visit[People].FillAsync("0");
        await Expect(total).ToHaveTextAsync(string.Empty);
        await visit[People].FillAsync(string.Empty);
        await visit["#travelers-2-count"].FillAsync("2");
        await Expect(total).ToHaveTextAsync(three);
        await visit["#trip-arrival"].FillAsync("2026-12-05");
        await visit["#trip-departure"].FillAsync("2026-12-12");
        await visit[".trip-form button[type=submit]"].ClickAsync();

        await Expect(visit[".trip"]).ToContainTextAsync("3");
        await Expect(total).ToHaveTextAsync(three);
    });

    [Fact]
    public Task A_card_emptied_or_changed_changes_the_total() => browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync($"/en/travelers?{Trip}&travelers[0].name=Mei&travelers[1].count=3");
        await Expect(visit[".total"]).ToHaveTextAsync("4 people in all");
        await visit["#travelers-1-count"].FillAsync("5");
        await Expect(visit[".total"]).ToHaveTextAsync("6 people in all");
        await visit["#travelers-0-count"].FillAsync(string.Empty);
        await Expect(visit[".total"]).ToHaveTextAsync("6 people in all");
    });

    public static TheoryData<string> Longest => FullRun.Of<TheoryData<string>>(["en"], ["en", "zh-hant", "ja"]);

    /// <summary>A party of 1280 × 1024 at 400 % leaves 320 × 256 (WCAG 2.2, 1.4.10); what has the focus stays in sight (2.4.11).</summary>
    [Theory]
    [MemberData(nameof(Longest))]
    public Task At_four_times_the_size_the_keyboard_finds_its_way_and_always_sees_where_it_is(string language) =>
        browser.VisitAsync(new Screen(320), async visit =>
    {
        await visit.Page.SetViewportSizeAsync(320, 256);
        await visit.GoAsync($"/{language}?people=2&{Trip}");
        await visit.TabInSightAsync(".trip-form button[type=submit]:not(.default)");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit[".sign"]).ToBeVisibleAsync();
        await visit.TabInSightAsync("footer a[href$='/about']");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit["#method"]).ToBeVisibleAsync();
    });

    public static TheoryData<string, string> Enlarged => FullRun.Of<TheoryData<string, string>>(
        new() { { "en", "/result?people=4&" + Trip }, { "zh-hans", "/plans" } },
        new() { { "en", "" }, { "en", "/result?people=4&" + Trip }, { "ko", "/result?people=4&" + Trip }, { "zh-hans", "/plans" } });

    /// <summary>Letters alone at twice the size (WCAG 2.2, 1.4.4).</summary>
    [Theory]
    [MemberData(nameof(Enlarged))]
    public Task Letters_of_twice_the_size_push_nothing_off_the_page_and_cut_nothing(string language, string address) =>
        browser.VisitAsync(new Screen(640), async visit =>
    {
        await visit.GoAsync($"/{language}{address}");
        Visit.None(await visit.Page.EvaluateAsync<string[]>(
            """
            () => {
                document.documentElement.style.fontSize = '200%';
                return [...document.querySelectorAll('body *')]
                    .filter(element => element.checkVisibility() && !element.closest('svg, .unseen'))
                    .filter(element => element.getBoundingClientRect().right > innerWidth + .5
                        || (getComputedStyle(element).overflow === 'hidden'
                            && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)))
                    .map(element => element.outerHTML.slice(0, 120));
            }
            """));
    });

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task Dates_in_the_wrong_order_are_explained_beside_the_field_and_nothing_typed_is_lost(
        string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync("/" + language);
            await visit[People].FillAsync("3");
            await visit[Phone].FillAsync("iPhone 15");
            await visit["#trip-arrival"].FillAsync("2026-12-12");
            await visit["#trip-departure"].FillAsync("2026-12-05");
            await visit["#everyone-apart"].SelectOptionAsync("often");
            await visit[".trip-form button[type=submit]"].ClickAsync();

            var summary = visit[".errors"];
            await Expect(summary).ToBeFocusedAsync();
            await Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(
                "^" + System.Text.RegularExpressions.Regex.Escape(await visit.Heading.InnerTextAsync())));
            var message = await visit["#trip-departure-error"].InnerTextAsync();
            await Expect(summary.GetByRole(AriaRole.Link)).ToHaveTextAsync([message]);
            var field = visit["#trip-departure"];
            await Expect(field).ToHaveAccessibleDescriptionAsync(message);
            await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(visit[".field:has(#trip-departure) .error"]).ToBeVisibleAsync();
            await Expect(visit["[aria-invalid]"]).ToHaveCountAsync(1);

            await Expect(visit[People]).ToHaveValueAsync("3");
            await Expect(visit[Phone]).ToHaveValueAsync("iPhone 15");
            await Expect(visit["#trip-arrival"]).ToHaveValueAsync("2026-12-12");
            await Expect(field).ToHaveValueAsync("2026-12-05");
            await Expect(visit["#everyone-apart"]).ToHaveValueAsync("often");

            await summary.GetByRole(AriaRole.Link).ClickAsync();
            await Expect(field).ToBeFocusedAsync();
            await field.FillAsync("2026-12-19");
            await visit[".trip-form button[type=submit]"].ClickAsync();
            await Expect(visit[".sign"]).ToBeVisibleAsync();
        });

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task The_other_language_answers_the_same_trip(string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync($"/{language}/result?people=4&{Trip}&preferences.currency=EUR");
            var other = language == "en" ? "zh-hans" : "en";
            await visit[$"header nav a[hreflang='{(other == "en" ? "en" : "zh-Hans")}']"].ClickAsync();

            await Expect(visit.Page).ToHaveURLAsync(
                new Regex(Regex.Escape($"/{other}/result?people=4&{Trip}&preferences.currency=EUR") + "$"));
            await Expect(visit["html"]).ToHaveAttributeAsync("lang", other == "en" ? "en" : "zh-Hans");
            await Expect(visit[".sign"]).ToBeVisibleAsync();
            await Expect(visit[People]).ToHaveValueAsync("4");
            await Expect(visit["#trip-arrival"]).ToHaveValueAsync("2026-12-05");
            await Expect(visit["#preferences-currency"]).ToHaveValueAsync("EUR");
        });

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task A_short_link_from_a_friend_is_answered_and_can_be_changed(string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync($"/{language}/result?people=5&arrival=2026-12-05&days=8&usage=heavy&apart=often&currency=EUR&home=US");
            await Expect(visit[".sign"]).ToContainTextAsync(language == "en" ? "€" : "欧元");
            await Expect(visit[People]).ToHaveValueAsync("5");
            await Expect(visit["#trip-arrival"]).ToHaveValueAsync("2026-12-05");
            await Expect(visit["#trip-departure"]).ToHaveValueAsync("2026-12-12");
            await Expect(visit["#everyone-usage-profile"]).ToHaveValueAsync("heavy");
            await Expect(visit["#everyone-apart"]).ToHaveValueAsync("often");
            await Expect(visit["#preferences-currency"]).ToHaveValueAsync("EUR");
            await Expect(visit["#trip-homeCountry"]).ToHaveValueAsync("US");
            var answer = await visit.Heading.InnerTextAsync();
            await visit[".trip-form button[type=submit]"].ClickAsync();

            await Expect(visit.Page).ToHaveURLAsync(new Regex(@"trip\.departure=2026-12-12"));
            await Expect(visit.Heading).ToHaveTextAsync(answer);
        });

    [Theory]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public Task A_page_that_is_not_there_says_so_and_leads_home(string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync($"/{language}/no-such-page", 404);
            await Expect(visit["html"]).ToHaveAttributeAsync("lang", language == "en" ? "en" : "zh-Hans");
            await visit["main a"].ClickAsync();

            await Expect(visit.Page).ToHaveURLAsync(new Regex($"/{language}$"));
            await Expect(visit[".trip-form"]).ToBeVisibleAsync();
        });

    public static TheoryData<string> Wrong =>
    [
        "travelers[0].count=2&travelers[0].phone=no+such+phone&trip.arrival=2026-12-12&trip.departure=2026-12-05&trip.airport=XXX",
        "people=0&arrival=2026-12-05&days=0&usage=endless&currency=XXX",
        .. FullRun.Of<string[]>(
            [], ["travelers[1].phone=no+such+phone&people=2", "people=2&days=8&trip.arrival=2026-12-05&everyone.usage.gbPerDay=-1"]),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task Every_error_leads_to_a_field_or_is_no_link(string query) =>
        browser.VisitAsync(new Screen(), async visit =>
        {
            await visit.GoAsync("/en/result?" + query, 400);
            var linked = await visit[".errors a"].EvaluateAllAsync<string[]>("links => links.map(link => link.hash.slice(1))");
            var marked = await visit["[aria-invalid=true]"].EvaluateAllAsync<string[]>("fields => fields.map(field => field.id)");
            Assert.Equal(linked.Distinct().Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
            await Expect(visit[".errors li"]).Not.ToHaveCountAsync(0);
        });

    [Fact]
    public Task What_was_not_said_is_shown_as_it_was_reckoned_with() => browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync("/en/result?people=2&" + Trip);
        await Expect(visit["#everyone-usage-profile"]).ToHaveValueAsync("typical");
        await Expect(visit["#everyone-apart"]).ToHaveValueAsync("never");
        await Expect(visit["#preferences-currency"]).ToHaveValueAsync("JPY");
    });

    [Fact]
    public Task An_error_stands_in_the_row_that_was_typed_though_a_row_before_it_was_left_empty() =>
        browser.VisitAsync(new Screen(), async visit =>
        {
            await visit.GoAsync("/en");
            await visit[People].FillAsync("");
            await visit["#travelers-1-count"].FillAsync("99");
            await visit["#travelers-1-phone"].FillAsync("Pixel 8");
            await visit["#trip-arrival"].FillAsync("2026-12-05");
            await visit["#trip-departure"].FillAsync("2026-12-12");
            await visit[".trip-form button[type=submit]"].ClickAsync();

            await Expect(visit["#travelers-1-count[aria-invalid=true]"]).ToHaveValueAsync("99");
            await Expect(visit["#travelers-1-phone"]).ToHaveValueAsync("Pixel 8");
        });
}
