using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Catalog.Files;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>
/// A valid catalog small enough to be imported many times: real schemas, profiles of use and tariff, invented sellers,
/// dates of long ago.
/// </summary>
internal sealed class SmallCatalog
{
    public const string Shop = "catalog/shop.json";

    private const string Source =
        """{ "url": "https://shop.example/japan", "checked": "2024-05-06", "basis": "official", "confidence": "high" }""";

    private static readonly string[] Schemas = ["benchmarks", "devices", "places", "rates", "seller", "tariff", "usage"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public SmallCatalog()
    {
        foreach (var path in (string[])["usage.json", "tariff.json", .. Schemas.Select(name => $"schema/{name}.schema.json")])
        {
            _files[path] = File.ReadAllText(Path.Combine(RealData, path));
        }

        _files["rates.json"] =
            """{ "asOf": "2024-05-07", "source": { "url": "https://rates.example", "checked": "2024-05-07", "basis": "official","""
                + """ "confidence": "high" }, "rates": [ { "currency": "JPY", "yenPerUnit": 1, "decimals": 0 }, { "currency": "USD","""
                    + """ "yenPerUnit": 150, "decimals": 2 }, { "currency": "EUR", "yenPerUnit": 160, "decimals": 2 } ] }""";
        _files["benchmarks.json"] =
            $$"""{ "benchmarks": [ { "id": "typical", "topic": "roaming-per-day", "market": null, "days": null, "low": 10, "high": 15,"""
                + $$""" "currency": "USD", "historic": false, "source": {{Source}} } ] }""";
        _files["places.json"] =
            $$"""{ "airports": [ { "iata": "NRT", "utcOffset": 9, "notes": [], "counters": [ { "id": "nrt-rent", "seller": "rent","""
                + """ "name": "Rent", "kind": "wifi-sim-counter", "terminal": null, "location": null, "opens": null, "closes": null,"""
                    + $$""" "allDay": true, "leadDays": null, "orderBy": null, "source": {{Source}} } ] } ] }""";
        _files["devices/test.json"] =
            $$"""{ "brand": "Test", "brandAliases": [ "测试" ], "devices": [ { "id": "test-one", "name": "One", "aliases": [],"""
                + $$""" "class": "phone", "esim": "yes", "simSlots": 1, "variants": [ { "markets": [ "CN" ], "esim": "no" },"""
                    + $$""" { "markets": [ "US" ], "esim": "yes" } ], "hotspot": { "canHost": true }, "joinsWifi": true,"""
                        + $$""" "source": {{Source}} } ] }""";
        _files[Shop] = Seller(
            "shop",
            "travel-esim",
            Plan("shop-5-gb", "esim", """{ "kind": "fixed", "gb": 5, "per": "plan", "after": { "action": "stops" } }""", "USD"),
            Plan(
                "shop-daily",
                "esim",
                """{ "kind": "daily", "gb": 1, "per": "day", "after": { "action": "slows", "kbps": 128 } }""",
                "USD"));
        _files["catalog/rent.json"] = Seller("rent", "pocket-wifi", Plan(
            "rent-router", "pocket-wifi", """{ "kind": "unlimited", "gb": null, "per": null, "after": { "action": "slows" } }""", "JPY"));
        _files["catalog/home.json"] = Seller(
            "home",
            "home-operator",
            Plan("home-roaming", "roaming", """{ "kind": "daily", "gb": 1, "per": "day", "after": { "action": "slows" } }""", "USD"));
        Set("catalog/home.json", "tariffs", """[ { "id": "gold", "name": "Gold" } ]""");
        Set("catalog/home.json", "plans[0].audience", "\"operator-customer\"");
        Set("catalog/home.json", "plans[0].condition", """{ "kind": "tariff", "value": "gold" }""");
    }

    public static string RealData => Path.Combine(AppContext.BaseDirectory, "data");

    public DataFolder Folder => new([.. _files.Select(file => new DataFile(file.Key, file.Value))]);

    public string this[string path]
    {
        get => _files[path];
        set => _files[path] = value;
    }

    public SmallCatalog Without(string path)
    {
        Assert.True(_files.Remove(path));
        return this;
    }

    /// <summary>Changes one place of one file; a value of nothing takes it away.</summary>
    public SmallCatalog Set(string file, string place, string? json)
    {
        var tree = JsonNode.Parse(_files[file])!;
        var steps = place.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var at = steps
            .SkipLast(1)
            .Aggregate(tree, (node, step) => step.StartsWith('[') ? node.AsArray()[Index(step)]! : node[step] ??= new JsonObject());
        switch (at, json)
        {
            case (JsonArray list, { } value) when Index(steps[^1]) == list.Count:
                list.Add(JsonNode.Parse(value));
                break;
            case (JsonArray list, { } value):
                list[Index(steps[^1])] = JsonNode.Parse(value);
                break;
            case (JsonObject known, null):
                Assert.True(known.Remove(steps[^1]));
                break;
            default:
                at[steps[^1]] = JsonNode.Parse(json!);
                break;
        }

        _files[file] = tree.ToJsonString(Indented).ReplaceLineEndings("\n");
        return this;
    }

    public void WriteTo(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, text) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), text);
        }
    }

    private static int Index(string step) => int.Parse(step.Trim('[', ']'), CultureInfo.InvariantCulture);

    private static string Seller(string id, string kind, params string[] plans) => JsonNode.Parse(
        $$"""{ "id": "{{id}}", "name": "{{id}}", "kind": "{{kind}}", "market": [ "worldwide" ], "website": "https://{{id}}.example/","""
            + $$""" "tethering": "unknown", "source": {{Source}}, "plans": [ {{string.Join(", ", plans)}} ] }""")!
        .ToJsonString(Indented).ReplaceLineEndings("\n");

    private static string Plan(string id, string medium, string allowance, string currency) => $$"""
        { "id": "{{id}}", "name": "{{id}}", "medium": "{{medium}}", "status": "offered", "audience": "visitor", "countries": [ "JP" ],
          "allowance": {{allowance}},
          "prices": [ { "days": 7, "amount": 10, "currency": "{{currency}}" }, { "days": 30, "amount": 30, "currency": "{{currency}}" } ],
          "validity": { "starts": "first-connection", "clock": "rolling-24h" }, "tethering": { "policy": "allowed",
          "basis": "plan-statement" }, "source": {{Source}} }
        """;
}
