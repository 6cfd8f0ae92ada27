using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>
/// Proxies whose report of the caller's address is trusted; none by default. Section <c>Proxy</c> of the configuration.
/// </summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Addresses of trusted proxies.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Networks of trusted proxies, such as <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<string> KnownNetworks { get; init; } = [];

    public bool HasAny => KnownProxies.Count + KnownNetworks.Count > 0;
}

public static class Proxies
{
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ProxyOptions>()
            .BindConfiguration(ProxyOptions.Section)
            .Validate(
                options => options.KnownProxies.All(proxy => IPAddress.TryParse(proxy, out _)), "Proxy:KnownProxies must be IP addresses.")
            .Validate(
                options => options.KnownNetworks.All(network => System.Net.IPNetwork.TryParse(network, out _)),
                "Proxy:KnownNetworks must be networks such as 10.0.0.0/8.")
            .ValidateOnStart();
        builder.Services.AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<ProxyOptions>>((forwarded, proxy) => Trust(forwarded, proxy.Value));
    }

    /// <summary>
    /// Takes address and scheme from trusted proxies. Without a list the framework's middleware would trust everybody,
    /// so it is left out.
    /// </summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.HasAny)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>
    /// No limit on the number of trusted proxies in a row: the first address that is not a trusted proxy is the
    /// caller's.
    /// </summary>
    private static void Trust(ForwardedHeadersOptions forwarded, ProxyOptions proxy)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        proxy.KnownProxies.Select(IPAddress.Parse).ToList().ForEach(forwarded.KnownProxies.Add);
        proxy.KnownNetworks.Select(network => System.Net.IPNetwork.Parse(network)).ToList().ForEach(forwarded.KnownIPNetworks.Add);
    }
}
