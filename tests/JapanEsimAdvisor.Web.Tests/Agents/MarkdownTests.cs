using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Agents;

/// <summary>Guides and the documentation of the API as Markdown.</summary>
public sealed partial class MarkdownTests(SiteFixture site)
{
    public static TheoryData<string> Languages => ["en", "zh-hans", "zh-hant", "ja", "ko"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_guide_s_twin_has_its_text_and_its_sources_and_stands_by_itself(string slug)
    {
        var language = site.Services.GetRequiredService<SiteLanguages>().BySlug(slug)!;
        foreach (var guide in site.Services.GetRequiredService<GuideStore>().In(language))
        {
            var answer = (await site.GetAsync($"/{slug}/guides/{guide.Slug}.md")).Ok();
            var defined = Definition().Matches(answer.Text).Select(match => match.Groups[1].Value).ToList();

            Assert.Equal("text/markdown; charset=utf-8", answer.ContentHeaders.ContentType!.ToString());
            Assert.Equal([language.Tag], answer.ContentHeaders.ContentLanguage);
            Assert.StartsWith($"# {guide.Title}\n\n> {guide.Description}\n\n{guide.Markdown[..20]}", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("](/", answer.Text, StringComparison.Ordinal);
            Assert.Equal(guide.Sources.Select(source => source.Id), defined);
            Assert.Equal(Mark().Matches(guide.Markdown).Select(match => match.Groups[1].Value).Distinct(), defined);
            Assert.All(guide.Sources, source => Assert.Contains($"]({source.Url})", answer.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Links_of_twins_lead_to_twins_and_pages()
    {
        var store = site.Services.GetRequiredService<GuideStore>();
        var links = new HashSet<string>();
        foreach (var language in site.Services.GetRequiredService<SiteLanguages>().All)
        {
            foreach (var guide in store.In(language))
            {
                links.UnionWith(OwnLink()
                    .Matches((await site.GetAsync($"/{language.Slug}/guides/{guide.Slug}.md")).Text)
                    .Select(link => link.Groups[1].Value));
            }
        }

        Assert.Contains(links, link => link.EndsWith(".md", StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith("/zh-hant/", StringComparison.Ordinal));
        foreach (var link in links)
        {
            Assert.Equal((link, HttpStatusCode.OK), (link, (await site.GetAsync(link)).Status));
        }
    }

    [Theory]
    [InlineData("/en/guides/home-number.md")]
    [InlineData("/docs/api.md")]
    public async Task Who_has_a_text_is_told_that_it_is_the_same(string address)
    {
        var first = (await site.GetAsync(address)).Ok();
        var again = await site.GetAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal((HttpStatusCode.NotModified, string.Empty), (again.Status, again.Text));
        (await site.GetAsync(address, ("If-None-Match", "\"other\""))).Ok();
    }

    [Fact]
    public async Task A_guide_s_page_says_where_its_twin_is()
    {
        var page = (await site.GetAsync("/ja/guides/home-number")).Ok();

        Assert.Equal(
            "</ja/guides/home-number.md>; rel=\"alternate\"; type=\"text/markdown\"",
            Assert.Single(page.Headers.GetValues("Link")));
        Assert.Equal(
            "/ja/guides/home-number.md",
            Assert.Single(page.Page.QuerySelectorAll("head link[rel=alternate][type='text/markdown']")).GetAttribute("href"));
        Assert.Empty((await site.GetAsync("/ja")).Ok().Page.QuerySelectorAll("link[type='text/markdown']"));
    }

    [Fact]
    public async Task The_documentation_of_the_API_is_read_where_the_site_is()
    {
        var answer = (await site.GetAsync("/docs/api.md")).Ok();

        Assert.Equal("text/markdown; charset=utf-8", answer.ContentHeaders.ContentType!.ToString());
        Assert.Equal(
            await File.ReadAllTextAsync(Path.GetFullPath("../../../../docs/api.md", Here()), TestContext.Current.CancellationToken),
            answer.Text);
        Assert.Equal(answer.Text, (await site.GetAsync("/ko/partners.md")).Ok().Text);
        Assert.Equal(
            "/ko/partners.md",
            Assert.Single((await site.GetAsync("/ko/partners")).Ok().Page.QuerySelectorAll("head link[type='text/markdown']"))
                .GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/docs/operations.md")).Status);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\[\^([^\]]+)\]: ", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[\^([^\]]+)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\]\(http://localhost(/[^)]*)\)")]
    private static partial Regex OwnLink();
}
