using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>A partner's links over the real catalog: the answer is everybody's, but for where its buyers are sent.</summary>
public sealed partial class BuyLinkTests(LinkSite links) : IClassFixture<LinkSite>
{
    /// <summary>Trips of every kind.</summary>
    private static readonly Gen<string> Trips = Gen.Select(
        Gen.Int[1, 5], Gen.Int[1, 30], Gen.OneOf("light", "typical", "heavy"), Gen.OneOf("never", "sometimes", "often"),
        Gen.OneOf("US", "CN", "KR", "GB"),
        Gen.OneOf("USD", "JPY", "EUR"),
        Gen.OneOf("", "frontier", "why-not", "frontier,why-not,backup,fair-split"),
        Gen.OneOf("en", "zh-Hans", "ja"))
        .Select((people, days, usage, apart, home, currency, include, language) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"/api/v1/recommendations?people={people}&arrival=2027-02-0{1 + (days % 9)}&days={days}&usage={usage}"
                    + $"&apart={apart}&home={home}&currency={currency}&include={include}&lang={language}"));

    [Fact]
    public async Task Ranking_prices_and_texts_are_byte_for_byte_the_same_with_and_without_links()
    {
        var count = 0;
        await Trips.SampleAsync(
            async trip =>
            {
                var neutral = (await links.Site.CallAsync(trip)).Ok();
                count += AssertSameButForLinks(
                    neutral, (await links.Site.CallAsync(trip, PartnerSite.Key(links.KeyByAddress))).Ok(), LinkSite.ByAddress);
                AssertSameButForLinks(neutral, (await links.Site.CallAsync(trip, PartnerSite.Key(links.KeyByPlan))).Ok(), LinkSite.ByPlan);
                Assert.Equal(neutral.Text, (await links.Site.CallAsync(trip, PartnerSite.Key(links.KeyWithoutLinks))).Ok().Text);
            },
            iter: 25, threads: 1);

        Assert.True(count > 50, $"only {count} links");
    }

    [Theory]
    [InlineData("/api/v1/plans?pageSize=200&sort=price")]
    [InlineData("/api/v1/plans/airalo-moshi-moshi-5-gb-7-days")]
    public async Task Plans_have_links_too(string address)
    {
        var neutral = (await links.Site.CallAsync(address)).Ok();

        Assert.NotEqual(0, AssertSameButForLinks(
            neutral, (await links.Site.CallAsync(address, PartnerSite.Key(links.KeyByAddress))).Ok(), LinkSite.ByAddress));
        Assert.NotEqual(
            0,
            AssertSameButForLinks(neutral, (await links.Site.CallAsync(address, PartnerSite.Key(links.KeyByPlan))).Ok(), LinkSite.ByPlan));
    }

    [Fact]
    public async Task A_posted_trip_has_links_and_a_wrong_one_its_problem()
    {
        var (neutral, linked) =
            ((await PostAsync(SampleTrips.Couple)).Ok(), (await PostAsync(SampleTrips.Couple, PartnerSite.Key(links.KeyByPlan))).Ok());

        Assert.NotEqual(0, AssertSameButForLinks(neutral, linked, LinkSite.ByPlan));
        Assert.Equal((await PostAsync("{}")).Text, (await PostAsync("{}", PartnerSite.Key(links.KeyByPlan))).Text);
        (await PostAsync("[]", PartnerSite.Key(links.KeyByPlan))).Problem(HttpStatusCode.BadRequest, "not-an-object");
    }

    [Fact]
    public async Task An_answer_with_links_has_a_tag_of_its_own_and_knows_it_again()
    {
        const string Address = "/api/v1/plans/airalo-moshi-moshi-5-gb-7-days";
        var neutral = Tag(await links.Site.CallAsync(Address));
        var (byAddress, byPlan) = (
            Tag(await links.Site.CallAsync(Address, PartnerSite.Key(links.KeyByAddress))),
            Tag(await links.Site.CallAsync(Address, PartnerSite.Key(links.KeyByPlan))));

        Assert.Equal(3, new[] { neutral, byAddress, byPlan }.Distinct().Count());
        Assert.Equal(neutral, Tag(await links.Site.CallAsync(Address, PartnerSite.Key(links.KeyWithoutLinks))));
        foreach (var (key, own) in ((string, string)[])[(links.KeyByAddress, byAddress), (links.KeyByPlan, byPlan)])
        {
            foreach (var known in (string[])[own, "W/" + own, $"\"x\", {own}", "*"])
            {
                var again = await links.Site.CallAsync(Address, PartnerSite.Key(key), ("If-None-Match", known));
                Assert.Equal((HttpStatusCode.NotModified, string.Empty, own), (again.Status, again.Text, Tag(again)));
            }

            foreach (var other in (string[])[neutral, own == byPlan ? byAddress : byPlan, "\"\"", "garbage"])
            {
                (await links.Site.CallAsync(Address, PartnerSite.Key(key), ("If-None-Match", other))).Ok();
            }
        }

        (await links.Site.CallAsync(Address, ("If-None-Match", byPlan))).Ok();
    }

    private Task<Answer> PostAsync(string body, params (string, string)[] headers) =>
        links.Site.SendAsync(HttpMethod.Post, "/api/v1/recommendations", body, headers);

    private static string Tag(Answer answer) => answer.Headers.ETag!.ToString();

    /// <returns>Links that were put in.</returns>
    private static int AssertSameButForLinks(Answer neutral, Answer linked, string template)
    {
        Assert.Equal(BuyUrl().Replace(neutral.Text, "$1…$2"), BuyUrl().Replace(linked.Text, "$1…$2"));
        Assert.Equal(neutral.Headers.GetValues("Vary"), linked.Headers.GetValues("Vary"));
        var (before, after) = (Purchases(neutral.Json).ToList(), Purchases(linked.Json).ToList());
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Zip(after), pair => Assert.Equal(Expected(pair.First, template), pair.Second.GetProperty("buyUrl").GetString()));
        Assert.All(
            before.Zip(after),
            pair => Assert.Equal(pair.First.GetProperty("sellerUrl").GetString(), pair.Second.GetProperty("sellerUrl").GetString()));
        return after.Count(purchase => purchase.GetProperty("buyUrl").ValueKind == JsonValueKind.String);
    }

    private static string? Expected(JsonElement thing, string template)
    {
        var provider = thing.GetProperty("provider");
        var (seller, plan) = provider.ValueKind == JsonValueKind.Object
            ? (provider.GetProperty("id"), thing.GetProperty("id"))
            : (provider, thing.GetProperty("planId"));
        return thing.GetProperty("sellerUrl").GetString() is { } url
            ? template.Replace("{url}", Uri.EscapeDataString(url), StringComparison.Ordinal)
                .Replace("{provider}", seller.GetString(), StringComparison.Ordinal)
                    .Replace("{planId}", plan.GetString(), StringComparison.Ordinal)
            : null;
    }

    /// <summary>Every object with a <c>buyUrl</c>, wherever it stands.</summary>
    private static IEnumerable<JsonElement> Purchases(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => (at.TryGetProperty("buyUrl", out _) ? [at] : Enumerable.Empty<JsonElement>()).Concat(
            at.EnumerateObject().SelectMany(property => Purchases(property.Value))),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(Purchases),
        _ => [],
    };

    [GeneratedRegex("""("buyUrl":)(?:"[^"]*"|null)([,}])""")]
    private static partial Regex BuyUrl();
}

/// <summary>The site on the real catalog with a partner of each kind of link, and one without.</summary>
public sealed class LinkSite : IAsyncLifetime
{
    public const string ByAddress = "https://track.example/?u={url}";

    public const string ByPlan = "https://shop.agency.example/{provider}/{planId}";

    internal PartnerSite Site { get; } = new(("Quotas:PerAddress", "100000"), ("Quotas:PerKey", "100000")) { HasRealCatalog = true };

    public string KeyByAddress { get; private set; } = string.Empty;

    public string KeyByPlan { get; private set; } = string.Empty;

    public string KeyWithoutLinks { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        (KeyByAddress, _) = await Site.AddAsync("--link", ByAddress);
        (KeyByPlan, _) = await Site.AddAsync("--link", ByPlan);
        (KeyWithoutLinks, _) = await Site.AddAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
