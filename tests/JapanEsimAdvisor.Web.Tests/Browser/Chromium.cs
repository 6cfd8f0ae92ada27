using System.Diagnostics;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>Chromium or Chrome as installed on this machine; Playwright's own download is never asked for.</summary>
public static class Chromium
{
    private const string NoFonts =
        "The browser tests need fonts for Chinese, Japanese and Korean: without them every such letter is a box of another width. "
            + "Install fonts-noto-cjk.";

    private const string Missing =
        "The browser tests need Chromium or Chrome: install one, or name its program in the environment variable CHROME_PATH.";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly Lazy<Task<string>> Found = new(SearchAsync);

    /// <summary>The shell is the same engine without windows, which cost more than the pages.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Where installers put it outside the PATH.</summary>
    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Google", "Chrome", "Application", "chrome.exe"),
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    /// <summary>The path of the program; Debian's packages are installed where it or its fonts are missing and we may.</summary>
    /// <remarks>Once for all browsers: two installations at a time lock each other out.</remarks>
    public static Task<string> FindAsync() => Found.Value;

    private static async Task<string> SearchAsync()
    {
        await FindFontsAsync();
        if (Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"CHROME_PATH names {named}, which does not exist.");
        }

        if (Installed() is { } installed)
        {
            return installed;
        }

        await InstallAsync(Names[0]);
        return Installed() ?? throw new InvalidOperationException(Missing);
    }

    /// <summary>Other systems bring them along.</summary>
    private static async Task FindFontsAsync()
    {
        if (!OperatingSystem.IsLinux() || await HasFontsAsync())
        {
            return;
        }

        await InstallAsync("fontconfig", "fonts-noto-cjk");
        if (!await HasFontsAsync())
        {
            throw new InvalidOperationException(NoFonts);
        }
    }

    private static async Task<bool> HasFontsAsync()
    {
        if (OnPath("fc-list") is not { } list)
        {
            return false;
        }

        var fonts = await Task.WhenAll(((string[])["zh", "ja", "ko"]).Select(language => RunAsync(list, ":lang=" + language)));
        return fonts.All(found => found.Length > 0);
    }

    private static async Task InstallAsync(params string[] packages)
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && OnPath("apt-get") is { } apt)
        {
            await RunAsync(apt, "update");
            await RunAsync(apt, ["install", "--yes", "--no-install-recommends", .. packages]);
        }
    }

    private static string? Installed() => Names.Select(OnPath).Concat(Places.Where(File.Exists)).FirstOrDefault(path => path is not null);

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs to the end.</summary>
    /// <returns>What the program wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed, with what it wrote about that, or took too long.</exception>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var written = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Longest);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{Missing} ({program} {string.Join(' ', arguments)} took longer than {Longest})");
        }

        var said = await written.WaitAsync(Longest);
        return process.ExitCode == 0
            ? said[0].Trim()
            : throw new InvalidOperationException($"{Missing} ({program} {string.Join(' ', arguments)} failed: {said[1].Trim()})");
    }
}
