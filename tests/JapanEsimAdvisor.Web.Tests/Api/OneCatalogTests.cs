using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>A catalog that comes into service in the middle of a request changes nothing of its answer.</summary>
public sealed class OneCatalogTests
{
    [Theory]
    [InlineData("/api/v1/plans?q=shop")]
    [InlineData("/api/v1/plans/shop-5-gb")]
    [InlineData("/api/v1/recommendations?people=2&days=5&home=US")]
    [InlineData("/api/v1/catalog.json")]
    [InlineData("/en/plans?q=shop")]
    [InlineData("/en/plans/shop-5-gb")]
    [InlineData("/en/result?people=2&days=5&home=US&whyNot=shop-daily")]
    [InlineData("/en/about")]
    [InlineData("/en")]
    public async Task An_answer_rests_on_the_catalog_with_which_it_began(string address)
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var clock = new SwappingClock();
        await using var site = new CatalogSite(folder, services => services.AddSingleton<TimeProvider>(clock));
        using var client = site.CreateClient();
        var store = site.Services.GetRequiredService<CatalogStore>();
        var (before, after) = (store.Current, await OtherAsync());
        var alone = (await client.AskAsync(Get(address))).Ok().Text;

        store.Serve(before);
        clock.WhenAsked = () => store.Serve(after);
        var swapped = (await client.AskAsync(Get(address))).Ok().Text;

        Assert.Same(after, store.Current);
        Assert.Equal(alone, swapped);
    }

    /// <summary>A catalog without what the first one sells.</summary>
    private static async Task<CatalogInService> OtherAsync()
    {
        using var other = new CatalogFolder();
        await other.ImportAsync(new SmallCatalog().Without(SmallCatalog.Shop));
        return other.Current;
    }

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, new Uri(address, UriKind.Relative));

    /// <summary>Does something the first time somebody asks for the time: every request does, while it works.</summary>
    private sealed class SwappingClock : TimeProvider
    {
        public Action? WhenAsked { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var act = WhenAsked;
            WhenAsked = null;
            act?.Invoke();
            return SiteFixture.Now;
        }
    }
}
