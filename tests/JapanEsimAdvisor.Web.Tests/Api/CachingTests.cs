using System.Net;
using System.Text;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed class CachingTests(SiteFixture site)
{
    [Theory]
    [InlineData("recommendations?people=2&days=5")]
    [InlineData("plans?pageSize=2")]
    [InlineData("plans/airalo-moshi-moshi-5-gb-7-days")]
    [InlineData("providers?pageSize=2")]
    [InlineData("providers/airalo")]
    [InlineData("operators?pageSize=2")]
    [InlineData("devices?pageSize=2")]
    [InlineData("devices/apple-iphone-15")]
    [InlineData("usage-profiles")]
    [InlineData("exchange-rates")]
    [InlineData("airports")]
    [InlineData("changes?since=2026-01-01")]
    [InlineData("catalog.json")]
    [InlineData("catalog.csv?table=fees")]
    public async Task Who_has_the_answer_is_told_so(string path)
    {
        var address = "/api/v1/" + path;
        var first = (await site.GetAsync(address)).Ok();
        var tag = first.Headers.ETag!.ToString();
        var again = await site.GetAsync(address, ("If-None-Match", tag));
        var anything = await site.GetAsync(address, ("If-None-Match", "*"));
        var among = await site.GetAsync(address, ("If-None-Match", "\"other\", W/" + tag));
        var other = await site.GetAsync(address, ("If-None-Match", "\"other\""));

        Assert.Equal((HttpStatusCode.NotModified, string.Empty), (again.Status, again.Text));
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, anything.Status);
        Assert.Equal(HttpStatusCode.NotModified, among.Status);
        Assert.Equal(first.Text, other.Ok().Text);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept-Language", "X-Api-Key"], first.Headers.Vary);
        Assert.Equal(["en"], first.ContentHeaders.ContentLanguage);
    }

    [Theory]
    [InlineData("recommendations?people=2&days=5", "recommendations?people=3&days=5")]
    [InlineData("recommendations?people=2&days=5", "recommendations?people=2&days=5&currency=EUR")]
    [InlineData("recommendations?people=2&days=5", "recommendations?people=2&days=5&lang=zh-Hans")]
    [InlineData("plans?pageSize=2", "plans?pageSize=3")]
    [InlineData("plans?pageSize=2", "providers?pageSize=2")]
    [InlineData("plans?pageSize=2", "plans?pageSize=2&lang=zh-Hans")]
    [InlineData("usage-profiles", "exchange-rates")]
    public async Task Another_question_has_another_tag(string one, string other)
    {
        var first = (await site.GetAsync("/api/v1/" + one)).Ok();
        var second = (await site.GetAsync("/api/v1/" + other)).Ok();

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_posted_trip_has_a_tag_of_its_own()
    {
        var first = (await site.PostAsync(SampleTrips.Couple)).Ok();
        var same = (await site.PostAsync(SampleTrips.Couple)).Ok();
        var other = (await site.PostAsync(SampleTrips.With("preferences.currency", "\"EUR\""))).Ok();

        Assert.Equal(first.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("recommendations", SampleTrips.Couple)]
    [InlineData(
        "usage-checks",
        """{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, "asOf": "2027-04-05", "people": 1,"""
            + """ "lines": [ { "planId": "airalo-moshi-moshi-10-gb-30-days", "gbUsed": 0 } ] }""")]
    [InlineData("usage-estimates", """{ "activities": { "maps": 1 } }""")]
    public async Task Who_has_the_answer_to_a_posted_question_is_told_so_and_nobody_else(string path, string body)
    {
        var first = (await AskAsync(path, body)).Ok();
        var again = await AskAsync(path, body, first.Headers.ETag!.ToString());

        Assert.Equal((HttpStatusCode.NotModified, string.Empty, first.Headers.ETag), (again.Status, again.Text, again.Headers.ETag));
        Assert.Equal(first.Text, (await AskAsync(path, body, "\"other\"")).Ok().Text);
        Assert.Equal(first.Text, (await AskAsync(path, body, "*")).Ok().Text);
    }

    [Fact]
    public async Task A_trip_is_saved_whatever_answers_are_at_hand()
    {
        Assert.Equal(HttpStatusCode.Created, (await AskAsync("trips", $$"""{ "request": {{SampleTrips.Couple}} }""", "*")).Status);
    }

    [Theory]
    [InlineData("", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("", "fr-FR,fr;q=0.9", "en")]
    [InlineData("", "fr;q=0.9,zh-SG;q=0.5,en;q=0.1", "zh-Hans")]
    [InlineData("", "zh-TW", "zh-Hant")]
    [InlineData("", "ja-JP,ja;q=0.9,en;q=0.8", "ja")]
    [InlineData("", "ko-KR", "ko")]
    [InlineData("", "garbage;;q=x", "en")]
    [InlineData("", "*", "en")]
    [InlineData("lang=zh-Hans", "en", "zh-Hans")]
    [InlineData("lang=zh-hans", "en", "zh-Hans")]
    [InlineData("lang=zh-hant", "en", "zh-Hant")]
    [InlineData("lang=ja", "ko", "ja")]
    [InlineData("lang=ko", "ja", "ko")]
    [InlineData("lang=EN", "zh-CN", "en")]
    [InlineData("lang=", "zh-CN", "zh-Hans")]
    public async Task The_language_is_the_asked_one_else_the_browsers_else_English(string query, string accepted, string language)
    {
        var answer = (await site.GetAsync("/api/v1/usage-profiles?" + query, ("Accept-Language", accepted))).Ok();

        Assert.Equal([language], answer.ContentHeaders.ContentLanguage);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("fr")]
    [InlineData("en&lang=zh-Hans")]
    [InlineData("../../etc")]
    public async Task A_language_we_do_not_speak_is_an_error(string language)
    {
        var get = await site.GetAsync("/api/v1/recommendations?people=2&days=5&lang=" + language);
        var post = await site.PostAsync(SampleTrips.Couple, "?lang=" + language);

        get.Wrong("lang: unknown-language");
        post.Wrong("lang: unknown-language");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/plans/no-such-plan", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v1/plans", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/v1/recommendations", HttpStatusCode.MethodNotAllowed)]
    public async Task A_problem_speaks_the_language_asked_for(string method, string path, HttpStatusCode status)
    {
        using var client = site.CreateClient();
        var asked = await client.AskAsync(
            new HttpRequestMessage(new HttpMethod(method), new Uri(path + "?lang=zh-Hans", UriKind.Relative)),
            ("Accept-Language", "en"));
        var preferred = await client.AskAsync(
            new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)),
            ("Accept-Language", "zh-CN"));

        Assert.Equal((status, status), (asked.Status, preferred.Status));
        Assert.Equal(preferred.Text, asked.Text);
        Assert.Matches(@"[\u4E00-\u9FFF]", asked.Json.GetProperty("title").GetString()!);
    }

    private async Task<Answer> AskAsync(string path, string body, string? known = null)
    {
        using var client = site.CreateClient();
        var question = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri("/api/v1/" + path, UriKind.Relative))
        { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        return await client.AskAsync(question, known is null ? [] : [("If-None-Match", known)]);
    }
}
