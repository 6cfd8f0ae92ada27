using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>
/// The answer follows the form in place where scripts run, and by its button where they do not; devices are suggested
/// as one types.
/// </summary>
[Collection(nameof(OneBrowser))]
public sealed class RefineJourneyTests(BrowserFixture browser)
{
    private const string People = "#travelers-0-count";

    private const string Phone = "#travelers-0-phone";

    private const string Trip = "trip.arrival=2026-12-05&trip.departure=2026-12-12";

    private const string Mark = "document.querySelector('#trip-form').dataset.mark = 'the same page'";

    public static TheoryData<string, int> Refined => FullRun.Of<TheoryData<string, int>>(
        new() { { "en", 360 } },
        new() { { "en", 360 }, { "zh-hans", 1280 } });

    [Theory]
    [MemberData(nameof(Refined))]
    public Task Another_number_of_people_changes_answer_and_address_without_a_page_load(string language, int width) =>
        browser.VisitAsync(new Screen(width), async visit =>
    {
        await visit.GoAsync("/" + language);
        await visit.GoAsync($"/{language}/result?people=1&{Trip}");
        await visit.Page.EvaluateAsync(Mark);
        var (answer, title) = (await visit.Heading.InnerTextAsync(), await visit.Page.TitleAsync());
        await visit[People].FillAsync("30");

        await Expect(visit.Page).ToHaveURLAsync(new Regex("travelers%5B0%5D.count=30"));
        await Expect(visit[".trip"]).ToContainTextAsync("30");
        await Expect(visit.Heading).Not.ToHaveTextAsync(answer);
        await Expect(visit["#refining"]).ToContainTextAsync(await visit.Heading.InnerTextAsync());
        await Expect(visit["#trip-form"]).ToHaveAttributeAsync("data-mark", "the same page");
        await Expect(visit[People]).ToBeFocusedAsync();
        await Expect(visit[People]).ToHaveValueAsync("30");
        Assert.Equal(title, await visit.Page.TitleAsync());
        await Expect(visit["header nav a[hreflang=ja]"]).ToHaveAttributeAsync("href", new Regex("count=30|count%3D30|%5D.count=30"));

        await visit["#everyone-apart"].SelectOptionAsync("often");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("everyone.apart=often"));
        await visit.Page.GoBackAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"/{language}$"));
        await visit.Page.GoForwardAsync();
        await Expect(visit[".trip"]).ToContainTextAsync("30");
        await Expect(visit["#everyone-apart"]).ToHaveValueAsync("often");
    });

    [Fact]
    public Task The_form_stays_where_it_is_while_the_answer_above_grows() => browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync($"/en/result?people=1&{Trip}");
        await visit[People].FillAsync("5");
        var before = await TopAsync(visit);
        await Expect(visit[".trip"]).ToContainTextAsync("5 people");
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.InRange(await TopAsync(visit) - before, -2, 2);
    });

    [Fact]
    public Task Without_scripts_the_button_does_the_same() => browser.VisitAsync(new Screen(HasScript: false), async visit =>
    {
        await visit.GoAsync($"/en/result?people=1&{Trip}");
        await visit[People].FillAsync("30");
        await visit["#trip-form button[type=submit]"].ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("count=30"));
        await Expect(visit[".trip"]).ToContainTextAsync("30");
        await Expect(visit["#refining"]).ToBeEmptyAsync();
    });

    public static TheoryData<string, string> Refused => FullRun.Of<TheoryData<string, string>>(
        new() { { "en", "The last day is before the first day." } },
        new() { { "en", "The last day is before the first day." }, { "zh-hans", "离开" } });

    [Theory]
    [MemberData(nameof(Refused))]
    public Task What_is_wrong_is_said_in_place_and_taken_back_when_it_is_right_again(string language, string part) =>
        browser.VisitAsync(new Screen(), async visit =>
    {
        visit.MayFail = true;
        await visit.GoAsync($"/{language}/result?people=2&{Trip}");
        await visit.Page.EvaluateAsync(Mark);
        var address = visit.Page.Url;
        await visit["#trip-departure"].FillAsync("2026-12-01");
        await visit["#trip-departure"].BlurAsync();

        await Expect(visit["#trip-departure-error"]).ToContainTextAsync(part);
        await Expect(visit["#trip-departure"]).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit["#refining"]).ToContainTextAsync(await visit["#trip-departure-error"].InnerTextAsync());
        await Expect(visit[".sign"]).ToBeVisibleAsync();
        Assert.Equal(address, visit.Page.Url);

        await visit["#trip-departure"].FillAsync("2026-12-19");
        await visit["#trip-departure"].BlurAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("departure=2026-12-19"));
        await Expect(visit["#trip-departure-error"]).ToHaveCountAsync(0);
        await Expect(visit["[aria-invalid]"]).ToHaveCountAsync(0);
        await Expect(visit["#trip-form"]).ToHaveAttributeAsync("data-mark", "the same page");
    });

    [Fact]
    public Task Without_a_network_everything_stays_and_the_page_says_so() => browser.VisitAsync(new Screen(), async visit =>
    {
        visit.MayFail = true;
        await visit.GoAsync($"/en/result?people=1&{Trip}");
        var (address, answer) = (visit.Page.Url, await visit.Heading.InnerTextAsync());
        await visit.Page.Context.SetOfflineAsync(true);
        await visit[People].FillAsync("30");

        await Expect(visit["#refining"]).ToContainTextAsync("check your connection");
        Assert.Equal((address, answer), (visit.Page.Url, await visit.Heading.InnerTextAsync()));
        await visit.Page.Context.SetOfflineAsync(false);
        await visit[People].FillAsync("29");
        await Expect(visit[".trip"]).ToContainTextAsync("29");
    });

    [Fact]
    public Task The_newest_wish_wins_though_an_older_answer_comes_later() => browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync($"/en/result?people=1&{Trip}");
        var release = new TaskCompletionSource();
        await visit.Page.RouteAsync(new Regex("count=7&"), async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        var asked = visit.Page.WaitForRequestAsync(new Regex("count=7&"));
        await visit[People].FillAsync("7");
        await asked;
        await Expect(visit["#refining"]).ToHaveTextAsync("Working out the answer…");
        await Expect(visit["#advice"]).ToHaveAttributeAsync("aria-busy", "true");
        await visit[People].FillAsync("9");
        await Expect(visit[".trip"]).ToContainTextAsync("9 people");
        await visit.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        release.SetResult();

        await Expect(visit["#advice"]).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(visit[".trip"]).ToContainTextAsync("9 people");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("count=9"));
    });

    public static TheoryData<string, string, string> Typed => FullRun.Of<TheoryData<string, string, string>>(
        new() { { "en", "iphnoe 15 pro", "iPhone 15 Pro" }, { "zh-hans", "小米14", "Xiaomi 14" } },
        new()
        {
            { "en", "iphnoe 15 pro", "iPhone 15 Pro" },
            { "en", "galaxy samsung s23", "Galaxy S23" },
            { "zh-hans", "小米14", "Xiaomi 14" },
            { "zh-hans", "苹果15", "iPhone 15" },
        });

    [Theory]
    [MemberData(nameof(Typed))]
    public Task A_phone_is_suggested_as_one_types_and_picked_by_keyboard(string language, string typed, string expected) =>
        browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync($"/{language}/result?people=1&{Trip}");
        await visit[Phone].PressSequentiallyAsync(typed);
        var first = visit[".suggestions [role=option]"].First;
        await Expect(first).ToContainTextAsync(expected);
        await Expect(visit[Phone]).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(visit[Phone]).ToHaveAttributeAsync("aria-activedescendant", await first.GetAttributeAsync("id") ?? "no id");
        var name = await first.InnerTextAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit[Phone]).ToHaveValueAsync(name);
        await Expect(visit[".suggestions:visible"]).ToHaveCountAsync(0);
        await Expect(visit[Phone]).ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("travelers%5B0%5D.phone=" + Regex.Escape(name.Replace(' ', '+'))));
    });

    [Fact]
    public Task Suggestions_close_by_escape_and_leave_what_was_typed() => browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync("/en");
        await visit[Phone].PressSequentiallyAsync("pixel");
        await Expect(visit[".suggestions:visible [role=option]"]).Not.ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit[".suggestions:visible"]).ToHaveCountAsync(0);
        await Expect(visit[Phone]).ToHaveValueAsync("pixel");
        await Expect(visit[Phone]).ToHaveAttributeAsync("aria-expanded", "false");
    });

    [Theory]
    [InlineData("/en/result?people=1&" + Trip, "#whyNot")]
    [InlineData("/en/check", "#lines-0-planId")]
    public Task The_names_of_plans_are_in_the_page_once_somebody_comes_to_their_field(string address, string field) =>
        browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync(address);
        await Expect(visit["datalist#plans"]).ToHaveCountAsync(0);
        await visit[field].FocusAsync();
        await Expect(visit["datalist#plans option[value='Airalo Moshi Moshi 1 GB / 3 days']"]).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Where_the_search_does_not_answer_the_browser_offers_its_own_list_of_phones() =>
        browser.VisitAsync(new Screen(), async visit =>
    {
        await visit.GoAsync("/en");
        await visit.Page.RouteAsync("**/api/v1/devices?**", route => route.AbortAsync("internetdisconnected"));
        await visit[Phone].PressSequentiallyAsync("pixel");
        await Expect(visit[Phone]).ToHaveAttributeAsync("list", "phones");
        await Expect(visit["datalist#phones option[value='Pixel 8']"]).ToHaveCountAsync(1);
    }, mayFail: true);

    public static TheoryData<string, int, bool> Longest => FullRun.Of(
        new TheoryData<string, int, bool> { { "zh-hans", 360, true } },
        new TheoryData<string, int, bool>
        {
            { "zh-hans", 360, true },
            { "en", 360, true },
            { "en", 1280, false },
            { "zh-hans", 360, false },
            { "zh-hans", 1280, false },
        });

    [Theory]
    [MemberData(nameof(Longest))]
    public Task From_the_first_form_to_a_card_for_each_traveler_to_hours_and_back_to_the_answer(
        string language, int width, bool hasScript) =>
        browser.VisitAsync(new Screen(width, HasScript: hasScript), async visit =>
        {
            await visit.GoAsync("/" + language);
            await visit[People].FillAsync("1");
            await visit["#trip-arrival"].FillAsync("2026-12-05");
            await visit["#trip-departure"].FillAsync("2026-12-12");
            await visit["button[formaction$='/travelers']"].ClickAsync();
            await Expect(visit[".traveler"]).ToHaveCountAsync(1);
            await visit["#travelers-0-name"].FillAsync("Ana");
            await visit["button[name=add]"].ClickAsync();
            await Expect(visit[".traveler"]).ToHaveCountAsync(2);
            await Expect(visit["#travelers-0-name"]).ToHaveValueAsync("Ana");
            await visit["#travelers-1-name"].FillAsync("Tom");
            await visit["button[name=for][value='1']"].ClickAsync();
            await visit["#travelers-1-usage-activities-video"].FillAsync("3");
            await visit["form.usage button"].ClickAsync();
            await Expect(visit["#answer"]).ToContainTextAsync("1.03");
            await visit["#answer a.button"].ClickAsync();
            await Expect(visit["#travelers-1-usage-activities-video"]).ToHaveValueAsync("3");
            await visit["#trip-form > button[type=submit]:not(.default)"].ClickAsync();
            await Expect(visit["#advice"]).ToContainTextAsync("Tom");
            await Expect(visit[".trip"]).ToContainTextAsync("2");
            await visit["button[formaction$='/travelers']"].ClickAsync();
            await visit["button[name=remove]"].First.ClickAsync();
            await Expect(visit[".traveler"]).ToHaveCountAsync(1);
            await Expect(visit["#travelers-1-name"]).ToHaveValueAsync("Tom");
            await Expect(visit["#trip-departure"]).ToHaveValueAsync("2026-12-12");
        });

    private static Task<double> TopAsync(Visit visit) =>
        visit["#trip-form"].EvaluateAsync<double>("form => form.getBoundingClientRect().top");
}
