using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core;

namespace JapanEsimAdvisor.Web.Tests;

/// <summary>Plain words in names, comments, texts and documents.</summary>
public sealed partial class WordTests
{
    private static readonly string Root = Path.GetFullPath("../..", Path.GetDirectoryName(Here())!);

    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] Written = [".cs", ".cshtml", ".md", ".js", ".css", ".resx"];

    [Fact]
    public void Names_of_types_and_members_are_the_words_of_the_field()
    {
        var types = new[] { typeof(Recommender).Assembly, typeof(Program).Assembly, typeof(WordTests).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && type.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false)
            .ToList();
        var members = types.SelectMany(type => type.GetMembers(Declared));

        Assert.NotEmpty(types);
        Assert.DoesNotContain(types.Select(type => type.FullName!), name => NameOfOurOwn().IsMatch(name));
        Assert.DoesNotContain(members.Select(member => member.Name), name => NameOfOurOwn().IsMatch(name));
    }

    [Fact]
    public void Comments_texts_and_documents_use_plain_words()
    {
        var files = Files("src").Concat(Files("docs")).Concat(Files("data")).Append(Path.Combine(Root, "README.md")).ToList();

        Assert.True(files.Count > 300, $"{files.Count} files");
        Assert.DoesNotContain(files, file => WordOfOurOwn().IsMatch(File.ReadAllText(file)));
    }

    /// <summary>Names that only the browser sees: classes, ids, caches, data attributes and keys of views.</summary>
    [Fact]
    public void Names_in_pages_styles_and_scripts_are_the_words_of_the_field()
    {
        var files = Files("src").Where(file => Path.GetExtension(file) is ".cshtml" or ".js" or ".css").ToList();

        Assert.True(files.Count > 50, $"{files.Count} files");
        Assert.DoesNotContain(files, file => NameInABrowser().IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Where(file => Written.Contains(Path.GetExtension(file))
            && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("Carry|Kept|AtHand|Desk|Shelf|Twin|Sought|Standing|Described|Said|Whoever|Reckon")]
    private static partial Regex NameOfOurOwn();

    /// <summary>The service worker names old caches to delete them: only there the words may stand in a pattern.</summary>
    [GeneratedRegex(@"[.#""'`-](carry|kept|shelf|desk|twin)\b(?!\|)|(?:Un|un|show|is)[Kk]ept\b|(carry|shelf|desk|twin)-(?!power)")]
    private static partial Regex NameInABrowser();

    [GeneratedRegex(@"\breckon|\btold apart\b|\bwhoever\b|\bhassle|\bat hand\b", RegexOptions.IgnoreCase)]
    private static partial Regex WordOfOurOwn();
}
