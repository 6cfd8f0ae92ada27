using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed class CatalogRoutesTests(SiteFixture site)
{
    [Theory]
    [InlineData("providers", "kind=travel-esim")]
    [InlineData("operators", "country=US")]
    [InlineData("devices", "class=phone")]
    public async Task A_list_is_a_page_with_its_links(string list, string filter)
    {
        var all = (await site.GetAsync("/api/v1/" + list)).Ok();
        var some = (await site.GetAsync($"/api/v1/{list}?{filter}&pageSize=3")).Ok();

        Assert.Equal(
            ["items", "total", "page", "pageSize", "catalog", .. list == "devices" ? (string[])["match"] : []],
            all.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(3, some.Json.GetProperty("items").GetArrayLength());
        Assert.InRange(some.Json.GetProperty("total").GetInt32(), 3, all.Json.GetProperty("total").GetInt32() - 1);
        Assert.Contains("rel=\"next\"", string.Join(", ", some.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("providers?kind=bank", "kind: unknown-value")]
    [InlineData("providers?pageSize=201", "pageSize: number-out-of-range")]
    [InlineData("providers?colour=red", "colour: unknown-field")]
    [InlineData("operators?country=Narnia", "country: unknown-country")]
    [InlineData("operators?country=us", "country: unknown-country")]
    [InlineData("operators?page=x", "page: number-out-of-range")]
    [InlineData("devices?class=toaster", "class: unknown-value")]
    [InlineData("devices?search=iphone", "search: unknown-field")]
    [InlineData("usage-profiles?x=1", "x: unknown-field")]
    [InlineData("exchange-rates?base=EUR", "base: unknown-field")]
    [InlineData(
        "plans/airalo-moshi-moshi-5-gb-7-days?days=0&currency=XYZ&x=1",
        "days: number-out-of-range|currency: unknown-value|x: unknown-field")]
    [InlineData("providers/airalo?x=1", "x: unknown-field")]
    [InlineData("devices/apple-iphone-15?x=1", "x: unknown-field")]
    public async Task A_parameter_or_value_nobody_knows_is_an_error(string address, string errors)
    {
        var answer = await site.GetAsync("/api/v1/" + address);

        answer.Wrong(errors.Split('|'));
    }

    [Theory]
    [InlineData("operators?country=", "operators")]
    [InlineData("providers?kind=", "providers")]
    [InlineData("devices?q=&class=", "devices")]
    public async Task An_empty_filter_filters_nothing(string empty, string plain)
    {
        var filtered = (await site.GetAsync("/api/v1/" + empty)).Ok();
        var all = (await site.GetAsync("/api/v1/" + plain)).Ok();

        Assert.Equal(all.Text, filtered.Text);
    }

    [Fact]
    public async Task A_provider_tells_its_policy_and_its_dates()
    {
        var answer = (await site.GetAsync("/api/v1/providers/airalo")).Ok().Json;

        Assert.Equal(
            [
                "id", "name", "kind", "soldIn", "soldInStated", "website", "refund", "tethering", "supportLanguages", "endedOn",
                "successor", "returnedBy", "plans", "advisablePlans", "pricesChecked", "source",
            ],
            answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("travel-esim", "allowed"), (answer.GetProperty("kind").GetString(), answer.GetProperty("tethering").GetString()));
        Assert.InRange(answer.GetProperty("advisablePlans").GetInt32(), 1, answer.GetProperty("plans").GetInt32());
    }

    [Fact]
    public async Task A_seller_that_ended_is_still_known_and_sells_nothing()
    {
        var answer = (await site.GetAsync("/api/v1/providers/apple-sim")).Ok().Json;

        Assert.Equal("ended", answer.GetProperty("kind").GetString());
        Assert.Equal(0, answer.GetProperty("advisablePlans").GetInt32());
    }

    [Fact]
    public async Task An_operator_lists_its_tariffs_and_roaming_plans()
    {
        var operators =
            (await site.GetAsync("/api/v1/operators?country=US&pageSize=200")).Ok().Json.GetProperty("items").EnumerateArray().ToList();
        var fi = operators.Single(found => found.GetProperty("id").GetString() == "google-fi");

        Assert.All(
            operators,
            found => Assert.Contains("US", found.GetProperty("countries").EnumerateArray().Select(country => country.GetString())));
        Assert.NotEmpty(fi.GetProperty("tariffs").EnumerateArray());
        Assert.NotEmpty(fi.GetProperty("roamingPlans").EnumerateArray());
    }

    [Fact]
    public async Task Profiles_and_activities_have_names_in_the_readers_language()
    {
        var english = (await site.GetAsync("/api/v1/usage-profiles?lang=en")).Ok().Json;
        var chinese = (await site.GetAsync("/api/v1/usage-profiles?lang=zh-Hans")).Ok().Json;

        Assert.Equal(
            ["light", "typical", "heavy", "work"],
            english.GetProperty("profiles").EnumerateArray().Select(profile => profile.GetProperty("id").GetString()));
        Assert.All(
            english.GetProperty("activities").EnumerateArray(),
            activity => Assert.True(activity.GetProperty("gbPerHour").GetDouble() > 0));
        Assert.All(
            chinese.GetProperty("activities").EnumerateArray(),
            activity => Assert.Matches(@"[\u4E00-\u9FFF]", activity.GetProperty("name").GetString()!));
        Assert.Equal(english.GetProperty("activities").GetArrayLength(), chinese.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task Exchange_rates_are_dated_and_hold_one_yen_for_a_yen()
    {
        var answer = (await site.GetAsync("/api/v1/exchange-rates")).Ok().Json;

        var rates = answer.GetProperty("rates").EnumerateArray().ToDictionary(rate => rate.GetProperty("currency").GetString()!);
        Assert.Equal("JPY", answer.GetProperty("base").GetString());
        Assert.True(answer.GetProperty("asOf").GetDateTime() <= SiteFixture.Now.UtcDateTime);
        Assert.Equal(1, rates["JPY"].GetProperty("yenPerUnit").GetDecimal());
        Assert.Equal((0, 0, 2, 2), (Decimals("JPY"), Decimals("KRW"), Decimals("USD"), Decimals("EUR")));

        int Decimals(string currency) => rates[currency].GetProperty("decimals").GetInt32();
    }

    [Theory]
    [InlineData("iphone 15", "apple-iphone-15")]
    [InlineData("IPHONE15", "apple-iphone-15")]
    [InlineData("15 iphone", "apple-iphone-15")]
    [InlineData("ihpone 15", "apple-iphone-15")]
    [InlineData("iphnoe 15", "apple-iphone-15")]
    [InlineData("苹果15", "apple-iphone-15")]
    [InlineData("pixle 8", "google-pixel-8")]
    [InlineData("google 8 pixel", "google-pixel-8")]
    [InlineData("　ｐｉｘｅｌ　８", "google-pixel-8")]
    public async Task A_phone_is_found_by_what_people_call_it(string words, string id)
    {
        var answer = await site.GetAsync("/api/v1/devices?class=phone&q=" + Uri.EscapeDataString(words));

        Assert.Equal(id, answer.Ok().Json.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("华为", "Huawei")]
    [InlineData("小米", "Xiaomi")]
    [InlineData("三星", "Samsung")]
    [InlineData("荣耀", "Honor")]
    [InlineData("苹果", "Apple")]
    [InlineData("任天堂", "Nintendo")]
    public async Task A_brand_is_found_by_its_Chinese_name(string name, string brand)
    {
        var items = (await site.GetAsync("/api/v1/devices?q=" + Uri.EscapeDataString(name)))
            .Ok().Json
            .GetProperty("items")
            .EnumerateArray()
            .ToList();

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal(brand, item.GetProperty("brand").GetString(), ignoreCase: true));
    }

    [Theory]
    [InlineData("abacus")]
    [InlineData("iphone 99")]
    [InlineData("🦊")]
    [InlineData("--")]
    public async Task Nonsense_finds_no_device(string words)
    {
        var answer = (await site.GetAsync("/api/v1/devices?q=" + Uri.EscapeDataString(words))).Ok().Json;

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_device_says_what_differs_by_market()
    {
        var answer = (await site.GetAsync("/api/v1/devices/apple-iphone-15")).Ok().Json;

        Assert.Equal(
            [
                "id", "brand", "name", "class", "released", "esim", "simSlots", "modelNumbers", "variants", "esimStored", "hotspot", "joinsWifi",
                "captivePortal", "source",
            ],
            answer.EnumerateObject().Select(property => property.Name));
        var mainland = answer
            .GetProperty("variants")
            .EnumerateArray()
            .Single(variant => variant.GetProperty("markets").EnumerateArray().Any(market => market.GetString() == "CN"));
        Assert.Equal("no", mainland.GetProperty("esim").GetString());
    }

    [Theory]
    [InlineData("/api/v1/plans?pageSize=1")]
    [InlineData("/api/v1/providers?pageSize=1")]
    [InlineData("/api/v1/operators?pageSize=1")]
    [InlineData("/api/v1/devices?pageSize=1")]
    [InlineData("/api/v1/usage-profiles")]
    public async Task Answers_carry_the_catalog_they_rest_on(string address)
    {
        var catalog = (await site.GetAsync(address)).Ok().Json.GetProperty("catalog");

        Assert.Matches("^[0-9a-f]{12}$", catalog.GetProperty("version").GetString());
        Assert.NotEqual(JsonValueKind.Null, catalog.GetProperty("pricesChecked").GetProperty("newest").ValueKind);
    }
}
