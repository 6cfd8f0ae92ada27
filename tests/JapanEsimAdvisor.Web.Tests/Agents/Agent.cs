using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace JapanEsimAdvisor.Web.Tests.Agents;

/// <summary>An agent as others build them: the protocol's own client, on the site's own host.</summary>
internal static class Agent
{
    public static Task<McpClient> ConnectAsync(HttpClient client, params (string Name, string Value)[] headers) =>
        ConnectAsync(client, null, headers);

    public static async Task<McpClient> ConnectAsync(HttpClient client, McpClientOptions? how, params (string Name, string Value)[] headers)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri("http://localhost/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = headers.ToDictionary(header => header.Name, header => header.Value),
        };
        return await McpClient.CreateAsync(
            new HttpClientTransport(options, client, null, ownsHttpClient: true),
            how,
            cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <param name="arguments">A JSON object.</param>
    public static async Task<ToolAnswer> UseAsync(this McpClient agent, string tool, string arguments)
    {
        var read = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!;
        var result = await agent.CallToolAsync(tool, read, cancellationToken: TestContext.Current.CancellationToken);
        return new ToolAnswer(
            result.IsError ?? false, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, result.StructuredContent);
    }

    /// <summary>A message sent by hand.</summary>
    public static HttpRequestMessage Message(string body, string type = "application/json")
    {
        var message = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri("/mcp", UriKind.Relative))
        { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };
        message.Headers.Add("Accept", "application/json, text/event-stream");
        return message;
    }

    public static string Call(string tool, string arguments) =>
        $$"""{ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "{{tool}}", "arguments": {{arguments}} } }""";
}

/// <param name="Text">What is read by those who read text alone.</param>
internal sealed record ToolAnswer(bool IsError, string Text, JsonElement? Structured)
{
    /// <summary>What is said, read.</summary>
    public JsonElement Json => JsonElement.Parse(Text);
}
