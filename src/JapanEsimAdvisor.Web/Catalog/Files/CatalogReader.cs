using System.Collections.Frozen;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Wire;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace JapanEsimAdvisor.Web.Catalog.Files;

/// <summary>
/// Reads data files into a catalog: parsing, schema, rules. Reports all problems at once, with file, line and place.
/// </summary>
public sealed class CatalogReader
{
    private static readonly string[] RequiredFiles = ["usage.json", "places.json", "rates.json", "tariff.json", "benchmarks.json"];

    private readonly DataFolder _folder;

    private readonly Dictionary<string, JToken> _trees = new(StringComparer.Ordinal);

    private readonly List<DataProblem> _problems = [];

    private CatalogReader(DataFolder folder) => _folder = folder;

    /// <summary>The catalog, or null and the reasons.</summary>
    public static async Task<(CatalogSnapshot? Catalog, ImmutableArray<DataProblem> Problems)> ReadAsync(
        DataFolder folder, DateOnly today, CancellationToken cancellation)
    {
        var reader = new CatalogReader(folder);
        var catalog = reader.CheckShapes(await DataSchemas.FromAsync(folder, cancellation)) ? reader.Build(today) : null;
        return (reader._problems.Count == 0 ? catalog : null, [.. reader._problems]);
    }

    private bool CheckShapes(DataSchemas schemas)
    {
        foreach (var file in _folder.Files.Where(file => !DataSchemas.IsSchema(file.Path)))
        {
            var (tree, problems) = schemas.Check(file);
            _problems.AddRange(problems);
            if (tree is not null)
            {
                _trees[file.Path] = tree;
            }
        }

        foreach (var name in RequiredFiles.Where(name => !_trees.ContainsKey(name)))
        {
            _problems.Add(new DataProblem(name, 0, string.Empty, "is missing"));
        }

        return _problems.Count == 0;
    }

    private CatalogSnapshot? Build(DateOnly today)
    {
        var sellers = Read<SellerFile>("catalog/");
        var devices = Read<DevicesFile>("devices/");
        var facts = Read<FactsFile>("facts/");
        Unique(sellers.SelectMany(file => file.Content.Plans.Select((plan, index) => (plan.Id, file.Path, $"plans[{index}].id"))));
        Unique(sellers.Select(file => (file.Content.Id, file.Path, "id")));
        Unique(devices.SelectMany(file => file.Content.Devices.Select((device, index) => (device.Id, file.Path, $"devices[{index}].id"))));
        Unique(facts.SelectMany(file => file.Content.Facts.Select((fact, index) => (fact.Id, file.Path, $"facts[{index}].id"))));
        if (_problems.Count > 0)
        {
            return null;
        }

        var catalog = Assemble(sellers, devices) with
        {
            Facts = facts.SelectMany(file => file.Content.Facts)
            .ToFrozenDictionary(fact => fact.Id, fact => fact.Source, StringComparer.Ordinal)
        };
        foreach (var broken in CatalogRules.Check(catalog, today))
        {
            _problems.Add(Locate(broken, sellers, devices));
        }

        return catalog;
    }

