using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>
/// Where an answer's text is one of a list, the document holds the list, the data files may hold nothing else, and the
/// contract names each.
/// </summary>
public sealed class ClosedSetTests(SiteFixture site)
{
    private static readonly string Root = Path.GetFullPath("../../..", Path.GetDirectoryName(Here())!);

    [Fact]
    public void What_data_files_may_state_is_what_answers_may_say()
    {
        (string Schema, string Property, IEnumerable<string> Known)[] lists =
        [
            ("seller", "returnedBy", Seller.WaysBack),
            ("seller", "confidence", Source.Confidences),
            ("devices", "confidence", Source.Confidences),
            ("places", "confidence", Source.Confidences),
            ("usage", "confidence", Source.Confidences),
            ("rates", "confidence", Source.Confidences),
            ("seller", "networks", PlansWanted.Networks),
            ("devices", "captivePortal", Device.PortalAnswers),
        ];

        Assert.All(lists, list => Assert.Contains(list.Known.Order(StringComparer.Ordinal), In(list.Schema, list.Property)));
        Assert.Contains(Refund.Policies.Order(StringComparer.Ordinal), In("seller", "policy"));
        Assert.Contains(Tethering.Bases.Order(StringComparer.Ordinal), In("seller", "basis"));
        Assert.Contains(Counter.Kinds.Order(StringComparer.Ordinal), In("places", "kind"));
    }

    [Fact]
    public async Task The_contract_names_every_value_of_every_closed_set()
    {
        var contract = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "api.md"), TestContext.Current.CancellationToken);
        var schemas = JsonNode.Parse((await site.GetAsync("/openapi/v1.json")).Ok().Text)!["components"]!["schemas"]!;
        var values = Within(schemas)
            .OfType<JsonObject>()
            .Select(node => node["enum"])
            .OfType<JsonArray>()
            .SelectMany(list => list.Select(value => (string)value!))
            .Distinct()
            .ToList();

        Assert.Contains("pocket-wifi", values);
        Assert.DoesNotContain(values, value => !contract.Contains($"`{value}`", StringComparison.Ordinal) && value != ExchangeRates.Yen);
    }

    [Fact]
    public async Task No_answer_lists_in_words_what_may_be_an_enumeration()
    {
        var schemas = JsonNode.Parse((await site.GetAsync("/openapi/v1.json")).Ok().Text)!["components"]!["schemas"]!.AsObject();
        var properties = schemas
            .Where(schema => schema.Value!["required"] is not null)
            .SelectMany(
                schema => schema.Value!["properties"]?.AsObject() ?? [],
                (schema, property) => (Name: $"{schema.Key}.{property.Key}", Json: property.Value!))
            .ToList();
        var open =
            properties.Where(property => !property.Json.ToJsonString().Contains("enum", StringComparison.Ordinal)
                && !property.Json.ToJsonString().Contains("$ref", StringComparison.Ordinal));

        Assert.NotEmpty(properties);
        Assert.DoesNotMatch(
            @"(^|\n)\S+: [a-z][a-z-]*(, [a-z][a-z-]*)+\.(\n|$)",
            string.Join('\n', open.Select(property => $"{property.Name}: {property.Json["description"]}")));
    }

    /// <summary>Lists that a data schema allows for properties of a name, each in the order of the alphabet.</summary>
    private static IEnumerable<IEnumerable<string>> In(string schema, string property) =>
        from node in Within(JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "data", "schema", schema + ".schema.json")))!)
        where (node as JsonObject)?[property] is JsonObject
        let found = node[property]!["enum"] ?? node[property]!["items"]?["enum"]
        where found is not null
        select found.AsArray().Where(value => value is not null).Select(value => (string)value!).Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Within(JsonNode node) => node switch
    {
        JsonObject whole => whole.Select(property => property.Value).OfType<JsonNode>().SelectMany(Within).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Within).Prepend(node),
        _ => [node],
    };

    private static string Here([CallerFilePath] string path = "") => path;
}
