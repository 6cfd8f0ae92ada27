using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.Hosting;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>Partners on the command line, as an operator types it.</summary>
public sealed class PartnerCommandTests(OnePartnerSite one) : IClassFixture<OnePartnerSite>
{
    [Fact]
    public async Task The_program_adds_a_partner_shows_its_keys_once_and_lists_it()
    {
        using var folder = new CatalogFolder();
        string[] agency =
        [
            "--name", "Agency", "--origin", "https://agency.example", "--link", "https://track.example/?u={url}", "--quota", "90",
        ];
        var (added, output, _) = await SiteProgram.RunAsync(folder, ["partners", "add", .. agency]);
        var (listed, list, _) = await SiteProgram.RunAsync(folder, "partners", "list");
        var (unknown, _, errors) = await SiteProgram.RunAsync(folder, "partners", "revoke", "7");

        Assert.Equal((0, 0, 1), (added, listed, unknown));
        Assert.NotEqual(PartnerSite.KeyIn(output, "sk_")[3..], PartnerSite.KeyIn(output, "pk_")[3..]);
        Assert.Matches(
            @"(?s)1: Agency.*origins +https://agency\.example\n.*link +track\.example\n.*quota +90 calls.*created +\d{4}-\d\d-\d\d"
                + @".*revoked +no\n.*calls +none",
            list.ReplaceLineEndings("\n"));
        Assert.DoesNotMatch("[sp]k_", list);
        Assert.Contains("There is no partner 7.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("'--name' is required", "add", "--origin", "https://agency.example")]
    [InlineData("'--origin' is required", "add", "--name", "Agency")]
    [InlineData("1 to 80 characters", "add", "--origin", "https://agency.example", "--name", " ")]
    [InlineData("1 to 80 characters", "add", "--origin", "https://agency.example", "--name", "A\u001bB")]
    [InlineData("https://agency.example/shop is no origin", "add", "--name", "Agency", "--origin", "https://agency.example/shop")]
    [InlineData(
        "http://agency.example is no origin", "add", "--name", "Agency", "--origin", "https://agency.example", "--origin",
        "http://agency.example")]
    [InlineData("* is no origin", "add", "--name", "Agency", "--origin", "*")]
    [InlineData("null is no origin", "add", "--name", "Agency", "--origin", "null")]
    [InlineData("https://user@agency.example is no origin", "add", "--name", "Agency", "--origin", "https://user@agency.example")]
    [InlineData(
        "must begin with https://", "add", "--name", "Agency", "--origin", "https://agency.example", "--link", "ftp://track.example/{url}")]
    [InlineData("whole number of calls", "add", "--name", "Agency", "--origin", "https://agency.example", "--quota", "0")]
    [InlineData("whole number of calls", "add", "--name", "Agency", "--origin", "https://agency.example", "--quota", "many")]
    [InlineData("Required argument missing", "rotate")]
    [InlineData("Required argument missing", "edit", "--quota", "5")]
    [InlineData("Name what is to be changed", "edit", "3")]
    [InlineData("whole number of calls", "edit", "3", "--quota", "0")]
    [InlineData("must begin with https://", "edit", "3", "--link", "ftp://track.example/{url}")]
    [InlineData("http://agency.example is no origin", "edit", "3", "--origin", "http://agency.example")]
    [InlineData(" is no origin", "edit", "3", "--origin", "https://agency.example", "--origin", "")]
    [InlineData("1 to 80 characters", "add", "--origin", "https://agency.example", "--name", "")]
    [InlineData(" is no origin", "add", "--name", "Agency", "--origin", "")]
    [InlineData("whole number of calls", "add", "--name", "Agency", "--origin", "https://agency.example", "--quota", "")]
    [InlineData("Unrecognized command or argument", "remove", "1")]
    public async Task What_is_not_understood_is_said_and_ends_with_2(string says, params string[] args) =>
        Assert.Equal(2, await RefusedAsync(says, args));

    [Theory]
    [InlineData("There is no partner 3.", "rotate", "3")]
    [InlineData("There is no partner 3.", "revoke", "3")]
    [InlineData("There is no partner 3.", "edit", "3", "--quota", "5")]
    [InlineData("There is no partner Agency.", "edit", "Agency", "--quota", "5")]
    public async Task What_cannot_be_done_is_said_and_ends_with_1(string says, params string[] args) =>
        Assert.Equal(1, await RefusedAsync(says, args));

    [Theory]
    [InlineData(new string[0], "sk_", "pk_")]
    [InlineData(new[] { "--secret" }, "sk_")]
    [InlineData(new[] { "--publishable" }, "pk_")]
    [InlineData(new[] { "--publishable", "--secret" }, "sk_", "pk_")]
    public async Task Rotating_gives_the_keys_that_were_named_or_both(string[] named, params string[] given)
    {
        await using var site = new PartnerSite();
        await site.AddAsync();
        var (exit, output, _) = await site.RunAsync(["rotate", "1", .. named]);

        Assert.Equal(0, exit);
        Assert.Equal(given, Regex.Matches(output, "([sp]k_)[A-Za-z0-9_-]{43}").Select(key => key.Groups[1].Value));
    }

    [Fact]
    public async Task A_revoked_partner_stays_in_the_list_and_gets_no_new_key()
    {
        await using var site = new PartnerSite();
        await site.AddAsync();
        await site.RunAsync("revoke", "1");
        var (exit, _, errors) = await site.RunAsync("rotate", "1");

        Assert.Equal(1, exit);
        Assert.Contains("Partner 1 is revoked already.", errors, StringComparison.Ordinal);
        Assert.Matches(@"revoked +2026-11-23", (await site.RunAsync("list")).Output);
    }

    [Theory]
    [InlineData("https://Agency.Example", "https://agency.example")]
    [InlineData("https://agency.example/", "https://agency.example")]
    [InlineData("https://agency.example:443", "https://agency.example")]
    [InlineData("https://agency.example:8443", "https://agency.example:8443")]
    [InlineData("https://旅行.example", "https://xn--zfvo28e.example")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1")]
    public void An_origin_is_kept_as_browsers_send_it(string typed, string kept) =>
        Assert.Equal(kept, Web.Partners.Keys.AllowedOrigin.Read(typed));

    [Fact]
    public async Task Calls_of_the_last_days_are_listed_and_counted_by_the_partner()
    {
        await using var site = new PartnerSite();
        var (secret, publishable) = await site.AddAsync("--quota", "2");
        var (other, _) = await site.AddAsync();
        foreach (var key in (string[])[secret, secret, secret, other])
        {
            await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(key));
        }

        await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin());
        await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin("https://other.example"));
        await site.CallAsync(PartnerSite.Profiles);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.CallAsync("/api/v1/nowhere", PartnerSite.Key(secret));

        Assert.True(SpinWait.SpinUntil(() => Calls(site).Contains("2026-11-23: 3, refused past the quota: 1"), TimeSpan.FromSeconds(20)));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(SpinWait.SpinUntil(() => Calls(site).Count == 3, TimeSpan.FromSeconds(20)));
        Assert.Equal(
            [
                "2026-11-24: 1, refused past the quota: 0",
                "2026-11-23: 3, refused past the quota: 1",
                "2026-11-23: 1, refused past the quota: 0",
            ],
            Calls(site));
        site.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(["2026-11-24: 1, refused past the quota: 0"], Calls(site));
    }

