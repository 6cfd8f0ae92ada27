namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>"When would the advice change?" on the page.</summary>
public sealed class FlipPageTests(SiteFixture site)
{
    [Theory]
    [InlineData("en", "en", "When would the advice change?")]
    [InlineData("zh-hans", "zh-Hans", "什么情况下该换方案？")]
    public async Task The_page_says_the_sentences_the_API_says(string language, string tag, string heading)
    {
        var section = (await site.GetAsync($"/{language}/result?people=6&days=7")).Ok().Page.QuerySelector("#flips")!;
        var answer = (await site.GetAsync($"/api/v1/recommendations?people=6&days=7&include=flip-points&lang={tag}")).Ok().Json;
        var sentences = answer
            .GetProperty("flipPoints")
            .EnumerateArray()
            .Concat(answer.GetProperty("sharingBreakEven").EnumerateArray())
            .Select(one => one.GetProperty("text").GetString())
            .ToList();

        Assert.Equal(heading, section.QuerySelector("h2")!.TextContent);
        Assert.NotEmpty(sentences);
        Assert.Equal(sentences, section.QuerySelectorAll("li").Select(item => item.TextContent));
    }

    [Theory]
    [InlineData("en", "Use, hours apart, length or group size would have to change a lot before anything else is better.")]
    [InlineData("zh-hans", "用量、分开的时间、天数和人数要变很多，才会有更划算的方案。")]
    public async Task Where_nothing_near_changes_the_advice_the_page_says_so(string language, string text)
    {
        var section =
            (await site.GetAsync(
                $"/{language}/result?trip.days=10&trip.homeCountry=US&travelers[0].phone=google-pixel-8&"
                    + "travelers[0].phoneMarket=US")).Ok().Page.QuerySelector(
                "#flips")!;

        Assert.Equal([text], section.QuerySelectorAll("p").Select(line => line.TextContent));
        Assert.Empty(section.QuerySelectorAll("li"));
    }

    /// <summary>2⁹ sub-parties: more than a page reckons unasked, fewer than the API does.</summary>
    [Theory]
    [InlineData("en", "Too many different people to try other trips here.")]
    [InlineData("zh-hans", "你们的情况差别太大，这里没法逐一试算。")]
    public async Task A_party_too_various_for_a_page_is_told_so(string language, string text)
    {
        var people = string.Concat(Enumerable.Range(0, 9).Select(person => $"&travelers[{person}].usage.gbPerDay=0.{person + 11}"));
        var section = (await site.GetAsync($"/{language}/result?trip.days=5{people}")).Ok().Page.QuerySelector("#flips")!;

        Assert.Equal([text], section.QuerySelectorAll("p").Select(line => line.TextContent));
    }
}
