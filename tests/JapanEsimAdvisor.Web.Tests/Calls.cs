using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace JapanEsimAdvisor.Web.Tests;

/// <summary>Requests to the site and what comes back.</summary>
internal static class Calls
{
    private const string Recommendations = "/api/v1/recommendations";

    public static async Task<Answer> GetAsync(this SiteFixture site, string address, params (string Name, string Value)[] headers)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        return await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, address), headers);
    }

    public static async Task<Answer> PostAsync(
        this SiteFixture site, string body, string query = "", params (string Name, string Value)[] headers)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        return await client.PostTripAsync(new StringContent(body, Encoding.UTF8, "application/json"), query, headers);
    }

    public static async Task<Answer> CheckUsageAsync(
        this SiteFixture site, string body, string query = "", params (string Name, string Value)[] headers)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        return await client.AskAsync(
            new HttpRequestMessage(
                HttpMethod.Post,
                "/api/v1/usage-checks" + query)
            { Content = new StringContent(body, Encoding.UTF8, "application/json") },
            headers);
    }

    public static async Task<Answer> PostAsync(this SiteFixture site, HttpContent content)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        return await client.PostTripAsync(content, string.Empty);
    }

    public static Task<Answer> PostTripAsync(
        this HttpClient client, HttpContent content, string query, params (string Name, string Value)[] headers) =>
        client.AskAsync(new HttpRequestMessage(HttpMethod.Post, Recommendations + query) { Content = content }, headers);

    public static async Task<Answer> AskAsync(
        this HttpClient client, HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        using (request)
        {
            foreach (var (name, value) in headers)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(
                response.StatusCode,
                response.Headers,
                response.Content.Headers,
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}

/// <summary>A response, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    private static readonly HtmlParser Parser = new();

    public string? MediaType => ContentHeaders.ContentType?.MediaType;

    public JsonElement Json { get; } = Text.StartsWith('{') ? JsonDocument.Parse(Text).RootElement : default;

    public IHtmlDocument Page => Parser.ParseDocument(Text);

    /// <summary>Error codes of problem details, as <c>path: code</c>.</summary>
    public IEnumerable<string> Errors => Json.GetProperty("codes").EnumerateObject()
        .SelectMany(at => at.Value.EnumerateArray(), (at, code) => $"{at.Name}: {code.GetString()}");

    public Answer Ok()
    {
        Assert.True(Status == HttpStatusCode.OK, $"{(int)Status} {Text}");
        return this;
    }

    /// <summary>A 400 that says exactly these things are wrong, each with words.</summary>
    public Answer Wrong(params string[] errors)
    {
        Assert.True(Status == HttpStatusCode.BadRequest, $"{(int)Status} {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(errors.Order(StringComparer.Ordinal), Errors.Order(StringComparer.Ordinal));
        Assert.All(
            Json.GetProperty("errors").EnumerateObject(),
            field => Assert.All(field.Value.EnumerateArray(), text => Assert.DoesNotContain('{', text.GetString()!)));
        return this;
    }

    /// <summary>A problem with a code, without fields.</summary>
    public Answer Problem(HttpStatusCode status, string code)
    {
        Assert.True(Status == status, $"{(int)Status} {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, Json.GetProperty("code").GetString());
        Assert.Equal("urn:japan-esim-advisor:problem:" + code, Json.GetProperty("type").GetString());
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(Json.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(Json.GetProperty("detail").GetString()));
        return this;
    }
}
