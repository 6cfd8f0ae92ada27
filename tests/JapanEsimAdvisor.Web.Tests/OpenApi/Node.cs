using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using JapanEsimAdvisor.Web.Tests.OpenApi;

[assembly: AssemblyFixture(typeof(Node))]

namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>
/// Node with the pinned tools of <c>client/package-lock.json</c>: found on this machine, else installed where we may;
/// the tools are fetched once.
/// </summary>
public sealed class Node
{
    private const string Missing =
        "The tests of the OpenAPI document need Node 18 or newer with npm: install them (Debian: apt-get install nodejs npm) and run "
            + "again.";

    private const int Oldest = 18;

    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private readonly Lazy<Task> _ready = new(PrepareAsync);

    /// <summary>Beside the tests' program; nothing is written where the sources lie.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "OpenApi", "client");

    /// <summary>Runs a tool of the lock file to its end.</summary>
    /// <returns>All it said, and whether it was content.</returns>
    public async Task<(bool IsContent, string Text)> RunAsync(string tool, params string[] arguments)
    {
        await _ready.Value;
        return await RunAsync("node", [Path.Combine(Folder, "node_modules", tool), .. arguments], TimeSpan.FromMinutes(5));
    }

    /// <summary>Runs a script of the folder.</summary>
    public async Task<(bool IsContent, string Text)> ScriptAsync(string script, params string[] arguments)
    {
        await _ready.Value;
        return await RunAsync("node", [Path.Combine(Folder, script), .. arguments], TimeSpan.FromMinutes(5));
    }

    private static async Task PrepareAsync()
    {
        if (await VersionOfAsync("node") is null || await VersionOfAsync(Npm) is null)
        {
            await InstallAsync();
        }

        if (await VersionOfAsync("node") is not { } version || version.Major < Oldest)
        {
            throw new InvalidOperationException(Missing);
        }

        var (stamp, wanted) = (
            Path.Combine(Folder, "node_modules", ".installed"),
            Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json")))));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
        {
            return;
        }

        var (isContent, said) = await RunAsync(Npm, ["ci"], TimeSpan.FromMinutes(10));
        if (!isContent)
        {
            throw new InvalidOperationException("npm ci failed, which the tests of the OpenAPI document need:\n" + said);
        }

        await File.WriteAllTextAsync(stamp, wanted);
    }

    private static async Task InstallAsync()
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await RunAsync("apt-get", ["update"], TimeSpan.FromMinutes(5));
            var (isContent, said) = await RunAsync(
                "apt-get", ["install", "--yes", "--no-install-recommends", "nodejs", "npm"], TimeSpan.FromMinutes(10));
            if (isContent)
            {
                return;
            }

            throw new InvalidOperationException($"{Missing} (apt-get failed: {said})");
        }

        throw new InvalidOperationException(Missing);
    }

    /// <summary>Null where the program is not there.</summary>
    private static async Task<Version?> VersionOfAsync(string program)
    {
        try
        {
            var (_, said) = await RunAsync(program, ["--version"], TimeSpan.FromMinutes(1));
            return Version.TryParse(said.TrimStart('v'), out var version) ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<(bool IsContent, string Text)> RunAsync(string program, IEnumerable<string> arguments, TimeSpan longest)
    {
        var start = new ProcessStartInfo(
            program,
            arguments)
        { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in ((string, string)[])[
            ("DEBIAN_FRONTEND", "noninteractive"), ("NO_COLOR", "1"), ("CI", "1"), ("REDOCLY_TELEMETRY", "off"),
            ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"), ("SCARF_ANALYTICS", "false"),
        ])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(longest);
        try
        {
            var said = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token),
                process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode == 0, string.Join('\n', said).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {longest}");
        }
    }
}
