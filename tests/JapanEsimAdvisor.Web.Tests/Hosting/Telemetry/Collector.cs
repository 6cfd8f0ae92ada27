using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JapanEsimAdvisor.Web.Tests.Hosting.Telemetry;

/// <summary>Takes what is exported by OTLP over HTTP, as bytes: what is not in them has left nobody's machine.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _received = new(StringComparer.Ordinal);

    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public string Address => _app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Everything of a signal; names and values of protobuf are plain UTF-8 in it.</summary>
    /// <param name="signal"><c>traces</c> or <c>metrics</c>.</param>
    public string Of(string signal) => string.Concat(_received.GetValueOrDefault("/v1/" + signal, []).Select(Encoding.UTF8.GetString));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.GetOrAdd(context.Request.Path, _ => new ConcurrentQueue<byte[]>()).Enqueue(body.ToArray());
    }
}
