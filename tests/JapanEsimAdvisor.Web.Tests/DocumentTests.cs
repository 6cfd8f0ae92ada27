using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Tests;

/// <summary>Documents name only files and types that exist, in lines that a diff can show.</summary>
public sealed partial class DocumentTests
{
    private const int MostCharacters = 120;

    private static readonly string Root = Path.GetFullPath("../..", Path.GetDirectoryName(Here())!);

    /// <summary>Documents that describe how the code is laid out.</summary>
    private static readonly string[] OfTheCode =
    [
        "README.md",
        "docs/architecture.md",
        "docs/CONTRIBUTING.md",
        "docs/SECURITY.md",
        "src/JapanEsimAdvisor.Core/README.md",
    ];

    private static readonly HashSet<string> Paths = [.. Folders("src")
        .Concat(Folders("tests"))
        .Concat(Folders("docs"))
        .Concat(Folders("data"))
        .Concat(Directory.EnumerateFiles(Root).Select(file => Path.GetFileName(file)))];

    /// <summary>Every word of the code and its settings.</summary>
    private static readonly HashSet<string> Names =
    [
        .. Paths.Where(
            path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith("appsettings.json", StringComparison.Ordinal))
            .SelectMany(path => Word().Matches(File.ReadAllText(Path.Combine(Root, path))).Select(match => match.Value)),
    ];

    public static TheoryData<string> All =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Concat(OfTheCode)
            .Distinct()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_file_that_a_document_names_exists(string document)
    {
        var named = FileName().Matches(File.ReadAllText(Path.Combine(Root, document)))
            .Select(match => Regex.Replace(match.Groups[1].Value, "^(Core|Web)/", "JapanEsimAdvisor.$1/"))
            .ToList();

        Assert.DoesNotContain(named, file => !Paths.Any(path => path == file || path.EndsWith("/" + file, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/CONTRIBUTING.md")]
    [InlineData("docs/SECURITY.md")]
    [InlineData("src/JapanEsimAdvisor.Core/README.md")]
    public void A_name_of_the_code_in_a_document_exists(string document)
    {
        var named = TypeName().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !Names.Contains(name) && !Paths.Any(path => path.Split('/').Contains(name)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Lines_of_documents_are_short(string document)
    {
        var isCode = false;
        var prose = File.ReadLines(Path.Combine(Root, document)).Where(line => IsProse(line, ref isCode)).ToList();

        Assert.DoesNotContain(prose, line => Link().Replace(line, string.Empty).Length > MostCharacters);
    }

    [Fact]
    public void The_architecture_is_one_read() =>
        Assert.InRange(File.ReadLines(Path.Combine(Root, "docs/architecture.md")).Count(), 30, 120);

    /// <summary>Rows of tables and code cannot be wrapped.</summary>
    private static bool IsProse(string line, ref bool isCode)
    {
        isCode ^= line.StartsWith("```", StringComparison.Ordinal);
        return !isCode && !line.TrimStart().StartsWith('|');
    }

    /// <summary>Every file and folder below a folder, with slashes.</summary>
    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateFileSystemEntries(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"`([\w.-][\w./-]*\.(?:cs|cshtml|csproj|resx|json|js|css|md))`")]
    private static partial Regex FileName();

    [GeneratedRegex("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\]\([^)]*\)|https?://\S+")]
    private static partial Regex Link();
}