    private CatalogSnapshot Assemble(
        IReadOnlyList<(string Path, SellerFile Content)> sellers, IReadOnlyList<(string Path, DevicesFile Content)> devices)
    {
        var usage = ReadOne<UsageFile>("usage.json");
        var rates = ReadOne<RatesFile>("rates.json");
        return new CatalogSnapshot
        {
            Version = _folder.Version,
            Plans =
            [
                .. sellers.SelectMany(file => file.Content.Plans.Select(plan => plan.ToPlan(file.Content.Id)))
                    .OrderBy(plan => plan.Id, StringComparer.Ordinal),
            ],
            Sellers = sellers.Select(file => file.Content.ToSeller()).ToFrozenDictionary(seller => seller.Id, StringComparer.Ordinal),
            Devices = devices.SelectMany(file => file.Content.Devices.Select(device => device.ToDevice(file.Content)))
                .ToFrozenDictionary(device => device.Id, StringComparer.Ordinal),
            Airports = ReadOne<PlacesFile>("places.json").Airports.Select(airport => airport.ToAirport())
                .ToFrozenDictionary(airport => airport.Iata, StringComparer.Ordinal),
            Usage = new UsageFacts
            {
                Profiles = usage.Profiles,
                Activities = [.. usage.Activities.Select(activity => activity.ToActivity())],
                GbPerDayByDevice = usage.Devices.ToFrozenDictionary(device => device.Class, device => device.GbPerDay),
                Spread = usage.Spread,
                FreeWifiShares = usage.FreeWifi.ToFrozenDictionary(wifi => wifi.Id, wifi => wifi.Share, StringComparer.Ordinal),
            },
            Benchmarks = ReadOne<BenchmarksFile>("benchmarks.json").Benchmarks,
            Tariff = ReadOne<TariffFile>("tariff.json").ToTariff(),
            Rates = new ExchangeRates
            {
                AsOf = rates.AsOf,
                ByCurrency = rates.Rates.ToFrozenDictionary(
                    rate => rate.Currency, rate => new CurrencyRate(rate.Currency, rate.YenPerUnit, rate.Decimals), StringComparer.Ordinal),
            },
            RatesSource = rates.Source,
        };
    }

    private List<(string Path, T Content)> Read<T>(string prefix) =>
        [.. _trees.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, ReadOne<T>(path)))];

    private T ReadOne<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(_folder.Files.Single(file => file.Path == path).Text, WireJson.Options)!;
        }
        catch (JsonException broken)
        {
            var place = FormattableString.Invariant($"{path}({broken.LineNumber + 1}) {broken.Path}");
            throw new InvalidDataException($"{place}: passes its schema but not the program: {broken.Message}", broken);
        }
    }

    private void Unique(IEnumerable<(string Id, string File, string Path)> ids)
    {
        foreach (var same in ids.GroupBy(entry => entry.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            foreach (var (id, file, path) in same.Skip(1))
            {
                _problems.Add(new DataProblem(file, LineOf(file, path), path, $"the id {id} is taken in {same.First().File}"));
            }
        }
    }

    private DataProblem Locate(
        RuleBreak broken, List<(string Path, SellerFile Content)> sellers, List<(string Path, DevicesFile Content)> devices)
    {
        var (file, prefix) = broken.Kind switch
        {
            SubjectKind.Plan => Inside(sellers, file => file.Plans.Select(plan => plan.Id), "plans", broken.Id),
            SubjectKind.Device => Inside(devices, file => file.Devices.Select(device => device.Id), "devices", broken.Id),
            SubjectKind.Seller => (sellers.Single(seller => seller.Content.Id == broken.Id).Path, string.Empty),
            SubjectKind.Airport => ("places.json", string.Empty),
            SubjectKind.Benchmark => ("benchmarks.json", string.Empty),
            _ => ("rates.json", string.Empty),
        };
        var path = prefix + broken.Field;
        return new DataProblem(file, LineOf(file, path), path, $"{broken.Id} {broken.Reason}".Trim());
    }

    private static (string File, string Prefix) Inside<T>(
        List<(string Path, T Content)> files, Func<T, IEnumerable<string>> ids, string list, string id)
    {
        var (path, content) = files.First(file => ids(file.Content).Contains(id, StringComparer.Ordinal));
        return (path, FormattableString.Invariant($"{list}[{ids(content).ToList().IndexOf(id)}]."));
    }

    /// <summary>Line of the place, or of the nearest place around it that the file holds.</summary>
    private int LineOf(string file, string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('.'))])
        {
            if (_trees[file].SelectToken(at) is IJsonLineInfo line && line.HasLineInfo())
            {
                return line.LineNumber;
            }
        }

        return 1;
    }
}
