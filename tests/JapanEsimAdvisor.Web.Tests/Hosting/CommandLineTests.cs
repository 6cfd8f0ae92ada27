using JapanEsimAdvisor.Web.Hosting.Commands;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>What the arguments of the program mean.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--urls=http://127.0.0.1:0")]
    [InlineData("urls=http://127.0.0.1:0")]
    [InlineData("--environment=Production", "--Catalog:Database=Data Source=x.db", "--OTEL_SERVICE_NAME", "site")]
    public async Task Without_a_command_the_site_is_served(params string[] args)
    {
        var (exit, done, _, errors) = await RunAsync(args);

        Assert.Equal((0, "serve", string.Empty), (exit, done, errors));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    [InlineData("--urls", "http://127.0.0.1:0", "import")]
    [InlineData("--Catalog:Database", "Data Source=x.db", "check")]
    [InlineData("check", "--Catalog:Database=Data Source=x.db", "--urls", "http://127.0.0.1:0")]
    [InlineData("partners", "list")]
    [InlineData("--Partners:Database", "Data Source=x.db", "partners", "list", "--urls", "http://127.0.0.1:0")]
    [InlineData(
        "partners", "--Partners:Database=x", "add", "--name", "A=B", "--origin", "https://a.example", "--link",
        "https://t.example/?u={url}")]
    public async Task A_command_is_found_wherever_the_settings_stand(params string[] args)
    {
        var (_, done, _, errors) = await RunAsync(args);

        Assert.Equal(("command", string.Empty), (done, errors));
    }

    [Theory]
    [InlineData("refresh", "refresh")]
    [InlineData("refresh", "--urls", "http://127.0.0.1:0", "refresh")]
    [InlineData("refresh", "refresh", "--Catalog:Database=Data Source=x.db")]
    [InlineData("Import", "Import")]
    public async Task An_unknown_command_ends_with_2_and_the_list_of_commands(string unknown, params string[] args)
    {
        var (exit, done, output, errors) = await RunAsync(args);

        Assert.Equal((2, string.Empty), (exit, done));
        Assert.Contains($"'{unknown}'", errors, StringComparison.Ordinal);
        AssertLists(output);
    }

    [Theory]
    [InlineData("import", "now")]
    [InlineData("partners")]
    [InlineData("partners", "list", "--quoat", "5")]
    [InlineData("partners", "add", "--name", "A", "--origin", "https://agency.example", "--quoat=5")]
    public async Task What_a_command_does_not_know_ends_with_2_and_does_nothing(params string[] args)
    {
        var (exit, done, _, errors) = await RunAsync(args);

        Assert.Equal((2, string.Empty), (exit, done));
        Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--urls", "http://127.0.0.1:0", "--help")]
    public async Task Help_lists_the_commands(params string[] args)
    {
        var (exit, done, output, _) = await RunAsync(args);

        Assert.Equal((0, string.Empty), (exit, done));
        AssertLists(output);
    }

    private static void AssertLists(string output) =>
        Assert.All(
            (string[])["import", "check", "partners"],
            command => Assert.Matches($@"\n  {command} +\w+", output.ReplaceLineEndings("\n")));

    /// <summary>What would be done: serve, or a command, which is known by asking for the site's services.</summary>
    private static async Task<(int Exit, string Done, string Output, string Errors)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var done = string.Empty;
        var commands = new Commands(() => throw new ServicesAskedException(), () => Task.FromResult(done = "serve"), output, errors);
        try
        {
            return (await commands.RunAsync(args, TestContext.Current.CancellationToken), done, output.ToString(), errors.ToString());
        }
        catch (ServicesAskedException)
        {
            return (0, "command", output.ToString(), errors.ToString());
        }
    }

    private sealed class ServicesAskedException : Exception;
}
