using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>The widget on a partner's page: another origin, the strictest policy of contents.</summary>
[Collection(nameof(OneBrowser))]
public sealed partial class WidgetTests(BrowserFixture browser)
{
    private const string Question = "people=4&trip.days=10&preferences.currency=EUR";

    private const string Template = "https://go.agency.example/?to={url}";

    private const string White = "rgb(255, 255, 255)";

    private static readonly object Rules = new
    {
        runOnly = new[]
    {
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
    },
        rules = new Dictionary<string, object> { ["target-size"] = new { enabled = true } }
    };

    public static TheoryData<string, int, ColorScheme> Colors => FullRun.Of<TheoryData<string, int, ColorScheme>>(
        new() { { "en", 360, ColorScheme.Light }, { "zh-Hans", 360, ColorScheme.Dark } },
        new()
        {
            { "en", 360, ColorScheme.Light },
            { "en", 1280, ColorScheme.Dark },
            { "zh-Hans", 360, ColorScheme.Dark },
            { "zh-Hans", 1280, ColorScheme.Light },
        });

    [Theory]
    [MemberData(nameof(Colors))]
    public Task It_shows_the_answer_of_the_API_in_the_colors_of_the_page_without_barriers_cookies_or_third_parties(
        string language, int width, ColorScheme scheme) =>
        OnAPageAsync($"""<japan-data-advisor people="4" days="10" lang="{language}" currency="EUR"></japan-data-advisor>""", new Screen(
            width, scheme), async visit =>
        {
            var answer = await AnswerAsync(visit, $"{Question}&lang={language}");
            await Expect(visit["h2"]).ToHaveTextAsync(answer.GetProperty("headline").GetString()!);
            await Expect(visit[".buy li"]).ToHaveCountAsync(answer.GetProperty("purchases").GetArrayLength());
            await Expect(visit["dl"]).ToContainTextAsync(answer.GetProperty("risk").GetProperty("text").GetString()!);
            var bought = answer.GetProperty("purchases")[0];
            await Expect(visit[".buy li"].First).ToContainTextAsync(bought.GetProperty("name").GetString()!);
            await Expect(visit[".buy li"].First).ToContainTextAsync(bought.GetProperty("buyerName").GetString()!);
            await Expect(visit[$".links a[href='{bought.GetProperty("buyUrl").GetString()}']"].First).ToBeVisibleAsync();
            await Expect(visit[$".links a[href='{bought.GetProperty("source").GetString()}']"].First).ToBeVisibleAsync();
            var euros = answer
                .GetProperty("cost")
                .GetProperty("price")
                .GetProperty("amount")
                .GetDecimal()
                .ToString("N2", System.Globalization.CultureInfo.InvariantCulture);
            await Expect(visit["dl"]).ToContainTextAsync(euros);

            Assert.Equal(
                scheme == ColorScheme.Light,
                await visit["section"].EvaluateAsync<string>("section => getComputedStyle(section).backgroundColor") == White);
            Assert.Empty(await visit.Page.Context.CookiesAsync());
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
            Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
            Visit.None(await BarriersAsync(visit));
        });

