using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Api;

namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>Where calls are listed for people, the list is that of the OpenAPI document: every call, and no other.</summary>
public sealed partial class ListOfCallsTests(SiteFixture site)
{
    [Fact]
    public async Task The_page_for_partners_lists_every_call_with_parameters_it_takes()
    {
        var page = (await site.GetAsync("/en/partners")).Ok().Page;

        await AssertWholeAsync(page
            .QuerySelectorAll(".calls th code")
            .Select(code => code.TextContent)
            .Where(code => code.Contains('/', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_table_of_the_contract_lists_every_call_with_parameters_it_takes()
    {
        var contract = await File.ReadAllTextAsync(
            Path.GetFullPath("../../../docs/api.md", Path.GetDirectoryName(Here())!),
            TestContext.Current.CancellationToken);
        var rows = contract[contract.IndexOf("| call | what it is for |", StringComparison.Ordinal)..]
            .Split('\n')
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));

        await AssertWholeAsync(rows.SelectMany(row => Code().Matches(row.Split('|')[1]), (_, code) => code.Groups[1].Value));
    }

    /// <param name="listed">Such as <c>GET PUT /trips/{id}</c> or <c>/plans?q=…</c>, GET where no method is named.</param>
    private async Task AssertWholeAsync(IEnumerable<string> listed)
    {
        var calls = listed.Select(text => Listed().Match(text)).ToList();
        var operations = await OperationsAsync();

        Assert.All(calls, call => Assert.True(call.Success));
        Assert.Equal(operations.Keys.Order(StringComparer.Ordinal), calls.SelectMany(Named).Order(StringComparer.Ordinal));
        Assert.All(
            calls,
            call => Assert.Subset(
                operations[Named(call).First()],
                Parameter().Matches(call.Groups["query"].Value).Select(name => name.Groups[1].Value).ToHashSet()));
    }

    private static IEnumerable<string> Named(Match call) =>
        (call.Groups["verbs"] is { Success: true, Value: var verbs } ? verbs : "GET")
            .Split(' ', '/')
            .Select(verb => $"{verb} {call.Groups["path"].Value}");

    /// <summary>Each operation with the names of its parameters.</summary>
    private async Task<Dictionary<string, HashSet<string>>> OperationsAsync()
    {
        var document = JsonNode.Parse((await site.GetAsync("/openapi/v1.json")).Ok().Text)!;
        return document["paths"]!.AsObject()
            .SelectMany(
                path => path.Value!.AsObject(),
                (path, verb) => (Name: $"{verb.Key.ToUpperInvariant()} {path.Key[ApiSetup.Root.Length..]}", Json: verb.Value!))
            .ToDictionary(
                operation => operation.Name,
                operation => operation.Json[
                    "parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A(?:(?<verbs>[A-Z]+(?:[ /][A-Z]+)*) )?(?<path>/[^?\s]+)(?:\?(?<query>.*))?\z")]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?:\A|&)([^=&]+)=")]
    private static partial Regex Parameter();
}
