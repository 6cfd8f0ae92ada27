namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>The OpenAPI document in the hands of others: linters, a generator of TypeScript types, and a program written against these.</summary>
public sealed class ToolTests(Node node) : IAsyncLifetime
{
    private readonly SiteFixture _site = new();

    private string _address = string.Empty;

    private string _document = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _site.UseKestrel(0);
        _site.StartServer();
        _address = _site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        using var client = new HttpClient();
        _document = Path.Combine(Node.Folder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(_document, await client.GetStringAsync(new Uri(_address + "/openapi/v1.json"), TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_document);
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Spectral_and_Redocly_find_nothing()
    {
        var (spectral, found) = await node.RunAsync("@stoplight/spectral-cli/dist/index.js", "lint", _document, "--ruleset", Path.Combine(Node.Folder, ".spectral.yaml"), "--fail-severity", "hint");
        Assert.True(spectral, found);
        Assert.Contains("No results", found, StringComparison.Ordinal);

        var (redocly, said) = await node.RunAsync("@redocly/cli/bin/cli.js", "lint", _document, "--config", Path.Combine(Node.Folder, "redocly.yaml"));
        Assert.True(redocly, said);
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_client_made_from_the_document_compiles_and_works_against_the_server()
    {
        await RunAsync("openapi-typescript/bin/cli.js", _document, "--output", Path.Combine(Node.Folder, "api.d.ts"));
        await RunAsync("typescript/bin/tsc", "--project", Node.Folder);

        var (works, said) = await node.ScriptAsync(Path.Combine("out", "client.js"), _address);
        Assert.True(works, said);
        Assert.Equal("The client and the server agree.", said);
    }

    private async Task RunAsync(string tool, params string[] arguments)
    {
        var (isContent, said) = await node.RunAsync(tool, arguments);
        Assert.True(isContent, said);
    }
}
