using JapanEsimAdvisor.Web.Partners;
using JapanEsimAdvisor.Web.Partners.Links;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>A browser and a site on a real loopback port; each visit has a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const int Phone = 740;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run", "--disable-component-update", "--disable-sync",
        "--lang=en-US",
    ];

    private readonly SiteFixture _site = new();

    private IPlaywright? _playwright;

    private IBrowser? _browser;

    /// <summary>The site's own address, without a slash at the end.</summary>
    public string Address { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _site.UseKestrel(0);
        _site.StartServer();
        Address = _site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var program = await Chromium.FindAsync();
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
        await _site.DisposeAsync();
    }

    /// <summary>The publishable key of a new partner, which the site knows from now on: keys once read are trusted for some seconds of its clock.</summary>
    /// <param name="origin">Where the partner's pages stand.</param>
    /// <param name="link">Its link template.</param>
    public async Task<string> KeyOfPartnerAsync(string origin, string link)
    {
        using var scope = _site.Services.CreateScope();
        Assert.True(LinkTemplate.TryRead(link, out var template, out var problem), problem);
        var partner = new NewPartner("Agency", [origin], template, null);
        var (_, _, publishable) = await scope.ServiceProvider.GetRequiredService<PartnerStore>().AddAsync(partner, TestContext.Current.CancellationToken);
        ((FakeTimeProvider)_site.Services.GetRequiredService<TimeProvider>()).Advance(PartnerDirectory.Trusted);
        return publishable;
    }

    /// <summary>Opens a fresh page, does what is asked, and checks that it all went quietly: no console message, no failed or foreign request.</summary>
    /// <param name="mayFail">Where the network is taken away on purpose, requests fail.</param>
    /// <param name="host">A site of another origin that may be asked too, without a slash at the end.</param>
    public async Task VisitAsync(Screen screen, Func<Visit, Task> visiting, bool mayFail = false, string? host = null)
    {
        await using var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = "en-US",
            JavaScriptEnabled = screen.HasScript,
            ColorScheme = screen.Scheme,
            ViewportSize = new() { Width = screen.Width, Height = Phone },
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = screen.HasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(10_000);
        var visit = new Visit(await context.NewPageAsync(), [Address, .. host is null ? [] : new[] { host }]);
        await visiting(visit);
        Visit.None(visit.Noise.Where(noise => !mayFail || !noise.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)));
    }
}

/// <summary>Journeys share a browser, and Playwright wants one caller at a time.</summary>
[CollectionDefinition(nameof(OneBrowser))]
public sealed class OneBrowser : ICollectionFixture<BrowserFixture>;

/// <summary>How the page is looked at.</summary>
/// <param name="HasWorker">Without the service worker a visit does not fetch what is kept for later: quicker where only the page itself is looked at.</param>
public sealed record Screen(int Width = 360, ColorScheme Scheme = ColorScheme.Light, bool HasScript = true, bool HasWorker = true);
