using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core;

namespace JapanEsimAdvisor.Web.Tests;

/// <summary>Plain words in names, comments, texts and documents.</summary>
public sealed partial class WordTests
{
    private static readonly string Root = Path.GetFullPath("../..", Path.GetDirectoryName(Here())!);

    private static readonly string[] Written = [".cs", ".cshtml", ".md", ".js", ".css", ".resx"];

    /// <summary>A key of the configuration, which sites have set already.</summary>
    private static readonly string[] Settings = ["DaysKept"];

    [Fact]
    public void Names_of_types_and_members_are_the_words_of_the_field()
    {
        var types = new[] { typeof(Recommender).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && type.Namespace?.Contains("Migrations", StringComparison.Ordinal) == false)
            .ToList();
        var members = types.SelectMany(type => type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));

        Assert.NotEmpty(types);
        Assert.DoesNotContain(types.Select(type => type.FullName!), name => NameOfOurOwn().IsMatch(name));
        Assert.DoesNotContain(members.Select(member => member.Name), name => NameOfOurOwn().IsMatch(name) && !Settings.Any(name.Contains));
    }

    [Fact]
    public void Comments_texts_and_documents_use_plain_words()
    {
        var files = Files("src").Concat(Files("docs")).Concat(Files("data")).Append(Path.Combine(Root, "README.md")).ToList();

        Assert.True(files.Count > 300, $"{files.Count} files");
        Assert.DoesNotContain(files, file => WordOfOurOwn().IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Where(file => Written.Contains(Path.GetExtension(file)) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("Carry|Kept|AtHand|Desk|Shelf|Twin|Sought|Standing|Told|Said|Whoever|Reckon")]
    private static partial Regex NameOfOurOwn();

    [GeneratedRegex(@"\breckon|\btold apart\b|\bwhoever\b|\bhassle|\bat hand\b", RegexOptions.IgnoreCase)]
    private static partial Regex WordOfOurOwn();
}
