using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(JapanEsimAdvisor.Web.Tests.Browser.BrowserSite))]

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>The site on a real loopback port, started when the first browser asks for it and the same for all of them.</summary>
public sealed class BrowserSite : SiteFixture
{
    private readonly Lock _starting = new();

    private string? _address;

    /// <summary>Without a slash at the end.</summary>
    public string Address
    {
        get
        {
            lock (_starting)
            {
                return _address ??= Start();
            }
        }
    }

    /// <summary>Runs without a browser need no such site.</summary>
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private string Start()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }
}

/// <summary>A browser that visits the site.</summary>
public sealed class BrowserFixture(BrowserSite site) : IAsyncLifetime
{
    /// <summary>Milliseconds that nothing waits unless it hangs, however busy the machine is.</summary>
    public const int Hanging = 120_000;

    private const int Height = 740;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run",
        "--disable-component-update", "--disable-sync",
        "--lang=en-US",
    ];

    private IPlaywright? _playwright;

    private IBrowser? _browser;

    private readonly Dictionary<Screen, IPage> _free = [];

    /// <summary>The site's own address, without a slash at the end.</summary>
    public string Address => site.Address;

    public async ValueTask InitializeAsync()
    {
        var program = await Chromium.FindAsync();
        Assertions.SetDefaultExpectTimeout(Hanging);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>
    /// The publishable key of a new partner, which the site knows from now on: keys once read are trusted for some
    /// seconds of its clock.
    /// </summary>
    /// <param name="origin">Where the partner's pages stand.</param>
    /// <param name="link">Its link template.</param>
    public async Task<string> KeyOfPartnerAsync(string origin, string link)
    {
        using var scope = site.Services.CreateScope();
        Assert.True(LinkTemplate.TryRead(link, out var template, out var problem), problem);
        var partner = new NewPartner("Agency", [origin], template, null);
        var (_, _, publishable) = await scope.ServiceProvider
            .GetRequiredService<PartnerStore>()
            .AddAsync(partner, TestContext.Current.CancellationToken);
        ((FakeTimeProvider)site.Services.GetRequiredService<TimeProvider>()).Advance(PartnerDirectory.Trusted);
        return publishable;
    }

    /// <summary>
    /// Visits the site as somebody who was never there, does what is asked, and checks that it all went quietly: no
    /// console message, no failed or foreign request.
    /// </summary>
    /// <param name="mayFail">Where the network is taken away on purpose, requests fail.</param>
    /// <param name="host">A site of another origin that may be asked too, without a slash at the end.</param>
    public async Task VisitAsync(Screen screen, Func<Visit, Task> visiting, bool mayFail = false, string? host = null)
    {
        if (HasWorker(screen))
        {
            var page = await OpenAsync(screen);
            await using (page.Context)
            {
                await VisitAsync(page, visiting, mayFail, host);
            }
        }
        else
        {
            var page = await EmptyAsync(screen);
            await VisitAsync(page, visiting, mayFail, host);
            _free[screen] = page;
        }
    }

    private static bool HasWorker(Screen screen) => screen.HasWorker ?? FullRun.IsOn;

    /// <summary>
    /// A page that a visit before has left in good order, else a new one: to open one takes longer than most visits.
    /// Cookies, routes and permissions go; the site stores nothing else without its service worker.
    /// </summary>
    private async Task<IPage> EmptyAsync(Screen screen)
    {
        if (!_free.Remove(screen, out var page))
        {
            return await OpenAsync(screen);
        }

        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await page.Context.ClearCookiesAsync();
        await page.Context.ClearPermissionsAsync();
        await page.Context.SetOfflineAsync(false);
        await page.SetViewportSizeAsync(screen.Width, Height);
        await page.EmulateMediaAsync(new() { Media = Media.Null, ColorScheme = screen.Scheme });
        return page;
    }

    private async Task<IPage> OpenAsync(Screen screen)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = "en-US",
            JavaScriptEnabled = screen.HasScript,
            ColorScheme = screen.Scheme,
            ViewportSize = new() { Width = screen.Width, Height = Height },
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = HasWorker(screen) ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(Hanging);
        return await context.NewPageAsync();
    }

    private async Task VisitAsync(IPage page, Func<Visit, Task> visiting, bool mayFail = false, string? host = null)
    {
        using var visit = new Visit(page, [Address, .. host is null ? [] : new[] { host }]);
        await visiting(visit);
        Visit.None(visit.Noise.Where(noise => !mayFail || !noise.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)));
    }
}

/// <summary>Journeys share a browser, and Playwright wants one caller at a time.</summary>
[CollectionDefinition(nameof(OneBrowser))]
public sealed class OneBrowser : ICollectionFixture<BrowserFixture>;

/// <summary>How the page is looked at.</summary>
/// <param name="HasWorker">
/// Without the service worker a visit does not fetch what is kept for later: quicker where only the page itself is
/// looked at. Null: in a full run alone.
/// </param>
public sealed record Screen(int Width = 360, ColorScheme Scheme = ColorScheme.Light, bool HasScript = true, bool? HasWorker = null);
