using System.Net;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Hosting.Commands;
using JapanEsimAdvisor.Web.Partners;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>
/// The site with partners of its own, as in production: a small catalog unless the real one is asked for, and callers
/// from any address.
/// </summary>
internal sealed partial class PartnerSite(params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public const string Origin = "https://agency.example";

    public const string Profiles = "/api/v1/usage-profiles";

    private const string From = "Test-Address";

    private readonly CatalogFolder _shelf = new();

    public bool HasRealCatalog { get; init; }

    public Action<IServiceCollection>? Change { get; init; }

    public FakeTimeProvider Clock => _shelf.Clock;

    public string Database => _shelf.Partners;

    /// <summary>The header by which a test says where its connection comes from.</summary>
    public static (string, string) Address(string address) => (From, address);

    public static (string, string) Key(string key) => (CallerCheck.Header, key);

    public static (string, string) FromOrigin(string origin = Origin) => ("Origin", origin);

    public async Task<Answer> CallAsync(string address, params (string, string)[] headers)
    {
        using var client = CreateClient();
        return await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)), headers);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string address, string? body = null, params (string, string)[] headers)
    {
        using var client = CreateClient();
        var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await client.AskAsync(new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content }, headers);
    }

    /// <summary>Runs <c>partners …</c> on the site's own database.</summary>
    public async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var commands = new Commands(() => Services, () => throw new InvalidOperationException("It runs already."), output, errors);
        return (
            await commands.RunAsync(["partners", .. args], TestContext.Current.CancellationToken), output.ToString(), errors.ToString());
    }

    /// <summary>Adds a partner and lets the site notice.</summary>
    public async Task<(string Secret, string Publishable)> AddAsync(params string[] more)
    {
        var (exit, output, errors) = await RunAsync(["add", "--name", "Agency", "--origin", Origin, .. more]);
        Assert.True(exit == 0, output + errors);
        LetNotice();
        return (KeyIn(output, "sk_"), KeyIn(output, "pk_"));
    }

    public void LetNotice() => Clock.Advance(PartnerDirectory.Trusted);

    public static string KeyIn(string output, string prefix) =>
        Assert.Single(Keys().Matches(output), key => key.Value.StartsWith(prefix, StringComparison.Ordinal)).Value;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!HasRealCatalog)
        {
            new SmallCatalog().WriteTo(_shelf.Data);
            builder.UseSetting("Catalog:DataFolder", _shelf.Data);
        }

        builder.UseEnvironment("Production");
        builder.UseSetting("Catalog:Database", _shelf.Database);
        builder.UseSetting("SavedTrips:Database", _shelf.Trips);
        builder.UseSetting("Partners:Database", _shelf.Partners);
        settings.ToList().ForEach(setting => builder.UseSetting(setting.Name, setting.Value));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, Connections>();
            Change?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _shelf.Dispose();
        }
    }

    /// <summary>Gives connections the address that the test says; the test server's have none.</summary>
    private sealed class Connections : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = context.Request.Headers[From] is [{ } address]
                    ? IPAddress.Parse(address)
                    : IPAddress.Loopback;
                context.Request.Headers.Remove(From);
                return go(context);
            });
            next(app);
        };
    }

    [GeneratedRegex("[sp]k_[A-Za-z0-9_-]{43}")]
    private static partial Regex Keys();
}
