using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JapanEsimAdvisor.Benchmarks.Load;

/// <summary>
/// A bare Kestrel that answers every call of an address with the same JSON, whatever is asked: what the machine can do
/// at most for answers of that size.
/// </summary>
internal sealed class FixedAnswers : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FixedAnswers(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <param name="bodies">By path.</param>
    public static async Task<FixedAnswers> StartAsync(IReadOnlyDictionary<string, byte[]> bodies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var (path, body) in bodies)
        {
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Post], () => Results.Bytes(body, "application/json"));
        }

        await app.StartAsync();
        return new FixedAnswers(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
