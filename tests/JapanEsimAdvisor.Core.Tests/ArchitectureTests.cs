using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Core.Tests;

public sealed partial class ArchitectureTests
{
    private const string Root = "JapanEsimAdvisor.Core";

    private static readonly Assembly Core = typeof(Recommender).Assembly;

    /// <summary>
    /// Folders from the lowest to the highest. A folder uses itself and folders of lower rows, never a neighbor of its
    /// row.
    /// </summary>
    private static readonly string[][] Rows =
    [
        ["Units"],
        ["Trips", "Arrangements"],
        ["Catalog"],
        ["Usage"],
        ["Party"],
        ["Plans.Eligibility"],
        ["Plans"],
        ["Pods"],
        ["Advice"],
        [
            "Questions.Backups", "Questions.Certainty", "Questions.CostRanges", "Questions.FairSplits", "Questions.Flips",
            "Questions.RejectedPlans",
            "Questions.UsageChecks",
        ],
        [string.Empty],
    ];

    /// <summary>Without what the compiler adds in other namespaces.</summary>
    private static IReadOnlyList<TypeArrow> Arrows => [.. TypeArrows.Of(Core).Where(arrow => IsOurs(arrow.From) && IsOurs(arrow.To))];

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

    [Fact]
    public void A_folder_uses_only_folders_of_lower_rows()
    {
        var rows = Rows.Index()
            .SelectMany(row => row.Item, (row, folder) => (row.Index, Folder: folder))
            .ToDictionary(pair => pair.Folder, pair => pair.Index);

        var arrows = Arrows;

        Assert.NotEmpty(arrows);
        Assert.DoesNotContain(
            arrows, arrow => FolderOf(arrow.From) != FolderOf(arrow.To) && rows[FolderOf(arrow.From)] <= rows[FolderOf(arrow.To)]);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_rows()
    {
        var folders = Arrows.SelectMany(arrow => new[] { FolderOf(arrow.From), FolderOf(arrow.To) }).Distinct();

        Assert.Equal(Rows.SelectMany(row => row).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var source = Source();

        Assert.All(Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories), file =>
        {
            var folder = Path.GetRelativePath(source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains(
                folder == "." ? $"namespace {Root};" : $"namespace {Root}.{folder};", File.ReadAllText(file), StringComparison.Ordinal);
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

    private static bool IsOurs(string type) => type.StartsWith(Root + '.', StringComparison.Ordinal);

    /// <summary>Empty for the root.</summary>
    private static string FolderOf(string type) =>
        type[..type.LastIndexOf('.')] is var space && space == Root ? string.Empty : space[(Root.Length + 1)..];

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", Root));

    [GeneratedRegex(@"\basync\b|\bawait\b|\bnew Random\b|\bFile\.|\bTimeProvider\b|\bStopwatch\b|DateTime\.(Now|UtcNow|Today)")]
    private static partial Regex Impure();
}
