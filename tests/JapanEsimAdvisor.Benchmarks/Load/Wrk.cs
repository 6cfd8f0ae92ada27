using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Benchmarks.Load;

/// <summary>Asks as fast as so many connections can, by the program <c>wrk</c>.</summary>
internal static partial class Wrk
{
    private const int Seconds = 5;

    private const int MostThreads = 2;

    /// <param name="script">Lua file that makes the requests; null for a plain GET.</param>
    /// <returns>Requests a second.</returns>
    /// <exception cref="InvalidOperationException">wrk is missing, failed, or not every answer was 200.</exception>
    public static async Task<double> RateAsync(Uri address, int connections, string? script)
    {
        var start = new ProcessStartInfo("wrk", [.. Arguments(address, connections, script)]) { RedirectStandardOutput = true };
        using var process = Start(start);
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && !FailedPattern().IsMatch(told) && RatePattern().Match(told) is { Success: true } rate
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk {address}: {told}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("The program wrk is not installed (Debian: apt-get install wrk).", missing);
        }
    }

    private static IEnumerable<string> Arguments(Uri address, int connections, string? script) =>
    [
        FormattableString.Invariant($"-t{Math.Min(connections, MostThreads)}"),
        FormattableString.Invariant($"-c{connections}"),
        FormattableString.Invariant($"-d{Seconds}s"),
        "--timeout", "10s",
        .. script is null ? Array.Empty<string>() : ["-s", script],
        address.ToString(),
    ];

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RatePattern();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex FailedPattern();
}
