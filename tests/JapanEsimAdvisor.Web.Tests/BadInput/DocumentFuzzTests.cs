using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>
/// Two thousand requests made from the OpenAPI document, in a full run a hundred thousand, the same every time;
/// FUZZ_REQUESTS asks for as many as it says. Never a server error, never a hang, every problem well formed, no status
/// the document does not tell of.
/// </summary>
public sealed class DocumentFuzzTests
{
    private static readonly int Usual = FullRun.Of(2_000, 100_000);

    /// <summary>The longest any answer may take, on a busy machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Whatever_comes_the_api_is_never_at_fault()
    {
        await using var site = new QuietSite();
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        var stop = TestContext.Current.CancellationToken;
        var requests = new RandomRequests(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), stop));
        var count =
            int.TryParse(
                Environment.GetEnvironmentVariable("FUZZ_REQUESTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
                ? asked
                : Usual;
        var (seen, faults) = (new int[600], new ConcurrentBag<string>());
        await Parallel.ForEachAsync(Enumerable.Range(0, count), stop, async (number, cancelled) =>
        {
            try
            {
                Interlocked.Increment(ref seen[await AskAsync(client, requests, number, cancelled)]);
            }
            catch (Exception fault) when (!cancelled.IsCancellationRequested)
            {
                faults.Add($"request {number}: {fault.Message}");
            }
        });

        Assert.True(faults.IsEmpty, $"{faults.Count} of {count}:\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(20))}");
        Assert.True(seen[200] > count / 10, $"only {seen[200]} of {count} were answered with 200");
        Assert.True(seen[400] > count / 10, $"only {seen[400]} of {count} were answered with 400");
        Assert.True(seen[304] > 0 && seen[404] > 0 && seen[405] > 0 && seen[415] > 0);
    }

    private static async Task<int> AskAsync(HttpClient client, RandomRequests requests, int number, CancellationToken cancelled)
    {
        var (request, told) = requests.Make(number);
        using var sent = request;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(Longest);
        var what = $"{request.Method} {request.RequestUri}";
        using var response = await client.SendAsync(request, limit.Token);
        var text = await TextAsync(response.Content, limit.Token);
        Check(
            what, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, request.Method != HttpMethod.Head, told);
        return (int)response.StatusCode;
    }

    private static async Task<string> TextAsync(HttpContent content, CancellationToken stop)
    {
        await using var sent = await content.ReadAsStreamAsync(stop);
        await using var plain = content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            null => sent,
            var other => throw new InvalidOperationException($"encoded as {other}"),
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(stop);
    }

    private static void Check(string what, int status, string? mediaType, string text, bool hasBody, HashSet<string>? told)
    {
        Assert.True(status < 500, $"{status} for {what}: {text}");
        Assert.True(
            told is null || told.Contains(status.ToString(CultureInfo.InvariantCulture)),
            $"{status} is not told of for {what}: {text}");
        if (status >= 400 && hasBody)
        {
            Assert.True(mediaType == "application/problem+json", $"{status} {mediaType} for {what}");
            var problem = JsonDocument.Parse(text).RootElement;
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.Equal(
                "urn:japan-esim-advisor:problem:" + problem.GetProperty("code").GetString(),
                problem.GetProperty("type").GetString());
            Assert.All(
                (string[])["title", "detail"],
                name => Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty(name).GetString()), what));
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        }
        else if (mediaType == "application/json")
        {
            using var answer = JsonDocument.Parse(text);
            Assert.Equal(JsonValueKind.Object, answer.RootElement.ValueKind);
        }
    }

    /// <summary>Thousands of lines of log help nobody.</summary>
    private sealed class QuietSite : SiteFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
            builder.UseSetting("Quotas:Enabled", "false");
        }
    }
}
