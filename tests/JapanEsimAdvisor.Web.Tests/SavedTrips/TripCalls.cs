using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>Calls of the saved trips' routes.</summary>
internal static class TripCalls
{
    public const string Trips = "/api/v1/trips";

    public static string Body(string request = SampleTrips.Couple, string rest = "") => $$"""{ "request": {{request}}{{rest}} }""";

    public static Task<Answer> SaveAsync(this HttpClient client, string body) => client.SendAsync(HttpMethod.Post, Trips, body);

    public static Task<Answer> ReadAsync(this HttpClient client, string id, string query = "") =>
        client.SendAsync(HttpMethod.Get, $"{Trips}/{id}{query}");

    /// <param name="tag">If-Match; none where null.</param>
    public static Task<Answer> ChangeAsync(this HttpClient client, string id, string? token, string? tag, string body) =>
        client.SendAsync(HttpMethod.Put, $"{Trips}/{id}", body, [.. Token(token), .. tag is null ? [] : new[] { ("If-Match", tag) }]);

    public static Task<Answer> DeleteAsync(this HttpClient client, string id, string? token) =>
        client.SendAsync(HttpMethod.Delete, $"{Trips}/{id}", null, [.. Token(token)]);

    public static (string Id, string Token) Saved(this Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.Created, $"{(int)answer.Status} {answer.Text}");
        return (answer.Json.GetProperty("id").GetString()!, answer.Json.GetProperty("editToken").GetString()!);
    }

    /// <summary>What an answer says is saved, to be sent back with purchases.</summary>
    public static string SentBack(this Answer answer, string purchases) => new JsonObject
    {
        ["request"] = JsonNode.Parse(answer.Json.GetProperty("request").GetRawText()),
        ["basketId"] = answer.Json.GetProperty("basketId").GetString(),
        ["purchases"] = JsonNode.Parse(purchases),
    }.ToJsonString();

    private static IEnumerable<(string, string)> Token(string? token) => token is null ? [] : [("X-Edit-Token", token)];

    private static Task<Answer> SendAsync(this HttpClient client, HttpMethod method, string address, string? body =
        null, params (string, string)[] headers) => client.AskAsync(
        new HttpRequestMessage(method, new Uri(address, UriKind.Relative))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        },
        headers);
}