    [Fact]
    public Task The_whole_advice_behind_its_link_is_the_same_answer() =>
        OnAPageAsync("""<japan-data-advisor people="4" days="10" currency="EUR"></japan-data-advisor>""", new Screen(), async visit =>
    {
        var headline = await visit["h2"].InnerTextAsync();
        var link = visit[".full a"];
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        await visit.Page.GotoAsync((await link.GetAttributeAsync("href"))!);

        await Expect(visit.Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(browser.Address) + "/en/result"));
        await Expect(visit.Heading).ToHaveTextAsync(headline);
    });

    /// <summary>
    /// Attributes of the widget say nothing of residents, who may buy such a plan: the API is asked for one in their
    /// place.
    /// </summary>
    [Fact]
    public Task A_months_plan_over_75_days_is_one_order() =>
        OnAPageAsync("""<japan-data-advisor people="1" days="75"></japan-data-advisor>""", new Screen(), async visit =>
    {
        var order = visit[".buy li"].First.Locator("p").Nth(1);

        await Expect(order).ToHaveTextAsync(new Regex("ahamo"));
        await Expect(order).Not.ToContainTextAsync("×");
    }, arriving: visit => visit.Page.RouteAsync("**/api/v1/recommendations**", async route =>
    {
        var answer = await visit.Page.APIRequest.PostAsync(
            $"{browser.Address}/api/v1/recommendations",
            new()
            {
                DataString = SampleTrips.ResidentFor75Days,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
            });
        await route.FulfillAsync(
            new()
            {
                Status = answer.Status,
                Body = await answer.TextAsync(),
                ContentType = "application/json",
                Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            });
    }));

    [Theory]
    [InlineData("light", ColorScheme.Dark, true)]
    [InlineData("dark", ColorScheme.Light, false)]
    public Task A_page_that_has_one_scheme_keeps_it(string page, ColorScheme reader, bool isWhite) =>
        OnAPageAsync("<japan-data-advisor></japan-data-advisor>", new Screen(Scheme: reader), async visit =>
    {
        await Expect(visit["h2"]).ToBeVisibleAsync();
        Assert.Equal(
            isWhite,
            await visit["section"].EvaluateAsync<string>("section => getComputedStyle(section).backgroundColor") == White);
    }, scheme: page);

    [Fact]
    public Task With_the_keyboard_alone_one_changes_people_hears_the_answer_and_reaches_every_link() =>
        OnAPageAsync("""<japan-data-advisor people="4" days="10"></japan-data-advisor>""", new Screen(), async visit =>
    {
        var before = await visit["h2"].InnerTextAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("people", await FocusedAsync(visit));
        await visit.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await visit.Page.Keyboard.TypeAsync("1");

        await Expect(visit["h2"]).Not.ToHaveTextAsync(before);
        await Expect(visit["[role=status]"]).ToContainTextAsync(await visit["h2"].InnerTextAsync());
        await Expect(visit[".full a"]).ToHaveAttributeAsync("href", new Regex("people=1&"));
        Assert.Equal("people", await FocusedAsync(visit));
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("days", await FocusedAsync(visit));
        for (var links = await visit["a"].CountAsync(); links > 0; links--)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.StartsWith("http", await FocusedAsync(visit), StringComparison.Ordinal);
        }

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit["details li"].First).ToBeVisibleAsync();
        Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>(
            "() => getComputedStyle(document.querySelector('japan-data-advisor').shadowRoot.activeElement).outlineStyle"));
    });

    [Theory]
    [InlineData("en", "Something went wrong on our side", "Try again")]
    [InlineData("zh-Hans", "服务器出错", "重试")]
    public Task A_failure_of_the_API_is_said_and_can_be_tried_again(string language, string text, string retry) =>
        OnAPageAsync($"""<japan-data-advisor lang="{language}"></japan-data-advisor>""", new Screen(), async visit =>
    {
        await Expect(visit["[role=alert]"]).ToHaveTextAsync(text);
        Visit.None(await BarriersAsync(visit));
        await visit.Page.UnrouteAsync("**/api/v1/**");
        await visit["button"].FocusAsync();
        await Expect(visit["button"]).ToHaveTextAsync(retry);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit["h2"]).ToBeVisibleAsync();
        await Expect(visit["[role=alert]"]).ToHaveCountAsync(0);
        Assert.Equal("answer", await FocusedAsync(visit));
    }, arriving: visit => RefuseAsync(visit, 500));

    [Fact]
    public Task Past_the_quota_it_says_from_when_on_one_may_ask_again() =>
        OnAPageAsync("<japan-data-advisor></japan-data-advisor>", new Screen(), async visit =>
    {
        await Expect(visit["[role=alert]"]).ToHaveTextAsync(TimePattern());
    }, arriving: visit => RefuseAsync(visit, 429, ("Retry-After", "90")));

    [Fact]
    public Task Without_a_network_it_says_that_no_answer_came() =>
        OnAPageAsync("<japan-data-advisor></japan-data-advisor>", new Screen(), async visit =>
    {
        await Expect(visit["[role=alert]"]).ToContainTextAsync("No answer came");
        await Expect(visit["button"]).ToBeVisibleAsync();
    }, arriving: async visit =>
    {
        visit.MayFail = true;
        await visit.Page.RouteAsync("**/api/v1/**", route => route.AbortAsync());
    });

    [Theory]
    [InlineData("people=\"99\"", "People", "60")]
    [InlineData("days=\"x\"", "Days in Japan", "form")]
    [InlineData("currency=\"EURO\"", "currency", "EURO")]
    [InlineData("arrival=\"tomorrow\"", "arrival", "2027-04-02")]
    [InlineData("usage=\"huge\"", "usage", "huge")]
    [InlineData("lang=\"xx\"", "xx", "zh-Hans")]
    public Task An_attribute_that_is_wrong_is_named_in_place(string attribute, string name, string text) =>
        OnAPageAsync($"<japan-data-advisor {attribute}></japan-data-advisor>", new Screen(), async visit =>
    {
        await Expect(visit["[role=alert]"]).ToContainTextAsync(name);
        await Expect(visit["[role=alert]"]).ToContainTextAsync(text);
        await Expect(visit["h2"]).ToHaveCountAsync(0);
    }, arriving: visit => Task.FromResult(visit.MayFail = true));

    [Fact]
    public Task A_key_is_sent_in_its_header_and_never_in_an_address() =>
        OnAPageAsync("""<japan-data-advisor key="pk_0123456789_abcdefghijkl"></japan-data-advisor>""", new Screen(), async visit =>
    {
        await Expect(visit["[role=alert]"]).ToContainTextAsync("pk_0123456789_abcdefghijkl");
        await Expect(visit["[role=alert]"]).Not.ToContainTextAsync("?");
    }, arriving: async visit =>
    {
        visit.MayFail = true;
        visit.Refusals = [403];
        await visit.Page.RouteAsync(
            "**/api/v1/**",
            route => route.FulfillAsync(
                Refusal(403, route.Request.Headers["x-api-key"], route.Request.Url.Contains("pk_", StringComparison.Ordinal) ? "?" : "-")));
    });

    [Fact]
    public Task With_a_partners_key_on_its_own_page_buy_links_are_the_partners_and_the_answer_is_the_same() =>
        OnAPageAsync("<japan-data-advisor></japan-data-advisor>", new Screen(), async visit =>
    {
        var (headline, figures) = (await visit["h2"].InnerTextAsync(), await visit["dl"].InnerTextAsync());
        await SetKeyAsync(visit, await browser.KeyOfPartnerAsync(new Uri(visit.Page.Url).GetLeftPart(UriPartial.Authority), Template));

        await Expect(visit[".links a"].First).ToHaveAttributeAsync("href", new Regex(@"^https://go\.agency\.example/\?to=https%3A"));
        Assert.Equal((headline, figures), (await visit["h2"].InnerTextAsync(), await visit["dl"].InnerTextAsync()));
    });

    [Fact]
    public Task A_key_of_another_site_is_refused_in_words() =>
        OnAPageAsync("<japan-data-advisor></japan-data-advisor>", new Screen(), async visit =>
    {
        await Expect(visit["h2"]).ToBeVisibleAsync();
        (visit.MayFail, visit.Refusals) = (true, [403]);
        await SetKeyAsync(visit, await browser.KeyOfPartnerAsync("https://agency.example", Template));

        await Expect(visit["[role=alert]"]).ToContainTextAsync("This key does not work on this site");
    });

    [Fact]
    public async Task A_key_that_is_not_publishable_is_not_sent_at_all()
    {
        var asked = new List<string>();
        await OnAPageAsync("""<japan-data-advisor key="sk_0123456789_abcdefghijkl"></japan-data-advisor>""", new Screen(), async visit =>
        {
            await Expect(visit["[role=alert]"]).ToContainTextAsync("pk_");
            Assert.Equal(
                [browser.Address + "/widget/v1.js"],
                asked.Where(url => url.StartsWith(browser.Address, StringComparison.Ordinal)));
        }, arriving: visit =>
        {
            visit.Page.Request += (_, request) => asked.Add(request.Url);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public Task It_speaks_the_pages_language_and_follows_another_one() =>
        OnAPageAsync("<japan-data-advisor></japan-data-advisor>", new Screen(), async visit =>
    {
        await Expect(visit["label"].First).ToHaveTextAsync("人數");
        await Expect(visit["section"]).ToHaveAttributeAsync("lang", "zh-Hant");
        await visit["japan-data-advisor"].EvaluateAsync("element => element.lang = 'ja'");

        await Expect(visit["label"].Nth(1)).ToHaveTextAsync("滞在日数");
        await Expect(visit[".full a"]).ToHaveAttributeAsync("href", new Regex("/ja/result"));
    }, language: "zh-TW");

    /// <summary>The recommended way as the API tells it.</summary>
    private async Task<JsonElement> AnswerAsync(Visit visit, string question)
    {
        var response = await visit.Page.APIRequest.GetAsync($"{browser.Address}/api/v1/recommendations?{question}");
        var answer = (await response.JsonAsync())!.Value;
        return answer
            .GetProperty("strategies")
            .EnumerateArray()
            .Single(way => way.GetProperty("strategy").GetString() == answer.GetProperty("recommended").GetString());
    }

    private async Task OnAPageAsync(string widget, Screen screen, Func<Visit, Task> looking, Func<Visit, Task>? arriving =
        null, string language = "en", string scheme = "light dark")
    {
        await using var host = await AgencyPage.StartAsync(browser.Address, widget, language, scheme);
        await browser.VisitAsync(screen, async visit =>
        {
            await (arriving?.Invoke(visit) ?? Task.CompletedTask);
            await visit.GoAsync(host.Address + "/");
            await looking(visit);
        }, host: host.Address);
    }

    private static async Task SetKeyAsync(Visit visit, string key) =>
        await visit["japan-data-advisor"].EvaluateAsync("(element, key) => element.setAttribute('key', key)", key);

    private static async Task RefuseAsync(Visit visit, int status, params (string Name, string Value)[] headers)
    {
        visit.MayFail = true;
        visit.Refusals = [status];
        await visit.Page.RouteAsync("**/api/v1/**", route => route.FulfillAsync(Refusal(status, "-", "-", headers)));
    }

    private static RouteFulfillOptions Refusal(
        int status, string title, string detail, params (string Name, string Value)[] headers) => new()
        {
            Status = status,
            ContentType = "application/problem+json",
            Headers = headers
            .Append(("Access-Control-Allow-Origin", "*"))
            .Append(("Access-Control-Expose-Headers", "Retry-After"))
            .ToDictionary(header => header.Item1, header => header.Item2),
            Body = JsonSerializer.Serialize(new { status, title, detail }),
        };

    private static Task<string> FocusedAsync(Visit visit) => visit.Page.EvaluateAsync<string>(
        "() => { const focused = document.querySelector('japan-data-advisor').shadowRoot.activeElement; return focused?.href || "
            + "focused?.id || focused?.className || ''; }");

    private static async Task<string[]> BarriersAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        return await visit.Page.EvaluateAsync<string[]>(
            "async rules => (await axe.run(rules)).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))", Rules);
    }

    [GeneratedRegex(@"^Too many questions at the moment\. Try again from \d{1,2}:\d{2}\s[AP]M\.$")]
    private static partial Regex TimePattern();
}
