using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>The widget's script as the site sends it.</summary>
public sealed partial class WidgetScriptTests(SiteFixture site)
{
    private const string Script = "/widget/v1.js";

    private const int Most = 12_000;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task It_is_sent_in_at_most_twelve_kilobytes(string encoding)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Script) { Headers = { { "Accept-Encoding", encoding } } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var sent = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.InRange(sent.Length, 1, Most);
        using var stream = new MemoryStream(sent);
        await using Stream plain = encoding == "br"
            ? new BrotliStream(stream, CompressionMode.Decompress)
            : new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Equal(await TextAsync(), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Any_page_may_load_it_and_asks_again_whether_it_changed()
    {
        var first = (await site.GetAsync(Script, ("Origin", "https://agency.example"))).Ok();
        var again = await site.GetAsync(Script, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(("text/javascript", "utf-8"), (first.MediaType, first.ContentHeaders.ContentType!.CharSet));
        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(first.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.InRange(first.Headers.CacheControl!.MaxAge!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Text);
    }

    [Fact]
    public async Task It_brings_the_texts_of_every_language_and_asks_for_no_others()
    {
        var script = await TextAsync();
        var texts = JsonDocument.Parse(TextsPattern().Match(script).Groups[1].Value).RootElement;

        Assert.Equal(Source.Languages, texts.EnumerateObject().Select(language => language.Name));
        Assert.All(
            texts.EnumerateObject(),
            language => Assert.All(
                language.Value.EnumerateObject(),
                text => Assert.Equal(Source.Texts(language.Name)[text.Name], text.Value.GetString())));
        var brought = texts
            .GetProperty("en")
            .EnumerateObject()
            .Select(text => text.Name)
            .Where(key => !key.StartsWith("money.", StringComparison.Ordinal))
            .ToList();
        var program = PathsPattern().Replace(
            script.Replace(TextsPattern().Match(script).Groups[1].Value, string.Empty, StringComparison.Ordinal),
            string.Empty);
        Assert.Equal(
            brought.Order(StringComparer.Ordinal),
            KeyPattern().Matches(program).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_writes_text_and_never_markup_style_attributes_or_cookies() =>
        Assert.DoesNotMatch(
            @"innerHTML|outerHTML|insertAdjacentHTML|\.style\b|document\.write|document\.cookie|localStorage|sessionStorage|eval\(",
            await TextAsync());

    private async Task<string> TextAsync() => (await site.GetAsync(Script)).Ok().Text;

    [GeneratedRegex(@"const TEXTS = (\{.*\});")]
    private static partial Regex TextsPattern();

    [GeneratedRegex("const PATHS = .*")]
    private static partial Regex PathsPattern();

    [GeneratedRegex("'([a-z]+(?:\\.[a-z-]+)+)'(?=[,)\\] }])")]
    private static partial Regex KeyPattern();
}
