using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JapanEsimAdvisor.Benchmarks.Load;

/// <summary>The site as it is run, in a process and with databases of its own, without quotas.</summary>
internal sealed class SiteProcess : IDisposable
{
    private const string Project = "src/JapanEsimAdvisor.Web";

    private static readonly string Folder = Path.GetFullPath(Path.Combine("artifacts", "bin", "JapanEsimAdvisor.Web", "release"));

    private static readonly string[] Databases = ["Catalog", "SavedTrips", "Partners"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jea-load-");

    private readonly Process _process;

    private SiteProcess(int port)
    {
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        _process = Process.Start(
            new ProcessStartInfo("dotnet", [.. Arguments()]) { RedirectStandardOutput = true, WorkingDirectory = Folder })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    /// <summary>Processor time of the site's threads so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the site and waits until it is ready.</summary>
    /// <exception cref="TimeoutException">It did not become ready, or stopped.</exception>
    public static async Task<SiteProcess> StartAsync(HttpClient client)
    {
        var site = new SiteProcess(FreePort());
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest && !site._process.HasExited; await Task.Delay(Pause))
        {
            if (await IsReadyAsync(client, site.Address))
            {
                return site;
            }
        }

        site.Dispose();
        throw new TimeoutException(
            $"The site was not ready in {Longest}. Run from the repository's root, after `dotnet build -c Release {Project}`.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private IEnumerable<string> Arguments() =>
    [
        "JapanEsimAdvisor.Web.dll",
        "--urls", Address.ToString(),
        "--Quotas:Enabled", "false",
        "--Serilog:MinimumLevel:Default", "Warning",
        .. Databases.SelectMany(name => new[] { $"--{name}:Database", $"Data Source={Path.Combine(_folder.FullName, name)}.db" }),
    ];
}
