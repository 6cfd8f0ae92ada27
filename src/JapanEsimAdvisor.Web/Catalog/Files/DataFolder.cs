using System.Security.Cryptography;
using System.Text;

namespace JapanEsimAdvisor.Web.Catalog.Files;

/// <summary>
/// The text of every data file, by path below the data folder with forward slashes, in ordinal order.
/// </summary>
public sealed record DataFolder(IReadOnlyList<DataFile> Files)
{
    private const int VersionLength = 12;

    /// <summary>The version; equal content has an equal version.</summary>
    public string Version => Hash(string.Join('\n', Files.Select(file => file.Path + ' ' + file.Hash)))[..VersionLength];

    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static async Task<DataFolder> ReadAsync(string folder, CancellationToken cancellation)
    {
        var files = new List<DataFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(path, cancellation);
            files.Add(new DataFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), text));
        }

        return new DataFolder([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

public sealed record DataFile(string Path, string Text)
{
    public string Hash { get; } = DataFolder.Hash(Text);
}

/// <summary>A problem of a data file.</summary>
/// <param name="Line">From 1; 0 for a problem of the whole file.</param>
/// <param name="Path">Place inside the file, such as <c>plans[3].prices[0].amount</c>.</param>
public sealed record DataProblem(string File, int Line, string Path, string Reason)
{
    public override string ToString() => FormattableString.Invariant($"{File}({Line}) {Path}: {Reason}");
}
