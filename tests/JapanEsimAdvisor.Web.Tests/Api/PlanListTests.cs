using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed partial class PlanListTests(SiteFixture site)
{
    private const string Plans = "/api/v1/plans";

    [Fact]
    public async Task A_page_says_where_it_stands()
    {
        var answer = (await site.GetAsync(Plans)).Ok().Json;

        Assert.Equal(["items", "total", "page", "pageSize", "catalog"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal((50, 1, 50), (Items(answer).Count, answer.GetProperty("page").GetInt32(), answer.GetProperty("pageSize").GetInt32()));
        Assert.InRange(answer.GetProperty("total").GetInt32(), 100, 10_000);
    }

    [Fact]
    public async Task Following_next_visits_every_plan_once()
    {
        var (ids, address) = (new List<string>(), (string?)Plans + "?pageSize=90&medium=esim");
        var total = 0;
        while (address is not null)
        {
            var answer = (await site.GetAsync(address)).Ok();
            total = answer.Json.GetProperty("total").GetInt32();
            ids.AddRange(Ids(answer.Json));
            address = Links(answer).GetValueOrDefault("next");
        }

        Assert.Equal(total, ids.Count);
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Links_lead_to_first_previous_next_and_last_and_keep_the_filters()
    {
        var first = Links((await site.GetAsync(Plans + "?medium=esim&pageSize=10&q=5%20GB")).Ok());
        var second = Links((await site.GetAsync(first["next"])).Ok());
        var last = Links((await site.GetAsync(first["last"])).Ok());

        Assert.Equal(["first", "last", "next"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["first", "last", "next", "prev"], second.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["first", "last", "prev"], last.Keys.Order(StringComparer.Ordinal));
        Assert.All(first.Values.Concat(second.Values), link => Assert.Contains("medium=esim", link, StringComparison.Ordinal));
        Assert.Equal(second["prev"], first["first"]);
    }

    [Fact]
    public async Task A_page_behind_the_last_is_empty_and_leads_back()
    {
        var answer = (await site.GetAsync(Plans + "?page=1000000&pageSize=200")).Ok();

        Assert.Empty(Items(answer.Json));
        Assert.Equal(Links(answer)["last"], Links(answer)["prev"]);
    }

    [Theory]
    [InlineData("pageSize=1", 1)]
    [InlineData("pageSize=200", 200)]
    [InlineData("pageSize=", 50)]
    public async Task A_page_has_the_size_asked_for(string query, int size)
    {
        var answer = await site.GetAsync($"{Plans}?{query}");

        Assert.Equal(size, Items(answer.Ok().Json).Count);
    }

    [Theory]
    [InlineData("pageSize=0", "pageSize: number-out-of-range")]
    [InlineData("pageSize=201", "pageSize: number-out-of-range")]
    [InlineData("pageSize=many", "pageSize: number-out-of-range")]
    [InlineData("page=0", "page: number-out-of-range")]
    [InlineData("page=-1", "page: number-out-of-range")]
    [InlineData("page=1&page=2", "page: number-out-of-range")]
    [InlineData("page=99999999999", "page: number-out-of-range")]
    [InlineData("medium=pigeon", "medium: unknown-value")]
    [InlineData("medium=Esim", "medium: unknown-value")]
    [InlineData("medium=0", "medium: unknown-value")]
    [InlineData("allowance=huge", "allowance: unknown-value")]
    [InlineData("provider=nobody", "provider: unknown-value")]
    [InlineData("network=vodafone", "network: unknown-value")]
    [InlineData("tethering=maybe", "tethering: unknown-value")]
    [InlineData("audience=all", "audience: unknown-value")]
    [InlineData("sort=name", "sort: unknown-value")]
    [InlineData("currency=XYZ", "currency: unknown-value")]
    [InlineData("days=0", "days: number-out-of-range")]
    [InlineData("days=366", "days: number-out-of-range")]
    [InlineData("minGb=-1", "minGb: number-out-of-range")]
    [InlineData("minGb=lots", "minGb: number-out-of-range")]
    [InlineData("Medium=esim", "Medium: unknown-field")]
    [InlineData("colour=red&size=xl", "colour: unknown-field|size: unknown-field")]
    [InlineData("medium=pigeon&sort=name&days=0", "medium: unknown-value|sort: unknown-value|days: number-out-of-range")]
    public async Task A_parameter_or_value_nobody_knows_is_an_error(string query, string errors)
    {
        var answer = await site.GetAsync($"{Plans}?{query}");

        answer.Wrong(errors.Split('|'));
    }

    [Fact]
    public async Task What_others_hang_on_links_is_ignored()
    {
        var plain = await site.GetAsync(Plans + "?pageSize=1");
        var tagged = await site.GetAsync(Plans + "?pageSize=1&utm_source=x&UTM_medium=y&gclid=z&fbclid=z");

        Assert.Equal(plain.Ok().Text, tagged.Ok().Text);
    }

    [Theory]
    [InlineData("medium", "esim", "medium")]
    [InlineData("medium", "sim", "medium")]
    [InlineData("medium", "pocket-wifi", "medium")]
    [InlineData("medium", "roaming", "medium")]
    [InlineData("allowance", "daily", "allowance.kind")]
    [InlineData("allowance", "unlimited", "allowance.kind")]
    [InlineData("allowance", "pay-as-you-go", "allowance.kind")]
    [InlineData("provider", "airalo", "provider.id")]
    [InlineData("tethering", "forbidden", "tethering.policy")]
    [InlineData("tethering", "capped", "tethering.policy")]
    [InlineData("audience", "operator-customer", "audience")]
    public async Task A_filter_keeps_what_fits_and_drops_the_rest(string filter, string value, string property)
    {
        var everything = await AllAsync(string.Empty);
        var kept = await AllAsync($"{filter}={value}");

        Assert.NotEmpty(kept);
        Assert.All(kept, plan => Assert.Equal(value, At(plan, property).GetString()));
        Assert.Equal(everything.Count(plan => At(plan, property).GetString() == value), kept.Count);
    }

    [Theory]
    [InlineData("docomo")]
    [InlineData("au")]
    [InlineData("softbank")]
    [InlineData("rakuten")]
    public async Task A_network_is_found_among_several(string network)
    {
        var kept = await AllAsync("network=" + network);

        Assert.NotEmpty(kept);
        Assert.All(
            kept, plan => Assert.Contains(network, plan.GetProperty("networks").EnumerateArray().Select(known => known.GetString())));
    }

    [Theory]
    [InlineData("moshi", "airalo-moshi-moshi-5-gb-7-days")]
    [InlineData("AIRALO%205%20GB%207%20days", "airalo-moshi-moshi-5-gb-7-days")]
    public async Task A_plan_is_found_by_words_of_its_name_or_seller(string words, string id)
    {
        var kept = await AllAsync("q=" + words);

        Assert.Contains(id, kept.Select(plan => plan.GetProperty("id").GetString()));
        Assert.All(kept, plan => Assert.StartsWith("airalo", plan.GetProperty("id").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_nothing_mentions_find_nothing()
    {
        var kept = await AllAsync("q=xyzzy");

        Assert.Empty(kept);
    }

    [Fact]
    public async Task Enough_gigabytes_means_for_the_quoted_days()
    {
        var kept = await AllAsync("minGb=50&days=10&allowance=daily");

        Assert.NotEmpty(kept);
        Assert.All(kept, plan => Assert.True(plan.GetProperty("allowance").GetProperty("gb").GetDouble() * 10 >= 50));
    }

    [Theory]
    [InlineData("price", "price", "EUR")]
    [InlineData("price-per-day", "perDay", "USD")]
    [InlineData("price-per-gb", "perGb", "JPY")]
    public async Task A_sort_puts_the_cheapest_first_and_the_unpriced_last(string sort, string property, string currency)
    {
        var plans = await AllAsync($"sort={sort}&currency={currency}&days=10");

        var amounts = plans
            .Select(plan => plan.GetProperty("quote"))
            .Select(quote => quote.ValueKind == JsonValueKind.Null || quote.GetProperty(property).ValueKind == JsonValueKind.Null
            ? decimal.MaxValue
            : quote.GetProperty(property).GetProperty("amount").GetDecimal()).ToList();
        Assert.Contains(decimal.MaxValue, amounts);
        Assert.Equal(amounts.Order(), amounts);
        Assert.All(
            plans.Select(plan => plan.GetProperty("quote")).Where(quote => quote.ValueKind != JsonValueKind.Null),
            quote => Assert.Equal(
                (10, currency),
                (quote.GetProperty("days").GetInt32(), quote.GetProperty("price").GetProperty("currency").GetString())));
    }

    [Fact]
    public async Task A_plan_has_the_documented_shape()
    {
        var plan = (await site.GetAsync(Plans + "/airalo-moshi-moshi-5-gb-7-days?days=10&currency=EUR")).Ok().Json;

        Assert.Equal(
            [
                "id", "provider", "name", "medium", "audience", "soldIn", "condition", "homeOperator", "extraCost", "countries",
                "allowance", "prices", "pricePerGb", "priceRange", "confirmed", "fees",
                "validity", "tethering", "topUp", "networks", "fiveG", "japaneseNumber", "identityCheck", "router", "quote", "advisable",
                "notAdvisableBecause", "buyUrl", "sellerUrl", "source", "priceHistory",
            ],
            plan.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"id":"airalo","name":"Airalo"}""", plan.GetProperty("provider").GetRawText());
        Assert.Equal(
            """{"kind":"fixed","gb":5,"per":"plan","after":{"action":"stops","kbps":null},"speedKbps":null}""",
            plan.GetProperty("allowance").GetRawText());
        Assert.Equal(
            (10, 2, "EUR"),
            (
                plan.GetProperty("quote").GetProperty("days").GetInt32(),
                plan.GetProperty("quote").GetProperty("quantity").GetInt32(),
                plan.GetProperty("quote").GetProperty("price").GetProperty("currency").GetString()));
        Assert.Equal(
            ["softbank", "au"],
            plan.GetProperty("networks").EnumerateArray().Select(network => network.GetString()).OrderDescending());
        Assert.True(plan.GetProperty("advisable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("notAdvisableBecause").ValueKind);
    }

    [Fact]
    public async Task Every_plan_of_the_list_stands_alone_as_in_the_list()
    {
        var listed = Items((await site.GetAsync(Plans + "?page=3&pageSize=5")).Ok().Json);

        Assert.Equal(5, listed.Count);
        foreach (var plan in listed)
        {
            Assert.Equal(plan.GetRawText(), (await site.GetAsync($"{Plans}/{plan.GetProperty("id").GetString()}")).Ok().Text);
        }
    }

    [Fact]
    public async Task What_is_not_advised_says_why()
    {
        var plans = await AllAsync(string.Empty);

        Assert.All(
            plans,
            plan => Assert.Equal(
                plan.GetProperty("advisable").GetBoolean(),
                plan.GetProperty("notAdvisableBecause").ValueKind == JsonValueKind.Null));
        Assert.Contains(plans, plan => !plan.GetProperty("advisable").GetBoolean());
    }

    [Theory]
    [InlineData("plans/no-such-plan")]
    [InlineData("plans/..%2Fetc%2Fpasswd")]
    [InlineData("providers/nobody")]
    [InlineData("devices/abacus")]
    [InlineData("nowhere")]
    [InlineData("plans/a/b")]
    [InlineData("")]
    public async Task An_address_nobody_knows_is_not_found(string path)
    {
        var answer = await site.GetAsync("/api/v1/" + path);

        answer.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private async Task<List<JsonElement>> AllAsync(string query)
    {
        var plans = new List<JsonElement>();
        for (var address = (string?)$"{Plans}?pageSize=200&{query}"; address is not null;)
        {
            var answer = (await site.GetAsync(address)).Ok();
            plans.AddRange(Items(answer.Json));
            address = Links(answer).GetValueOrDefault("next");
        }

        return plans;
    }

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static IEnumerable<string> Ids(JsonElement list) => Items(list).Select(item => item.GetProperty("id").GetString()!);

    private static JsonElement At(JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (part, name) => part.GetProperty(name));

    private static Dictionary<string, string> Links(Answer answer) =>
        LinkPattern()
            .Matches(string.Join(", ", answer.Headers.GetValues("Link")))
            .ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);

    [GeneratedRegex("<([^>]+)>; rel=\"([a-z]+)\"")]
    private static partial Regex LinkPattern();
}
