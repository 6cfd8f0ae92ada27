using System.Net.Sockets;
using System.Text;
using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>The site on its real server, for what a test server does not do: HTTP as bytes, HEAD, headers of the server.</summary>
internal static class KestrelSite
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Without quotas, and with a log that the test reads.</summary>
    public static PartnerSite Start(Notebook log) => new PartnerSite(("Quotas:Enabled", "false"))
    {
        Change = services => services.AddSingleton<ILogEventSink>(log),
    }.OnKestrel();

    /// <summary>The status of an answer as it came; 0 where it has none.</summary>
    public static int StatusOf(string answer) =>
        answer.Split(' ') is [_, var status, ..] && int.TryParse(status, out var number) ? number : 0;

    public static PartnerSite OnKestrel(this PartnerSite site)
    {
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }

    /// <summary>Sends parts as they are, one after another, and reads the answer up to the end of its header or more.</summary>
    /// <param name="pause">Waits so long after each part, while no answer has come.</param>
    /// <returns>The status line and the headers, and as much of the body as came with them.</returns>
    public static async Task<string> SendAsync(this PartnerSite site, IEnumerable<string> parts, TimeSpan pause = default)
    {
        using var client = new TcpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        await client.ConnectAsync("127.0.0.1", site.ClientOptions.BaseAddress.Port, limit.Token);
        var stream = client.GetStream();
        var answer = ReadAsync(stream, limit.Token);
        await WriteAsync(stream, parts, pause, answer, limit.Token);
        return await answer;
    }

    private static async Task WriteAsync(
        NetworkStream stream, IEnumerable<string> parts, TimeSpan pause, Task answer, CancellationToken cancellation)
    {
        try
        {
            foreach (var part in parts.TakeWhile(_ => !answer.IsCompleted))
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(part), cancellation);
                await (pause == default ? Task.CompletedTask : Task.WhenAny(answer, Task.Delay(pause, cancellation)));
            }
        }
        catch (IOException) when (!cancellation.IsCancellationRequested)
        {
            // The server has answered and closed before the whole request was sent: the answer says the rest.
            await answer;
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var (text, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
