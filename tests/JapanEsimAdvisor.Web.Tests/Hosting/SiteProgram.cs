using System.Diagnostics;
using JapanEsimAdvisor.Web.Tests.Catalog;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>The program as a process of its own, as an operator starts it, on the data and databases of a folder.</summary>
internal static class SiteProgram
{
    private const string Listening = "Now listening on: ";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "JapanEsimAdvisor.Web.dll");

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(CatalogFolder folder, params string[] args)
    {
        using var process = Start(folder, args);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop.Token), process.StandardError.ReadToEndAsync(stop.Token));
            await process.WaitForExitAsync(stop.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Starts the site and waits until it listens.</summary>
    /// <returns>The process, which is the caller's to end, and its address.</returns>
    public static async Task<(Process Process, Uri Address)> ServeAsync(CatalogFolder folder, params string[] args)
    {
        var process = Start(folder, ["--urls", "http://127.0.0.1:0", .. args]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Longest);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(stop.Token) is { } line)
        {
            lines.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        lines.Add(await process.StandardError.ReadToEndAsync(stop.Token));
        throw new InvalidOperationException("The site ended: " + string.Join('\n', lines));
    }

    private static Process Start(CatalogFolder folder, string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = AppContext.BaseDirectory,
        Environment =
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Serilog__MinimumLevel__Override__Microsoft.Hosting.Lifetime"] = "Information",
            ["Catalog__DataFolder"] = folder.Data,
            ["Catalog__Database"] = folder.Database,
            ["SavedTrips__Database"] = folder.Trips,
            ["Partners__Database"] = folder.Partners,
        },
    })!;
}
