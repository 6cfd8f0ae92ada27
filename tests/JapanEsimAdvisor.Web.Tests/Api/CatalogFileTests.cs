using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>Airports, and the whole data set as a file.</summary>
public sealed partial class CatalogFileTests(SiteFixture site)
{
    public static TheoryData<string> Tables => [.. CatalogTables.Names];

    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    [Fact]
    public async Task Every_airport_of_the_catalog_is_listed_with_its_counters()
    {
        var airports = (await site.GetAsync("/api/v1/airports")).Ok().Json.GetProperty("items").EnumerateArray().ToList();
        var narita = airports.Single(airport => airport.GetProperty("iata").GetString() == "NRT");
        var counter = narita.GetProperty("counters").EnumerateArray().First();

        Assert.Equal(
            Catalog.Airports.Keys.Order(StringComparer.Ordinal),
            airports.Select(airport => airport.GetProperty("iata").GetString()));
        Assert.Equal(Catalog.Airports["NRT"].Counters.Length, narita.GetProperty("counters").GetArrayLength());
        Assert.Equal(
            ("softbank-global-rental", "T1", "07:00", "21:00"),
            (counter.GetProperty("provider").GetProperty("id").GetString(), counter
                .GetProperty("terminal")
                .GetString(), counter.GetProperty("opens").GetString(), counter.GetProperty("closes").GetString()));
        Assert.Equal(JsonValueKind.Null, counter.GetProperty("leadDays").ValueKind);
        Assert.Equal("2026", counter.GetProperty("source").GetProperty("checked").GetString());
    }

    [Fact]
    public async Task The_json_file_holds_everything_with_its_license()
    {
        var answer = (await site.GetAsync("/api/v1/catalog.json")).Ok();
        var file = answer.Json;

        Assert.Equal("CC-BY-SA-4.0", file.GetProperty("license").GetProperty("id").GetString());
        Assert.Equal("<https://creativecommons.org/licenses/by-sa/4.0/>; rel=\"license\"", Assert.Single(answer.Headers.GetValues("Link")));
        Assert.Equal(Catalog.Plans.Select(plan => plan.Id), Ids("plans"));
        Assert.Equal(Catalog.Sellers.Keys.Order(StringComparer.Ordinal), Ids("providers"));
        Assert.Equal(Catalog.Devices.Keys.Order(StringComparer.Ordinal), Ids("devices"));
        Assert.Equal(Catalog.Airports.Count, file.GetProperty("airports").GetArrayLength());
        Assert.Equal(Catalog.Rates.ByCurrency.Count, file.GetProperty("exchangeRates").GetProperty("rates").GetArrayLength());
        Assert.Equal(Catalog.Version, file.GetProperty("catalog").GetProperty("version").GetString());
        foreach (var rows in (string[])["plans", "providers", "devices"])
        {
            Assert.All(
                file.GetProperty(rows).EnumerateArray(),
                row => Assert.False(string.IsNullOrEmpty(row.GetProperty("source").GetProperty("confidence").GetString())));
        }

        IEnumerable<string?> Ids(string rows) => file.GetProperty(rows).EnumerateArray().Select(row => row.GetProperty("id").GetString());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Every_table_is_read_back_by_a_csv_reader_with_source_date_and_license(string table)
    {
        var answer = (await site.GetAsync("/api/v1/catalog.csv?table=" + table)).Ok();
        var rows = Read(answer.Text);

        Assert.Equal(("text/csv", "utf-8"), (answer.MediaType, answer.ContentHeaders.ContentType!.CharSet));
        Assert.Equal($"japan-esim-{table}-{Catalog.Version}.csv", answer.ContentHeaders.ContentDisposition!.FileName);
        Assert.NotEqual('\uFEFF', answer.Text[0]);
        Assert.EndsWith("\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["source", "checked", "confidence", "license"], rows[0][^4..]);
        Assert.True(rows.Count > 1);
        Assert.All(rows.Skip(1), row => Assert.Equal((rows[0].Length, "CC-BY-SA-4.0"), (row.Length, row[^1])));
        Assert.All(rows.Skip(1), row => Assert.Contains(row[^2], (string[])["high", "medium", "low"]));
    }

    [Fact]
    public async Task A_price_row_stands_in_the_table_as_in_the_catalog()
    {
        var rows = Read((await site.GetAsync("/api/v1/catalog.csv")).Ok().Text);
        var columns = rows[0].Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index);

        Assert.Equal(Catalog.Plans.Sum(plan => Math.Max(1, plan.Prices.Length)), rows.Count - 1);
        Assert.All(Catalog.Plans, plan => Assert.Equal(
            plan.Prices.IsEmpty
                ? [string.Empty]
                : plan.Prices.Select(price => price.Days.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            rows.Skip(1).Where(row => row[columns["id"]] == plan.Id).Select(row => row[columns["days"]])));
        var moshi = rows.Single(row => row[columns["id"]] == "airalo-moshi-moshi-5-gb-7-days");
        Assert.Equal(
            ("airalo", "7", "false", "USD", "JP"),
            (moshi[columns["provider"]], moshi[
                columns["days"]], moshi[columns["dayRate"]], moshi[columns["currency"]], moshi[columns["countries"]]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://x.example\",\"free\")")]
    [InlineData("+81 Plan")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("two\r\nlines, \"quoted\"")]
    public async Task What_a_spreadsheet_would_run_is_made_text(string name)
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var catalog = folder.Current.Snapshot;
        var named = catalog with
        {
            Sellers = catalog.Sellers.Values.Select(seller => seller with { Name = name }).ToFrozenDictionary(seller => seller.Id),
        };
        var file = new CatalogFile(folder.Current, named, new Words(Language.English));
        var rows = Read(Encoding.UTF8.GetString(CatalogTables.Write("providers", file)));

        Assert.All(rows.Skip(1), row => Assert.Equal(name[0] == 't' ? name : "'" + name, row[1]));
        Assert.Equal(named.Sellers.Count, rows.Count - 1);
    }

    [Theory]
    [InlineData("catalog.csv?table=people", "table: unknown-value")]
    [InlineData("catalog.csv?days=3", "days: unknown-field")]
    [InlineData("catalog.json?table=plans", "table: unknown-field")]
    [InlineData("airports?pageSize=0&iata=NRT", "pageSize: number-out-of-range|iata: unknown-field")]
    public async Task A_parameter_nobody_knows_is_an_error(string address, string errors) =>
        (await site.GetAsync("/api/v1/" + address)).Wrong(errors.Split('|'));

    /// <summary>
    /// RFC 4180 by the letter, apart from the library that wrote it: quotes only around a whole cell and doubled
    /// inside, lines that end in CRLF.
    /// </summary>
    private static List<string[]> Read(string text)
    {
        var (rows, row, at) = (new List<string[]>(), new List<string>(), 0);
        while (at < text.Length)
        {
            var cell = Cell().Match(text, at);
            Assert.True(cell.Success && cell.Index == at, $"no cell at {at}: {text[at..Math.Min(text.Length, at + 40)]}");
            row.Add(cell.Groups["quoted"].Success
                ? cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                : cell.Groups["plain"].Value);
            at += cell.Length;
            if (cell.Groups["end"].Value == "\r\n")
            {
                rows.Add([.. row]);
                row.Clear();
            }
        }

        Assert.Empty(row);
        return rows;
    }

    [GeneratedRegex("""\G(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n)""")]
    private static partial Regex Cell();
}
