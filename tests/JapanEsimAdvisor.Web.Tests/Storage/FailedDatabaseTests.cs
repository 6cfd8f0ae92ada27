using System.Diagnostics;
using System.Net;
using JapanEsimAdvisor.Web.Catalog.Archive;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.Hosting;
using JapanEsimAdvisor.Web.Tests.Languages;
using JapanEsimAdvisor.Web.Tests.SavedTrips;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Storage;

/// <summary>The saved trips' database fails while the site runs: readers get an answer soon, lose nothing, and can go on later.</summary>
public sealed class FailedDatabaseTests
{
    private const string Trip =
        """{ "request": { "trip": { "arrival": "2026-12-01", "departure": "2026-12-05", "homeCountry": "US" }, "people": 1 } }""";

    private const string Result = "/en/result?people=1&trip.arrival=2026-12-01&trip.departure=2026-12-05&trip.homeCountry=US";

    [Fact]
    public async Task A_database_that_others_write_refuses_every_change_with_503_within_two_seconds()
    {
        using var folder = new CatalogFolder();
        var log = new Notebook();
        await using var site = Site(folder, log);
        using var client = Client(site);
        var (id, token) = (await client.SaveAsync(Trip)).Saved();
        var form = (await client.OpenAsync(Result)).Ok().Page.QuerySelector("#sharing form")!;
        using var busy = DatabaseLock.AgainstWriting(folder.Trips);
        (Answer Answer, TimeSpan Time)[] answers = await Task.WhenAll(
            TimedAsync(client.SaveAsync(Trip)),
            TimedAsync(client.ChangeAsync(id, token, "*", Trip)),
            TimedAsync(client.DeleteAsync(id, token)),
            TimedAsync(client.SendFormAsync("/en/t", TripForms.Hidden(form), TripForms.SameOrigin)),
            TimedAsync(client.SendFormAsync($"/en/t/{id}", Ticked(token), TripForms.SameOrigin)),
            TimedAsync(client.SendFormAsync($"/en/t/{id}?handler=delete", [("editToken", token)], TripForms.SameOrigin)));

        Assert.All(answers[..3], one => one.Answer.Problem(HttpStatusCode.ServiceUnavailable, "database-busy"));
        Assert.All(answers[3..], one => AssertPage(one.Answer));
        Assert.All(answers, one => Assert.Equal(TimeSpan.FromSeconds(5), one.Answer.Headers.RetryAfter!.Delta));
        Assert.All(answers, one => Assert.Equal("no-store", one.Answer.Headers.CacheControl!.ToString()));
        Assert.InRange(answers.Min(one => one.Time), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(answers.Max(one => one.Time), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Equal(6, log.Lines.Count(line => line.Contains("trips.db: SQLite Error 5", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Everything, text => text.Contains("   at ", StringComparison.Ordinal));
        (await client.ReadAsync(id)).Ok();
    }

    [Fact]
    public async Task A_database_that_nobody_else_can_read_answers_503_wherever_a_saved_trip_is_opened()
    {
        using var folder = new CatalogFolder();
        await using var site = Site(folder);
        using var client = Client(site);
        var (id, _) = (await client.SaveAsync(Trip)).Saved();
        Answer[] answers;
        using (DatabaseLock.AgainstReading(folder.Trips))
        {
            answers = await Task.WhenAll(
                client.ReadAsync(id),
                client.OpenAsync($"/en/t/{id}"),
                client.OpenAsync($"/en/t/{id}/trip.ics"),
                client.OpenAsync($"/en/check?saved={id}&lines[0].gbUsed=1.5"),
                client.OpenAsync("/health/ready"),
                client.OpenAsync("/en/check"));
        }

        answers[0].Problem(HttpStatusCode.ServiceUnavailable, "database-busy");
        Assert.All(answers[1..4], AssertPage);
        Assert.Equal($"/en/check?saved={id}&lines[0].gbUsed=1.5", answers[3].Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.All(answers[4..], answer => answer.Ok());
        (await client.ReadAsync(id)).Ok();
    }

    [Fact]
    public async Task What_was_typed_is_sent_again_from_the_page_that_says_so()
    {
        using var folder = new CatalogFolder();
        await using var site = Site(folder);
        using var client = Client(site);
        var (address, token, _) = (await client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        Answer saving, ticking;
        using (DatabaseLock.AgainstWriting(folder.Trips))
        {
            saving = await client.SaveResultAsync(Result, TripForms.SameOrigin);
            ticking = await client.SendFormAsync(address, Ticked(token), TripForms.SameOrigin);
        }

        Assert.Equal(HttpStatusCode.OK, (await AgainAsync(client, saving)).Status);
        Assert.Equal(address + "#bought", (await AgainAsync(client, ticking)).Headers.Location!.OriginalString);
        Assert.NotEmpty((await client.OpenAsync(address)).Ok().Page.QuerySelectorAll("[name=bought][checked]"));
    }

    [Fact]
    public async Task A_deleted_database_is_no_empty_one_and_its_trips_are_there_when_it_is_back()
    {
        using var folder = new CatalogFolder();
        var log = new Notebook();
        await using var site = Site(folder, log);
        using var client = Client(site);
        var (id, _) = (await client.SaveAsync(Trip)).Saved();
        var file = new SqliteConnectionStringBuilder(folder.Trips).DataSource;
        File.Move(file, file + ".away");
        var saving = await client.SaveAsync(Trip);
        var reading = await client.ReadAsync(id);

        Assert.All([saving, reading], answer => answer.Problem(HttpStatusCode.ServiceUnavailable, "database-failed"));
        Assert.All([saving, reading], answer => Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter!.Delta));
        foreach (var language in Source.Languages)
        {
            var page = await client.OpenAsync($"/{language.ToLowerInvariant()}/t/{id}");
            var problem = await client.ReadAsync(id, "?lang=" + language);
            AssertPage(page);
            Assert.Equal(language, page.Page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(Source.Texts(language)["status.unavailable.title"], page.Page.QuerySelector("main h1")!.TextContent);
            Assert.Equal(Source.Texts(language)["problem.database-failed.title"], problem.Json.GetProperty("title").GetString());
        }

        Assert.False(File.Exists(file));
        Assert.True(log.Has("Answered 503: ", "trips.db: SQLite Error 14"));
        Assert.DoesNotContain(log.Everything, text => text.Contains("   at ", StringComparison.Ordinal));
        File.Move(file + ".away", file);
        (await client.ReadAsync(id)).Ok();
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_still_opens_trips()
    {
        using var folder = new CatalogFolder();
        await using var before = Site(folder);
        using var writer = Client(before);
        var (id, token) = (await writer.SaveAsync(Trip)).Saved();
        await using var site = new CatalogSite(folder, null, ("SavedTrips:Database", folder.Trips + ";Mode=ReadOnly"));
        using var client = Client(site);

        (await client.ReadAsync(id)).Ok();
        (await client.SaveAsync(Trip)).Problem(HttpStatusCode.ServiceUnavailable, "database-failed");
        (await client.DeleteAsync(id, token)).Problem(HttpStatusCode.ServiceUnavailable, "database-failed");
        AssertPage(await client.SaveResultAsync(Result, TripForms.SameOrigin));
    }

    [Fact]
    public async Task A_failure_that_is_not_the_files_is_a_503_too_and_logged_with_its_trace()
    {
        using var folder = new CatalogFolder();
        var log = new Notebook();
        await using var site = Site(folder, log);
        using var client = Client(site);
        using (var scope = site.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SavedTripsDb>();
            await db.Database.ExecuteSqlRawAsync("DROP TABLE Trips", TestContext.Current.CancellationToken);
        }

        (await client.SaveAsync(Trip)).Problem(HttpStatusCode.ServiceUnavailable, "database-failed");
        Assert.Contains(
            log.Everything,
            text => text.StartsWith("Microsoft.EntityFrameworkCore.DbUpdateException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_statement_of_a_request_waits_longer_than_a_second_for_any_database()
    {
        using var folder = new CatalogFolder();
        await using var site = Site(folder);
        using var scope = site.Services.CreateScope();
        var services = scope.ServiceProvider;
        DbContext[] all =
            [
                services.GetRequiredService<CatalogDb>(),
                services.GetRequiredService<SavedTripsDb>(),
                services.GetRequiredService<PartnersDb>(),
            ];

        Assert.All(all, db => Assert.Equal(1, ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout));
        Assert.All(all, db => Assert.Null(db.Database.GetCommandTimeout()));
    }

    private static CatalogSite Site(CatalogFolder folder, Notebook? log = null)
    {
        new SmallCatalog().WriteTo(folder.Data);
        return new CatalogSite(folder, services => services.AddSingleton<ILogEventSink>(log ?? new Notebook()));
    }

    private static (string, string)[] Ticked(string token) => [("version", "1"), ("bought", "0"), ("editToken", token)];

    private static HttpClient Client(CatalogSite site) => site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    private static async Task<(Answer Answer, TimeSpan Time)> TimedAsync(Task<Answer> asking)
    {
        var start = Stopwatch.GetTimestamp();
        return (await asking, Stopwatch.GetElapsedTime(start));
    }

    private static Task<Answer> AgainAsync(HttpClient client, Answer answer)
    {
        AssertPage(answer);
        var form = answer.Page.QuerySelector("main form")!;
        Assert.Equal("post", form.GetAttribute("method"));
        return client.SendFormAsync(form.GetAttribute("action")!, TripForms.Hidden(form), TripForms.SameOrigin);
    }

    private static void AssertPage(Answer answer)
    {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.Status, answer.MediaType));
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("main a.button, main form button"));
        SecurityHeaderTests.AssertStrict(answer);
    }
}
