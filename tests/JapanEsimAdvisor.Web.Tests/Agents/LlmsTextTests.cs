using System.Net;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Agents;

/// <summary>The site as language models are told of it.</summary>
public sealed partial class LlmsTextTests(SiteFixture site)
{
    [Fact]
    public async Task The_file_has_the_form_that_llmstxt_describes()
    {
        var answer = (await site.GetAsync("/llms.txt")).Ok();
        var lines = answer.Text.Split('\n');

        Assert.Equal("text/plain", answer.MediaType);
        Assert.Equal("# Japan eSIM Advisor", lines[0]);
        Assert.StartsWith("> ", lines[2], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("# ", StringComparison.Ordinal));
        Assert.All(
            lines.SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)),
            line => Assert.Matches(@"^$|^## \S.*$|^- \[[^\]]+\]\(http://localhost/[^)\s]*\): \S.*$", line));
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var addresses = Link()
            .Matches((await site.GetAsync("/llms.txt")).Ok().Text)
            .Select(link => new Uri(link.Groups[1].Value).PathAndQuery)
            .ToList();

        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        foreach (var address in addresses)
        {
            Assert.Equal(
                (address, address == "/mcp" ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.OK),
                (address, (await site.GetAsync(address)).Status));
        }
    }

    [Fact]
    public async Task Every_guide_in_every_language_is_there_as_Markdown_and_so_are_the_lists_of_the_API()
    {
        var text = (await site.GetAsync("/llms.txt")).Ok().Text;
        var (guides, languages) = (site.Services.GetRequiredService<GuideStore>(), site.Services.GetRequiredService<SiteLanguages>().All);

        Assert.All(languages, language =>
        {
            Assert.NotEmpty(guides.In(language));
            Assert.All(
                guides.In(language),
                guide => Assert.Contains(
                    $"- [{guide.Title}](http://localhost/{language.Slug}/guides/{guide.Slug}.md): {guide.Description}\n",
                    text,
                    StringComparison.Ordinal));
        });
        Assert.All(
            (string[])["/docs/api.md", "/openapi/v1.json", "/mcp", "/api/v1/plans", "/api/v1/devices", "/api/v1/usage-profiles"],
            path => Assert.Contains($"(http://localhost{path}): ", text, StringComparison.Ordinal));
        Assert.Contains("recommend, search_plans, check_device, check_usage", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
