using Deque.AxeCore.Commons;
using JapanEsimAdvisor.Web.Tests.Languages;
using Microsoft.Playwright;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>WCAG 2.2 AA as far as a machine can tell, and the sizes a machine can measure, on every kind of page.</summary>
/// <remarks>A browser of its own: the long looks at every page need not wait for the journeys, nor these for them.</remarks>
public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int A4 = 794;

    private static readonly int[] Narrow = [360, 320];

    private static readonly object Rules = new
    {
        runOnly = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
        rules = new Dictionary<string, object> { ["target-size"] = new { enabled = true } },
        resultTypes = new[] { "violations" },
        preload = false,
    };

    private static readonly object Contrast = new { runOnly = new[] { "color-contrast" } };

    private static readonly object Measured = new
    {
        runOnly = new[] { "color-contrast", "target-size" },
        rules = new Dictionary<string, object> { ["target-size"] = new { enabled = true } },
    };

    /// <summary>Every rule on a phone; on a party in the dark what is measured there anew.</summary>
    private static readonly (int Width, ColorScheme Scheme, object Rules)[] Looks =
    [
        (360, ColorScheme.Light, Rules),
        (1280, ColorScheme.Dark, Measured),
    ];

    /// <summary>Every rule at each width and in each scheme; contrast, the one rule that depends on both, in all four.</summary>
    private static readonly (int Width, ColorScheme Scheme, object Rules)[] AllLooks =
    [
        (360, ColorScheme.Light, Rules), (360, ColorScheme.Dark, Contrast), (1280, ColorScheme.Dark, Rules),
        (1280, ColorScheme.Light, Contrast),
    ];

    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["home"] = "",
        ["guides"] = "/guides",
        ["guide"] = "/guides/long-stays",
        ["solo"] = "/result?people=1&trip.arrival=2026-12-05&trip.departure=2026-12-12",
        ["family"] = "/result?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=2&travelers[1].phone=iPhone+8"
            + "&trip.arrival=2026-12-05&trip.departure=2026-12-19&everyone.apart=sometimes&trip.homeCountry=US&trip.airport=NRT&"
                + "preferences.currency=USD",
        ["asked"] = "/result?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[0].group=A&travelers[1].count=3&"
            + "travelers[1].phone=Pixel+8&travelers[1].group=B&travelers[1].neverAlone=true"
            + "&trip.arrival=2026-12-05&trip.departure=2026-12-19&everyone.hoursApartPerDay=4&trip.homeCountry=US&"
                + "whyNot=airalo-moshi-moshi-5-gb-15-days,airalo-asia-1-gb-3-days,abacus&preferences.basket=gone",
        ["infeasible"] =
            "/result?travelers[0].count=1&travelers[0].phone=iPhone+8&trip.arrival=2026-11-23&trip.departure=2026-11-24&"
                + "trip.airport=NRT&trip.arrivalTime=23:30",
        ["group"] = "/result?people=30&trip.arrival=2026-12-05&trip.departure=2026-12-12&everyone.usage.profile=heavy",
        ["error"] =
            "/result?travelers[0].count=2&travelers[0].phone=no+such+phone&trip.arrival=2026-12-12&trip.departure=2026-12-05&"
                + "trip.airport=NRT",
        ["travelers"] = "/travelers?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=1&travelers[1].name=Tom&"
            + "travelers[1].phone=Pixel+8&travelers[1].neverAlone=true&travelers[1].homeOperator=google-fi"
            + "&travelers[1].usage.activities.maps=1&travelers[1].devices=iPad+mini+(A17+Pro)&trip.arrival=2026-12-05&"
                + "trip.departure=2026-12-12",
        ["travelers-wrong"] = "/result?travelers[0].count=1&travelers[0].name=Ana&travelers[1].usage.gbPerDay=x&"
            + "travelers[1].devices=no+such+device&travelers[1].homeOperator=nobody&trip.arrival=2026-12-12&trip.departure=2026-12-05",
        ["usage"] =
            "/usage?trip.arrival=2026-12-05&trip.departure=2026-12-12&everyone.usage.activities.maps=1&everyone.usage.activities.video=2",
        ["usage-wrong"] = "/usage?everyone.usage.activities.video=25",
        ["not-found"] = "/no-such-page",
        ["plans"] = "/plans?medium=pocket-wifi",
        ["plans-wrong"] = "/plans?days=0&minGb=x",
        ["plan"] = "/plans/airalo-moshi-moshi-5-gb-7-days?people=2&days=10",
        ["no-plan"] = "/plans/airalo-moshi-99",
        ["devices"] = "/devices?q=iphone+15",
        ["device"] = "/devices/apple-iphone-15",
        ["about"] = "/about",
        ["partners"] = "/partners",
        ["partners-built"] = "/partners?people=2&days=7&lang=ja&currency=CNY&key=pk_0123456789_abcdefghijkl",
        ["partners-wrong"] = "/partners?people=0&days=x&currency=XXX&key=sk_1",
        ["saved-now"] = "",
        ["saved"] = "",
        ["no-trip"] = "/t/no-such-trip",
        ["check"] = "/check",
        ["offline"] = "/offline",
        ["checked"] =
            "/check?trip.arrival=2026-11-20&trip.departure=2026-11-29&people=2&lines[0].planId=airalo-moshi-moshi-5-gb-7-days&"
                + "lines[0].gbUsed=4.5",
        ["check-error"] = "/check?trip.arrival=2026-11-20&people=0&lines[0].planId=moshi+moshi+5&lines[0].gbUsed=-1",
    };

    /// <summary>The pages of a usual journey.</summary>
    private static readonly string[] Usual = ["home", "family", "travelers", "plans", "plan", "check"];

    /// <summary>
    /// Every page in English, the usual ones in the language of the longest lines; in a full run every page in every
    /// language.
    /// </summary>
    public static TheoryData<string, string> Pages =>
    [
        .. from page in Addresses.Keys
           from language in Source.Languages.Select(tag => tag.ToLowerInvariant())
           where FullRun.IsOn || language == "en" || (language == "ja" && Usual.Contains(page))
           select new TheoryDataRow<string, string>(page, language),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_can_be_read_and_touched_on_a_phone_at_a_desk_and_on_paper(string page, string language) =>
        LookAsync(page, language, async visit =>
    {
        await LaidOutAsync(visit);
        await FitsNarrowPhonesAsync(visit);
        await FitsPaperAsync(visit);
        await HasNoKnownBarrierAsync(visit, LooksIn(language));
    });

    /// <summary>
    /// Other languages differ in texts alone: in a full run the second is looked at as the first, and one look at each
    /// of the others finds what texts do.
    /// </summary>
    private static (int Width, ColorScheme Scheme, object Rules)[] LooksIn(string language) => language switch
    {
        "en" => FullRun.Of(Looks, AllLooks),
        "zh-hans" => FullRun.Of([], AllLooks),
        _ => FullRun.Of([], AllLooks[..1]),
    };

    private static async Task HasNoKnownBarrierAsync(Visit visit, IEnumerable<(int Width, ColorScheme Scheme, object Rules)> looks)
    {
        await visit.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var (width, scheme, rules) in looks)
        {
            await visit.Page.SetViewportSizeAsync(width, 740);
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = scheme });
            Visit.None(await visit.Page.EvaluateAsync<string[]>(
                """
                async rules => (await axe.run(rules)).violations
                    .flatMap(rule => rule.nodes.map(node => `${innerWidth} ${rule.id}: ${node.html}`))
                """,
                rules));
        }
    }

    /// <summary>Here everything is measured at once; a reader sees each section laid out when it comes near.</summary>
    private static async Task LaidOutAsync(Visit visit) => await visit.Page.EvaluateAsync(
        """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { content-visibility: visible !important }');
            document.adoptedStyleSheets.push(sheet);
        }
        """);

    private static async Task FitsNarrowPhonesAsync(Visit visit)
    {
        foreach (var width in Narrow)
        {
            await visit.Page.SetViewportSizeAsync(width, 740);
            Visit.None(await visit.Page.EvaluateAsync<string[]>(
                """
                () => [
                    ...[...document.querySelectorAll('body *')]
                        .filter(element => element.checkVisibility() && (element.getBoundingClientRect().right > innerWidth + .5
                            || element.scrollWidth > element.clientWidth + 1
                                && getComputedStyle(element).display !== 'inline'
                                && !element.matches('input, select, option')))
                        .map(element => `wider than ${innerWidth}: ${element.outerHTML.slice(0, 120)}`),
                    ...[...document.querySelectorAll('a, button, input, select, summary')]
                        .filter(element => element.checkVisibility())
                        .map(element => [element, element.getBoundingClientRect(), element.matches('a:not(.button)') ? 24 : 44])
                        .filter(([, box, least]) => box.height < least || box.width < least)
                        .map(([element, box]) => `${box.width} × ${box.height}: ${element.outerHTML.slice(0, 120)}`),
                ]
                """));
        }
    }

    private static async Task FitsPaperAsync(Visit visit)
    {
        await visit.Page.SetViewportSizeAsync(A4, 1123);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Visit.None(await visit.Page.EvaluateAsync<string[]>(
            """
            () => [
                ...[...document.querySelectorAll('.sign, .sign *, .buy *, .tasks *, .emergency, .emergency *, .emergency-facts *, '
                    + '.warnings *, .purchases *, .scroll *')]
                    .filter(element => !element.checkVisibility() && !element.closest('a[href^="#"], .choose, .on-screen'))
                    .map(element => `hidden: ${element.outerHTML.slice(0, 120)}`),
                ...[...document.querySelectorAll('main *')]
                    .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + .5)
                    .map(element => `cut off: ${element.outerHTML.slice(0, 120)}`),
                ...[...document.querySelectorAll('body, main *')]
                    .filter(element => element.checkVisibility() && !element.matches('input, select, option')
                        && !/^(rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/.test(getComputedStyle(element).backgroundColor))
                    .map(element => `prints on a background: ${element.outerHTML.slice(0, 120)}`),
            ]
            """));
    }

    private Task LookAsync(string page, string language, Func<Visit, Task> looking) =>
        browser.VisitAsync(new Screen(HasWorker: false), async visit =>
    {
        await visit.GoAsync(
            $"/{language}{Addresses[page is "saved" or "saved-now" ? "family" : page]}",
            page switch
            {
                "error" or "plans-wrong" or "check-error" or "travelers-wrong" or "usage-wrong" or "partners-wrong"
                => 400,
                "not-found" or "no-plan" or "no-trip" => 404,
                _ => 200
            });
        if (page is "saved" or "saved-now")
        {
            await visit["#sharing button"].ClickAsync();
            await Assertions.Expect(visit["#key"]).ToBeVisibleAsync();
        }

        if (page is "saved")
        {
            await visit["main a.button"].ClickAsync();
            await Assertions.Expect(visit["#bought"]).ToBeVisibleAsync();
        }

        await looking(visit);
    });
}
