using System.Text.Json;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>The service worker and the manifest name what the site has.</summary>
public sealed partial class ServiceWorkerTests(SiteFixture site)
{
    private SiteLanguages Languages => site.Services.GetRequiredService<SiteLanguages>();

    [Fact]
    public async Task Its_languages_and_guides_are_the_sites()
    {
        var script = (await site.GetAsync("/sw.js")).Text;
        var store = site.Services.GetRequiredService<GuideStore>();

        Assert.Equal(Languages.All.Select(language => language.Slug), Listed(script, "LANGUAGES"));
        var guides = Listed(script, "GUIDES").Where(guide => guide.Length > 0).Select(guide => guide.TrimStart('/')).ToList();
        Assert.NotEmpty(guides);
        Assert.All(Languages.All, language => Assert.All(guides, guide => Assert.NotNull(store.Find(language, guide))));
    }

    [Fact]
    public async Task It_is_asked_for_anew_at_every_visit()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync("/sw.js", TestContext.Current.CancellationToken);

        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/zh-hans/guides")]
    [InlineData("/ja/about")]
    public async Task Every_page_carries_the_hidden_note_the_script_and_the_manifest_of_its_language(string address)
    {
        var page = (await site.GetAsync(address)).Ok().Page;
        var language = Languages.BySlug(address.Split('/')[1])!;

        Assert.Contains("<p class=\"seen\" data-seen hidden>", (await site.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(
            new Words(language).Say("offline.seen", ("date", SiteFixture.Today)),
            page.QuerySelector("[data-seen] b")!.TextContent);
        Assert.Matches(@"^/offline\.[a-z0-9]{10}\.js$", page.QuerySelector("script")!.GetAttribute("src"));
        var manifest = (await site.GetAsync(page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!)).Ok().Json;
        Assert.Equal(
            (language.Tag, "/" + language.Slug, "/", "/"),
            (Text(manifest, "lang"), Text(manifest, "start_url"), Text(manifest, "scope"), Text(manifest, "id")));
        Assert.All(
            manifest.GetProperty("icons").EnumerateArray(),
            icon => Assert.StartsWith("/icon", Text(icon, "src"), StringComparison.Ordinal));
    }

    private static string Text(JsonElement manifest, string name) => manifest.GetProperty(name).GetString()!;

    private static IEnumerable<string> Listed(string script, string name) =>
        QuotedPattern()
            .Matches(Regex.Match(script, $@"const {name} = \[(.*?)\];", RegexOptions.Singleline).Groups[1].Value)
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex QuotedPattern();
}
