using JapanEsimAdvisor.Web.Catalog.Files;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>Each rule refuses data that breaks it, and says where and why.</summary>
public sealed class RuleTests
{
    private const string Home = "catalog/home.json";

    private const string Rent = "catalog/rent.json";

    private const string Shop = SmallCatalog.Shop;

    [Fact]
    public async Task The_small_catalog_is_valid()
    {
        var (catalog, problems) = await ReadAsync(new SmallCatalog());

        Assert.Empty(problems);
        Assert.Equal(["home-roaming", "rent-router", "shop-5-gb", "shop-daily"], catalog!.Plans.Select(plan => plan.Id));
    }

    [Theory]
    [InlineData(Shop, "plans[0].prices[1].currency", "\"EUR\"", "plans[0].prices", "holds more than one currency")]
    [InlineData(Shop, "plans[0].prices[1].days", "7", "plans[0].prices", "has two rows for the same days")]
    [InlineData(
        Shop,
        "plans[0].prices[0]",
        "{ \"days\": 7, \"low\": 9, \"high\": 8, \"currency\": \"USD\" }",
        "plans[0].prices",
        "has a range whose upper end is below its lower end")]
    [InlineData(Shop, "plans[0].prices[0].amount", "0", "plans[0].prices", "is free without a condition")]
    [InlineData(
        Shop, "plans[1].pricePerGb", "{ \"amount\": 1, \"currency\": \"GBP\" }", "plans[1].prices", "uses GBP, which has no exchange rate")]
    [InlineData(
        Shop,
        "plans[1].fees",
        "[ { \"kind\": \"pickup\", \"amount\": 1, \"currency\": \"GBP\", \"per\": \"order\", \"when\": \"always\" } ]",
        "plans[1].prices",
        "uses GBP, which has no exchange rate")]
    [InlineData(
        Shop,
        "plans[1].history",
        "[ { \"checked\": \"2023\", \"days\": 7, \"amount\": 1, \"currency\": \"GBP\" } ]",
        "plans[1].prices",
        "uses GBP, which has no exchange rate")]
    [InlineData(Shop, "plans[0].allowance.per", "null", "plans[0].allowance.per", "must say per what the gigabytes are")]
    [InlineData(Shop, "plans[1].allowance.per", "\"plan\"", "plans[1].allowance.per", "of a daily allowance must be a day")]
    [InlineData(
        Shop,
        "plans[0].tethering",
        "{ \"policy\": \"capped\", \"gb\": 1, \"basis\": \"plan-statement\" }",
        "plans[0].tethering.per",
        "must say per what the cap is")]
    [InlineData(Shop, "plans[0].tethering.gb", "1", "plans[0].tethering.gb", "belongs to capped tethering only")]
    [InlineData(Rent, "plans[0].tethering.policy", "\"unknown\"", "plans[0].tethering.policy", "sharing is the product")]
    [InlineData(Shop, "plans[0].medium", "\"roaming\"", "plans[0].medium", "roaming is sold by home operators only")]
    [InlineData(
        Home,
        "plans[0].condition.value",
        "\"silver\"",
        "plans[0].condition.value",
        "names the tariff silver, which the seller does not have")]
    [InlineData(
        Shop,
        "plans[0].condition",
        "{ \"kind\": \"operator-customer\", \"value\": \"nobody\" }",
        "plans[0].condition.value",
        "names the operator nobody, which is not in the catalog")]
    [InlineData(Shop, "plans[0].condition", "{ \"kind\": \"card-holder\" }", "plans[0].condition.value", "must name who may buy")]
    [InlineData(Shop, "plans[0].source.checked", "\"2026-12\"", "plans[0].source.checked", "lies in the future")]
    [InlineData(Shop, "plans[0].source.checked", "\"2026-11-24\"", "plans[0].source.checked", "lies in the future")]
    [InlineData(
        Shop,
        "plans[0].history",
        "[ { \"checked\": \"2024-06\", \"days\": 7, \"amount\": 1, \"currency\": \"USD\" } ]",
        "plans[0].history",
        "holds a price of 2024-06, later than the current one")]
    [InlineData(Shop, "successor", "\"nobody\"", "successor", "nobody is not in the catalog")]
    [InlineData(
        Shop,
        "fees",
        "[ { \"kind\": \"pickup\", \"amount\": 1, \"currency\": \"GBP\", \"per\": \"order\", \"when\": \"always\" } ]",
        "fees",
        "uses GBP, which has no exchange rate")]
    [InlineData(Shop, "source.checked", "\"2027\"", "source.checked", "lies in the future")]
    [InlineData("devices/test.json", "devices[0].variants[1].markets", "[ \"CN\" ]", "devices[0].variants", "lists the market CN twice")]
    [InlineData(
        "places.json",
        "airports[0].counters[0].seller",
        "\"nobody\"",
        "counters",
        "nrt-rent names the seller nobody, which is not in the catalog")]
    [InlineData("rates.json", "rates[0].yenPerUnit", "2", "rates", "must hold one yen for a yen")]
    [InlineData("rates.json", "asOf", "\"2026-11-24\"", "asOf", "lies in the future")]
    [InlineData(Home, "id", "\"shop\"", "id", "the id shop is taken in catalog/home.json", Shop)]
    [InlineData(Rent, "plans[0].id", "\"shop-5-gb\"", "plans[0].id", "the id shop-5-gb is taken in catalog/rent.json", Shop)]
    public async Task Data_that_breaks_a_rule_is_refused(
        string file, string place, string? value, string path, string reason, string? reported = null)
    {
        var data = new SmallCatalog().Set(file, place, value);
        var (catalog, problems) = await ReadAsync(data);

        var problem = Assert.Single(problems);
        Assert.Null(catalog);
        Assert.Equal((reported ?? file, path), (problem.File, problem.Path));
        Assert.EndsWith(reason, problem.Reason, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 1, data[problem.File].Split('\n').Length);
    }

