using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests;

public sealed partial class ArchitectureTests
{
    private const string Root = "JapanEsimAdvisor.Web.";

    /// <summary>
    /// Top folders from the lowest to the highest. A folder uses itself and folders of lower rows, never a neighbor of
    /// its row.
    /// </summary>
    private static readonly string[][] Rows =
    [
        ["Languages", "Storage"],
        ["Wire"],
        ["Limits"],
        ["Catalog"],
        ["Questions"],
        ["Answers"],
        ["SavedTrips", "Guides"],
        ["Api", "Pages"],
        ["Partners"],
        ["Agents"],
        ["Hosting"],
    ];

    /// <summary>Pages included: each is compiled to a type. <c>Program</c> puts all folders together and belongs to none.</summary>
    private static readonly List<TypeArrow> Arrows =
        [.. TypeArrows.Of(typeof(Program).Assembly).Where(arrow => IsOurs(arrow.From) && IsOurs(arrow.To))];

    [Fact]
    public void A_folder_uses_only_folders_of_lower_rows()
    {
        var rows = Rows.Index()
            .SelectMany(row => row.Item, (row, folder) => (row.Index, Folder: folder))
            .ToDictionary(pair => pair.Folder, pair => pair.Index);

        Assert.Contains(Arrows, arrow => arrow.From.Contains("_Buy", StringComparison.Ordinal));
        Assert.DoesNotContain(Arrows, arrow => TopOf(arrow.From) != TopOf(arrow.To) && rows[TopOf(arrow.From)] <= rows[TopOf(arrow.To)]);
    }

    [Fact]
    public void Every_top_folder_has_its_place_in_the_rows() => Assert.Equal(
        Rows.SelectMany(row => row).Order(StringComparer.Ordinal),
        Arrows.SelectMany(arrow => new[] { TopOf(arrow.From), TopOf(arrow.To) }).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_folder_or_sub_folder_is_part_of_a_cycle()
    {
        var arrows = Arrows.Select(arrow => (From: FolderOf(arrow.From), To: FolderOf(arrow.To)))
            .Where(arrow => arrow.From != arrow.To)
            .Distinct()
            .ToList();

        // What uses nothing is in no cycle; without it, the next folders use nothing.
        for (var before = int.MaxValue; arrows.Count < before;)
        {
            before = arrows.Count;
            arrows = [.. arrows.Where(arrow => arrows.Exists(other => other.From == arrow.To))];
        }

        Assert.Empty(arrows);
    }

    [Fact]
    public void Views_only_show_what_was_calculated_before()
    {
        var views = Source.Web.Where(file => file.Key.EndsWith(".cshtml", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(views);
        Assert.DoesNotContain(views, view => Searches().IsMatch(view.Value));
    }

    private static bool IsOurs(string type) => type.StartsWith(Root, StringComparison.Ordinal);

    private static string FolderOf(string type) => type[Root.Length..type.LastIndexOf('.')];

    private static string TopOf(string type) => type.Split('.')[2];

    [GeneratedRegex(
        @"\b(Recommender|FlipPoints|CostCurves|Backup|FairSplit|CostRange|PriceOfCertainty|FallBack|Checklist)\.\w+\("
            + @"|\.(SplitOf|BackupOf|RangeOf|Advise)\(")]
    private static partial Regex Searches();
}
