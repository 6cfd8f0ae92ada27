using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>When a result page is calculated anew.</summary>
public sealed class ResultCacheTests
{
    private const string Result = "/en/result?people=2&days=5&home=US";

    [Fact]
    public async Task The_same_page_is_calculated_once_a_day_language_host_and_catalog()
    {
        await using var site = new PartnerSite();
        var first = (await site.CallAsync(Result)).Ok();
        var again = (await site.CallAsync(Result)).Ok();

        Assert.Equal((null, true), (first.Headers.Age, again.Headers.Age is not null));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.ContentHeaders.ContentLanguage, again.ContentHeaders.ContentLanguage);
        Assert.Null((await site.CallAsync(Result + "&currency=EUR")).Ok().Headers.Age);
        Assert.Null((await site.CallAsync(Result.Replace("/en/", "/ja/", StringComparison.Ordinal))).Ok().Headers.Age);
        Assert.Null((await site.CallAsync(Result, ("Host", "other.example"))).Ok().Headers.Age);
        site.Services.GetRequiredService<CatalogStore>().Serve(site.Services.GetRequiredService<CatalogStore>().Current);
        Assert.Null((await site.CallAsync(Result)).Ok().Headers.Age);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await site.CallAsync(Result)).Ok().Headers.Age);
    }

    [Fact]
    public async Task A_page_that_says_what_is_wrong_is_in_no_cache()
    {
        await using var site = new PartnerSite();
        await site.CallAsync("/en/result?people=0&days=5");

        Assert.Null((await site.CallAsync("/en/result?people=0&days=5")).Headers.Age);
    }
}