    [Fact]
    public async Task A_facts_date_of_the_running_month_or_year_is_no_future()
    {
        var (catalog, problems) = await ReadAsync(
            new SmallCatalog().Set(Shop, "plans[0].source.checked", "\"2026-11\"").Set(Shop, "plans[1].source.checked", "\"2026\""));

        Assert.Empty(problems);
        Assert.NotNull(catalog);
    }

    [Fact]
    public async Task A_minimum_above_the_maximum_of_days_is_refused()
    {
        var (_, problems) = await ReadAsync(new SmallCatalog().Set(Shop, "plans[0].minDays", "8").Set(Shop, "plans[0].maxDays", "7"));

        Assert.Equal("plans[0].minDays", Assert.Single(problems).Path);
        Assert.EndsWith("is above maxDays", problems[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Shop, "plans[0].medium", "\"carrier-pigeon\"")]
    [InlineData(Shop, "plans[0].id", "\"Shop 5 GB\"")]
    [InlineData(Shop, "plans[0].prices[0].amount", "\"10\"")]
    [InlineData(Shop, "plans[0].prices[0].amount", "-1")]
    [InlineData(Shop, "plans[0].prices[0].days", "0")]
    [InlineData(Shop, "plans[0].source", null)]
    [InlineData(Shop, "plans[0].source.checked", "\"yesterday\"")]
    [InlineData(Shop, "website", "\"javascript:alert(1)\"")]
    [InlineData(Shop, "plans[0].colour", "\"red\"")]
    [InlineData("rates.json", "rates", "{}")]
    [InlineData("usage.json", "profiles", null)]
    [InlineData("tariff.json", "assumptions.setUpEsim", null)]
    [InlineData("devices/test.json", "devices[0].class", "\"toaster\"")]
    public async Task Data_that_breaks_its_schema_is_refused_with_its_line(string file, string place, string? value)
    {
        var (catalog, problems) = await ReadAsync(new SmallCatalog().Set(file, place, value));

        Assert.Null(catalog);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(file, problem.File));
        Assert.All(problems, problem => Assert.StartsWith("breaks the schema: ", problem.Reason, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.True(problem.Line > 0, problem.ToString()));
    }

    [Theory]
    [InlineData("{ \"id\": ")]
    [InlineData("")]
    [InlineData("{ \"id\": \"shop\", \"id\": \"shop\" }")]
    public async Task A_file_that_is_no_JSON_is_refused(string text)
    {
        var data = new SmallCatalog { [Shop] = text };
        var (_, problems) = await ReadAsync(data);

        Assert.Equal(Shop, Assert.Single(problems).File);
        Assert.StartsWith("is not JSON: ", problems[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("benchmarks.json")]
    [InlineData("usage.json")]
    [InlineData("places.json")]
    [InlineData("rates.json")]
    [InlineData("tariff.json")]
    public async Task A_missing_file_is_named(string file)
    {
        var (_, problems) = await ReadAsync(new SmallCatalog().Without(file));

        Assert.Equal(new DataProblem(file, 0, string.Empty, "is missing"), Assert.Single(problems));
    }

    [Fact]
    public async Task A_file_without_a_schema_is_refused()
    {
        var (_, problems) = await ReadAsync(new SmallCatalog { ["weather.json"] = "{}" });

        Assert.Equal("weather.json", Assert.Single(problems).File);
    }

    [Fact]
    public async Task All_problems_are_said_at_once()
    {
        var (_, problems) = await ReadAsync(new SmallCatalog()
            .Set(Shop, "plans[0].prices[0].amount", "0")
            .Set(Shop, "plans[1].allowance.per", "\"plan\"")
            .Set(Rent, "plans[0].tethering.policy", "\"forbidden\"")
            .Set(Home, "plans[0].condition.value", "\"silver\"")
            .Set("rates.json", "asOf", "\"2030-01-01\""));

        Assert.Equal(
            [
                "catalog/home.json plans[0].condition.value",
                "catalog/rent.json plans[0].tethering.policy",
                "catalog/shop.json plans[0].prices",
                "catalog/shop.json plans[1].allowance.per",
                "rates.json asOf",
            ],
            problems.Select(problem => $"{problem.File} {problem.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_line_of_a_problem_is_the_line_of_its_place()
    {
        var data = new SmallCatalog().Set(Shop, "plans[1].allowance.per", "\"plan\"");
        var (_, problems) = await ReadAsync(data);

        Assert.Contains("\"per\": \"plan\"", data[Shop].Split('\n')[problems[0].Line - 1], StringComparison.Ordinal);
    }

    private static Task<(
        Core.Catalog.CatalogSnapshot? Catalog,
        System.Collections.Immutable.ImmutableArray<DataProblem> Problems)> ReadAsync(SmallCatalog data) =>
        CatalogReader.ReadAsync(data.Folder, SiteFixture.Today, TestContext.Current.CancellationToken);
}
