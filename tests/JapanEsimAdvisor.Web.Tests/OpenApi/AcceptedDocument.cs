using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>
/// Which document each tool of <see cref="ToolTests"/> has accepted, as a hash of the reviewed document and of what the
/// tools work with. The tools take a minute and run in a full run alone; every run notices that they have not seen the
/// document as it is.
/// </summary>
internal static class AcceptedDocument
{
    private const string Renew = "UPDATE_OPENAPI";

    private static readonly string Folder = Path.GetDirectoryName(Here())!;

    public static Task<string> HashAsync(string tool) => File.ReadAllTextAsync(FileOf(tool), TestContext.Current.CancellationToken);

    public static async Task<string> HashNowAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "client"))
            .Order(StringComparer.Ordinal)
            .Prepend(Path.Combine(Folder, DocumentTests.Snapshot)))
        {
            hash.AppendData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) + "\n";
    }

    /// <summary>Writes down, where that is asked for, that the tool accepts the document.</summary>
    public static async Task AcceptAsync(string tool)
    {
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(FileOf(tool), await HashNowAsync(), TestContext.Current.CancellationToken);
        }
    }

    private static string FileOf(string tool) => Path.Combine(Folder, $"accepted-by-{tool}.sha256");

    private static string Here([CallerFilePath] string path = "") => path;
}
