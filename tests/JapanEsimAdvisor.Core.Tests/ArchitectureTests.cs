using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Core.Tests;

public sealed partial class ArchitectureTests
{
    private const string Root = "JapanEsimAdvisor.Core";

    private static readonly Assembly Core = typeof(Recommender).Assembly;

    /// <summary>What each folder may use beside itself.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Units"] = [],
        ["Trips"] = ["Units"],
        ["Catalog"] = ["Units", "Trips"],
        ["Usage"] = ["Units", "Trips", "Catalog"],
        ["Candidates"] = ["Units", "Trips", "Catalog", "Usage"],
        ["Optimizer"] = ["Units", "Trips", "Catalog", "Usage", "Candidates"],
        ["Advising"] = ["Units", "Trips", "Catalog", "Usage", "Candidates", "Optimizer"],
    };

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Fact]
    public void Core_references_nothing_but_the_framework()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);

        Assert.All(Core.GetReferencedAssemblies(), reference =>
        {
            Assert.StartsWith("System.", reference.Name);
            Assert.Equal(framework, Path.GetDirectoryName(Assembly.Load(reference).Location));
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_lies_below_it(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Source(), folder), "*.cs", SearchOption.AllDirectories);
        var used = files.SelectMany(file => OwnNamespaces().Matches(File.ReadAllText(file)).Select(match => (File: file, Folder: match.Groups["folder"].Value)));

        Assert.NotEmpty(files);
        Assert.DoesNotContain(used, use => use.Folder != folder && !MayUse[folder].Contains(use.Folder));
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        var folders = Directory.GetDirectories(Source()).Select(Path.GetFileName).Where(folder => folder is not ("bin" or "obj"));

        Assert.Equal(MayUse.Keys.Order(), folders.Order());
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var source = Source();

        Assert.All(Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories), file =>
        {
            var folder = Path.GetRelativePath(source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains(folder == "." ? $"namespace {Root};" : $"namespace {Root}.{folder};", File.ReadAllText(file), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Public_types_are_closed_or_meant_to_be_derived_from()
    {
        Assert.DoesNotContain(Core.GetExportedTypes(), type => type is { IsSealed: false, IsAbstract: false, IsInterface: false });
    }

    [Fact]
    public void Structs_are_readonly()
    {
        var structs = Core.GetExportedTypes().Where(type => type is { IsValueType: true, IsEnum: false }).ToList();

        Assert.NotEmpty(structs);
        Assert.All(structs, type => Assert.NotNull(type.GetCustomAttribute<IsReadOnlyAttribute>()));
    }

    [Fact]
    public void Nothing_in_Core_waits_reads_a_clock_or_draws_lots()
    {
        var files = Directory.GetFiles(Source(), "*.cs", SearchOption.AllDirectories);

        Assert.DoesNotContain(files, file => Impure().IsMatch(File.ReadAllText(file)));
    }

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", Root));

    [GeneratedRegex(@"JapanEsimAdvisor\.Core\.(?<folder>\w+)|(?<![\w.])(?:Core\.)?(?<folder>Units|Trips|Catalog|Usage|Candidates|Optimizer|Advising)\.[A-Z]\w*(?=[\s?>,);])")]
    private static partial Regex OwnNamespaces();

    [GeneratedRegex(@"\basync\b|\bawait\b|\bnew Random\b|\bFile\.|\bTimeProvider\b|\bStopwatch\b|DateTime\.(Now|UtcNow|Today)")]
    private static partial Regex Impure();
}
