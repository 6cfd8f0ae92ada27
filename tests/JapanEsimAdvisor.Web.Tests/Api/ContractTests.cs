using System.Net;
using System.Text;
using JapanEsimAdvisor.Web.Tests.SavedTrips;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>What <c>docs/api.md</c> shows a partner works as it stands there.</summary>
public sealed class ContractTests(SiteFixture site)
{
    [Fact]
    public async Task The_request_shown_in_the_contract_is_answered()
    {
        using var client = site.CreateClient();
        using var body = new StringContent(ExampleRequest(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/recommendations", body, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_usage_check_shown_in_the_contract_is_answered()
    {
        (await site.CheckUsageAsync(ExampleRequest("### Usage checks"))).Ok();
    }

    [Fact]
    public async Task The_saved_trip_shown_in_the_contract_is_saved()
    {
        using var client = site.CreateClient();
        (await client.SaveAsync(ExampleRequest("### Saved trips"))).Saved();
    }

    private static string ExampleRequest(string heading = "## Request of POST")
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "api.md"));
        var start = document.IndexOf(
            "```json", document.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + "```json".Length;
        return document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "JapanEsimAdvisor.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