    [Fact]
    public async Task What_was_not_yet_written_is_written_when_the_site_stops()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using (var site = new CatalogSite(folder))
        {
            var (_, output, _) = await SiteProgram.RunAsync(
                folder, "partners", "add", "--name", "Agency", "--origin", "https://agency.example");
            using var client = site.CreateClient();
            (await client.AskAsync(
                new HttpRequestMessage(HttpMethod.Get, PartnerSite.Profiles),
                PartnerSite.Key(PartnerSite.KeyIn(output, "sk_")))).Ok();
        }

        await using var again = new CatalogSite(folder);
        using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(again.Services);
        var store = (Web.Partners.Storage.PartnerStore)scope.ServiceProvider.GetService(typeof(Web.Partners.Storage.PartnerStore))!;
        var day = Assert.Single(Assert.Single(await store.ListAsync(TestContext.Current.CancellationToken)).Use);
        Assert.Equal((SiteFixture.Today, 1, 0), (day.Day, day.Answered, day.Refused));
    }

    /// <summary>Runs what is refused: nothing is changed and no key is shown.</summary>
    /// <returns>The exit code.</returns>
    private async Task<int> RefusedAsync(string says, string[] args)
    {
        var (exit, output, errors) = await one.Site.RunAsync(args);

        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.DoesNotMatch("[sp]k_[A-Za-z0-9_-]{43}", output);
        Assert.Contains("There are no partners.", (await one.Site.RunAsync("list")).Output, StringComparison.Ordinal);
        return exit;
    }

    private static List<string> Calls(PartnerSite site) =>
        [.. Regex.Matches(site.RunAsync("list").GetAwaiter().GetResult().Output, @"calls +(\d.*)")
            .Select(line => line.Groups[1].Value.TrimEnd())];
}
