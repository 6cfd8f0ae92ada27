using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>What is handed to a server: the published folder, started from somewhere else.</summary>
public sealed partial class PublishTests : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly string _folder = Directory.CreateTempSubdirectory("jea-publish-").FullName;

    private string Site => Path.Combine(_folder, "site");

    [FullRunFact]
    public async Task The_published_site_runs_from_another_working_directory_with_its_data_and_its_files()
    {
        await PublishAsync();
        using var server = Start(
            "dotnet",
            [Path.Combine(Site, "JapanEsimAdvisor.Web.dll"), "--urls", "http://127.0.0.1:0"],
            Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName);
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(server) };
            var page = await client.GetStringAsync("/en", TestContext.Current.CancellationToken);
            Assert.Contains("<h1>", page, StringComparison.Ordinal);
            using var style = await client.GetAsync(StylePattern().Match(page).Value, TestContext.Current.CancellationToken);
            Assert.Equal("max-age=31536000, immutable", style.EnsureSuccessStatusCode().Headers.CacheControl!.ToString());
            Assert.Contains(
                "@layer", await client.GetStringAsync("/site.css", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.StartsWith(
                "<svg", await client.GetStringAsync("/icon.svg", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.StartsWith(
                "# The partner API",
                await client.GetStringAsync("/docs/api.md", TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
            Assert.NotEmpty(
                (await client.GetFromJsonAsync<JsonObject>("/api/v1/plans", TestContext.Current.CancellationToken))!["items"]!.AsArray());
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Into a folder of its own, intermediate files too, and with no build server left behind.</summary>
    private async Task PublishAsync()
    {
        string[] arguments =
        [
            "publish", Path.Combine("src", "JapanEsimAdvisor.Web"), "--artifacts-path", Path.Combine(_folder, "artifacts"), "--output",
            Site,
            "--nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false",
        ];
        using var publish = Start("dotnet", arguments, Repository());
        var said = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(publish.ExitCode == 0, said);
    }

    private static async Task<Uri> AddressAsync(Process server)
    {
        var said = new List<string>();
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The published site ended: " + string.Join('\n', said));
    }

    private static Process Start(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Serilog__MinimumLevel__Override__Microsoft.Hosting.Lifetime"] = "Information";
        return Process.Start(start)!;
    }

    /// <summary>A style sheet by an address that names its content: browsers need not ask for it again.</summary>
    [GeneratedRegex(@"/site\.[a-z0-9]{10}\.css")]
    private static partial Regex StylePattern();

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JapanEsimAdvisor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException(
            "This test publishes from the sources; run it inside the repository.");
    }
}
