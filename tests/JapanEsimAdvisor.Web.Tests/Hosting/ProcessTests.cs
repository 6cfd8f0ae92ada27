using System.Globalization;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.SavedTrips;
using Microsoft.Data.Sqlite;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>How the program ends, as its operator sees it.</summary>
public sealed class ProcessTests
{
    private const string Trip = """{ "request": { "trip": { "days": 5, "homeCountry": "US" }, "people": 1 } }""";

    private static readonly string[] NoLimits =
        [
            "--SavedTrips:SavedPerDay=100000",
            "--SavedTrips:SavedPerMinute=100000",
            "--SavedTrips:ChangesPerMinute=100000",
            "--Quotas:Enabled=false",
        ];

    [Fact]
    public async Task A_site_that_is_killed_while_it_saves_loses_nothing_it_answered_and_its_port_is_named_to_a_second_one()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var (server, address) = await SiteProgram.ServeAsync(folder, NoLimits);
        List<string> ids;
        using (server)
        {
            try
            {
                var second = await SiteProgram.RunAsync(folder, "--urls", address.ToString());
                AssertOneLine(second, $"Failed to bind to address {address.ToString().TrimEnd('/')}: address already in use.");
                ids = await SaveUntilKilledAsync(address, server.Kill);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }

        await using var again = new CatalogSite(folder);
        using var client = again.CreateClient();
        Assert.NotEmpty(ids);
        foreach (var id in ids)
        {
            (await client.ReadAsync(id)).Ok();
        }

        Assert.Equal("ok", Integrity(folder.Trips));
    }

    [Fact]
    public async Task A_start_that_fails_ends_with_1_and_one_line_and_no_stack_trace()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var file = new SqliteConnectionStringBuilder(folder.Trips).DataSource;
        await File.WriteAllTextAsync(file, new string('x', 4096), TestContext.Current.CancellationToken);

        AssertOneLine(await SiteProgram.RunAsync(folder, "--urls=http://127.0.0.1:0"), $"{file}: SQLite Error 26");
    }

    [Fact]
    public async Task A_word_that_is_no_command_starts_nothing()
    {
        using var folder = new CatalogFolder();
        var (exit, output, errors) = await SiteProgram.RunAsync(folder, "refresh");

        Assert.Equal(2, exit);
        Assert.Contains("'refresh'", errors, StringComparison.Ordinal);
        Assert.Contains("import", output, StringComparison.Ordinal);
        Assert.False(File.Exists(new SqliteConnectionStringBuilder(folder.Database).DataSource));
    }

    /// <summary>Several at once save as fast as they are answered; in the middle of it the site is killed.</summary>
    /// <returns>Ids that were answered.</returns>
    private static async Task<List<string>> SaveUntilKilledAsync(Uri address, Action kill)
    {
        var ids = new List<string>();
        using var client = new HttpClient { BaseAddress = address };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                while (true)
                {
                    var (id, _) = (await client.SaveAsync(Trip)).Saved();
                    lock (ids)
                    {
                        ids.Add(id);
                        if (ids.Count == 40)
                        {
                            kill();
                        }
                    }
                }
            }
            catch (HttpRequestException)
            {
                // The site is gone.
            }
        }));
        return ids;
    }

    private static void AssertOneLine((int Exit, string Output, string Errors) ended, string start)
    {
        Assert.Equal(1, ended.Exit);
        Assert.StartsWith(start, Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    private static string Integrity(string database)
    {
        using var connection = new SqliteConnection(database + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
