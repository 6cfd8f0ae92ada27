using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Tests.Guides;

/// <summary>What makes the program refuse its guides, and where it says the trouble is.</summary>
public sealed class GuideReaderTests
{
    private static readonly Language Japanese = new("ja");

    [Fact]
    public void A_good_guide_is_read_with_its_sources_in_the_order_of_the_text()
    {
        using var folder = new GuideFolder();

        var (store, problems) = folder.Read();

        Assert.Empty(problems);
        var guide = store.Find(Japanese, "trains")!;
        Assert.Equal(("Trains", "About trains.", 10), (guide.Title, guide.Description, guide.Order));
        Assert.Equal(["timetable", "station"], guide.Sources.Select(source => source.Id));
        Assert.Equal(GuideReader.Languages.Length, GuideReader.Languages.Count(tag => store.In(new Language(tag)).Length == 1));
    }

    [Fact]
    public void Claims_are_numbered_and_links_stay_in_the_language()
    {
        using var folder = new GuideFolder();

        var html = folder.Read().Guides.Find(Japanese, "trains")!.Html;

        Assert.Equal(
            "<p>Trains run.<a href=\"#source-1\">[1]</a> Ask <a href=\"/ja\">us</a>.</p>\n<h2>When</h2>\n<p>Often.<a "
                + "href=\"#source-2\">[2]</a></p>\n",
            html);
    }

    [Fact]
    public void Raw_HTML_stays_text()
    {
        using var folder = new GuideFolder();
        folder.Change("trains.ja.md", "Often.", "<script>alert(1)</script> <b>Often</b>.");

        Assert.Contains(
            "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;Often&lt;/b&gt;.",
            folder.Read().Guides.Find(Japanese, "trains")!.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_language_is_refused()
    {
        using var folder = new GuideFolder();
        folder.Remove("trains.ko.md");

        Assert.Equal("guides/trains.en.md(0) language: is missing in ko", folder.Refusal());
        Assert.Empty(folder.Read().Guides.In(Language.English));
    }

    [Theory]
    [InlineData("trains.fr.md", "guides/trains.fr.md(0) name: is not a guide's")]
    [InlineData("trains.md", "guides/trains.md(0) name: is not a guide's")]
    public void A_language_that_guides_are_not_written_in_is_refused(string name, string reason)
    {
        using var folder = new GuideFolder();
        folder.Change(name, "Trains", "Trains");

        Assert.StartsWith(reason, folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_source_is_refused_with_its_line()
    {
        using var folder = new GuideFolder();
        folder.Sources("timetable");

        var problems = folder.Read().Problems;

        Assert.Equal(GuideReader.Languages.Length, problems.Length);
        Assert.All(
            problems,
            problem => Assert.Equal((10, "source", "station is not in guides/sources.json"), (problem.Line, problem.Path, problem.Reason)));
    }

    [Fact]
    public void An_unused_source_is_refused_with_its_line()
    {
        using var folder = new GuideFolder();
        folder.Sources("timetable", "station", "rumor");

        Assert.Equal("guides/sources.json(5) rumor: is used in no guide", folder.Refusal());
    }

    [Fact]
    public void A_source_that_is_there_twice_is_refused()
    {
        using var folder = new GuideFolder();
        folder.Sources("timetable", "station", "station");

        Assert.Equal("guides/sources.json(4) station: is there more than once", folder.Refusal());
    }

    [Theory]
    [InlineData("Often.[^station]", "Often.", "guides/trains.ja.md(0) source: nothing where guides/trains.en.md(10) has station")]
    [InlineData(
        "Often.[^station]", "Often.[^timetable]", "guides/trains.ja.md(10) source: timetable where guides/trains.en.md(10) has station")]
    [InlineData("Often.", "Often.[^timetable]", "guides/trains.ja.md(10) source: timetable where guides/trains.en.md(10) has station")]
    [InlineData(
        "Often.[^station]",
        "Often.[^station][^timetable]",
        "guides/trains.ja.md(10) source: timetable where guides/trains.en.md(0) has nothing")]
    public void Claims_that_differ_between_languages_are_refused(string from, string to, string reason)
    {
        using var folder = new GuideFolder();
        folder.Change("trains.ja.md", from, to);

        Assert.Equal(reason, folder.Refusal());
    }

    [Theory]
    [InlineData("## When\n\n", "", "are 0, not the 1 of guides/trains.en.md")]
    [InlineData("## When", "### When", "are 1, not the 1 of guides/trains.en.md, or of other levels")]
    [InlineData("## When", "## When\n\n## Where", "are 2, not the 1 of guides/trains.en.md")]
    public void Headings_that_differ_between_languages_are_refused(string from, string to, string reason)
    {
        using var folder = new GuideFolder();
        folder.Change("trains.zh-Hant.md", from, to);

        Assert.StartsWith("guides/trains.zh-Hant.md(6) headings: " + reason, folder.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: Trains\n", "", "title")]
    [InlineData("order: 10", "order: first", "order")]
    [InlineData("---\ntitle", "title", "title")]
    public void A_broken_front_matter_is_refused(string from, string to, string key)
    {
        using var folder = new GuideFolder();
        folder.Change("trains.ko.md", from, to);

        Assert.Contains(
            $"guides/trains.ko.md(1) {key}: is missing in the front matter or not in its form",
            folder.Read().Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void An_order_that_differs_between_languages_is_refused()
    {
        using var folder = new GuideFolder();
        folder.Change("trains.ko.md", "order: 10", "order: 20");

        Assert.Equal("guides/trains.ko.md(1) order: differs from guides/trains.en.md", folder.Refusal());
    }

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("/guides/planes")]
    [InlineData("/en")]
    public void A_link_that_leads_to_no_page_of_ours_is_refused_with_its_line(string url)
    {
        using var folder = new GuideFolder();
        folder.Change("trains.en.md", "(/)", $"({url})");

        Assert.StartsWith($"guides/trains.en.md(6) link: {url} does not lead to", folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_sources_that_is_not_JSON_is_refused_with_its_line()
    {
        using var folder = new GuideFolder();
        folder.Write("sources.json", "{\n\"sources\": [,]\n}");

        Assert.StartsWith("guides/sources.json(2) ", folder.Refusal(), StringComparison.Ordinal);
    }
}
