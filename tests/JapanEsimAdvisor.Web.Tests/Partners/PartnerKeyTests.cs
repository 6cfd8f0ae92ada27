using System.Net;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Tests.Hosting;
using JapanEsimAdvisor.Web.Tests.SavedTrips;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>Which key opens what, from where.</summary>
public sealed class PartnerKeyTests(OnePartnerSite one) : IClassFixture<OnePartnerSite>
{
    private const string Trip =
        """{ "request": { "trip": { "arrival": "2026-12-01", "departure": "2026-12-05", "homeCountry": "US" },"""
            + """ "travelers": [ { "phone": "test-one" } ] } }""";

    private const string Ask =
        """{ "trip": { "arrival": "2026-12-01", "departure": "2026-12-05", "homeCountry": "US" },"""
            + """ "travelers": [ { "phone": "test-one" } ] }""";

    [Fact]
    public async Task A_secret_key_works_from_a_server_and_a_publishable_one_from_the_partners_pages()
    {
        var site = one.Site;
        var (secret, publishable) = await site.AddAsync("--origin", "http://localhost:5000");

        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Ok();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Ok();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin("http://localhost:5000"))).Ok();
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("sk_")]
    [InlineData("sk_short")]
    [InlineData("sk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("pk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("xx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_that_was_never_given_is_told_so(string key)
    {
        var answer = (await one.Site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(key))).Problem(
            HttpStatusCode.Unauthorized,
            "unknown-key");

        Assert.Equal("ApiKey header=\"X-Api-Key\"", Assert.Single(answer.Headers.WwwAuthenticate).ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.True(answer.Headers.Contains("RateLimit"));
        SecurityHeaderTests.AssertStrict(answer);
    }

    [Fact]
    public async Task A_key_with_a_letter_less_more_or_other_is_no_key_and_two_keys_are_none()
    {
        var site = one.Site;
        var (secret, publishable) = await site.AddAsync();
        var last = secret[^1] == 'A' ? 'E' : 'A';

        foreach (var wrong in (string[])[
            secret[..^1], secret + "A", secret[..^1] + last, secret.ToUpperInvariant(), "pk_" + secret[3..], $"{secret}, {publishable}",
        ])
        {
            (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(wrong))).Problem(HttpStatusCode.Unauthorized, "unknown-key");
        }

        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret), PartnerSite.Key(secret))).Problem(
            HttpStatusCode.Unauthorized,
            "unknown-key");
    }

    [Fact]
    public async Task A_rotated_key_ends_and_its_successor_works_while_the_site_runs()
    {
        await using var site = new PartnerSite();
        var (secret, publishable) = await site.AddAsync();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Ok();
        var (exit, output, _) = await site.RunAsync("rotate", "1", "--secret");
        var successor = PartnerSite.KeyIn(output, "sk_");
        site.LetNotice();

        Assert.Equal(0, exit);
        Assert.NotEqual(secret, successor);
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Problem(HttpStatusCode.Unauthorized, "revoked-key");
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(successor))).Ok();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Ok();
    }

    [Fact]
    public async Task A_revoked_partner_has_no_key_that_works()
    {
        await using var site = new PartnerSite();
        var (secret, publishable) = await site.AddAsync();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Ok();
        Assert.Equal(0, (await site.RunAsync("revoke", "1")).Exit);
        site.LetNotice();

        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Problem(HttpStatusCode.Unauthorized, "revoked-key");
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Problem(
            HttpStatusCode.Unauthorized,
            "revoked-key");
    }

    [Theory]
    [InlineData("https://agency.example")]
    [InlineData("null")]
    public async Task A_secret_key_is_refused_in_every_browser(string origin)
    {
        var (secret, _) = await one.Site.AddAsync();

        (await one.Site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret), PartnerSite.FromOrigin(origin))).Problem(
            HttpStatusCode.Forbidden,
            "secret-key-in-browser");
    }

    [Theory]
    [InlineData("https://other.example")]
    [InlineData("https://agency.example.other.example")]
    [InlineData("https://sub.agency.example")]
    [InlineData("http://agency.example")]
    [InlineData("https://agency.example:8443")]
    [InlineData("https://agency.example/")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_publishable_key_is_refused_anywhere_but_on_its_origins(string? origin)
    {
        var (_, publishable) = await one.Site.AddAsync();

        (await one.Site.CallAsync(
            PartnerSite.Profiles,
            [PartnerSite.Key(publishable), .. origin is null ? [] : new[] { PartnerSite.FromOrigin(origin) }]))
            .Problem(HttpStatusCode.Forbidden, "origin-not-allowed");
    }

    [Fact]
    public async Task A_publishable_key_reads_and_writes_nothing()
    {
        await using var site = new PartnerSite();
        var (secret, publishable) = await site.AddAsync();
        (string, string)[] page = [PartnerSite.Key(publishable), PartnerSite.FromOrigin()];
        var (id, token) = (await site.SendAsync(HttpMethod.Post, TripCalls.Trips, Trip, PartnerSite.Key(secret))).Saved();

        (await site.SendAsync(HttpMethod.Post, "/api/v1/recommendations", Ask, page)).Ok();
        (await site.CallAsync($"{TripCalls.Trips}/{id}", page)).Ok();
        (await site.SendAsync(HttpMethod.Post, "/api/v1/usage-checks", "{}", page)).Problem(HttpStatusCode.BadRequest, "invalid-request");
        (await site.SendAsync(HttpMethod.Post, TripCalls.Trips, Trip, page)).Problem(HttpStatusCode.Forbidden, "read-only-key");
        (await site.SendAsync(HttpMethod.Put, $"{TripCalls.Trips}/{id}", Trip, [.. page, ("X-Edit-Token", token), ("If-Match", "*")]))
            .Problem(
            HttpStatusCode.Forbidden,
            "read-only-key");
        (await site.SendAsync(HttpMethod.Delete, $"{TripCalls.Trips}/{id}", null, [.. page, ("X-Edit-Token", token)])).Problem(
            HttpStatusCode.Forbidden,
            "read-only-key");
        (await site.SendAsync(HttpMethod.Post, "/api/v1/plans", "{}", page)).Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await site.SendAsync(
                HttpMethod.Delete, $"{TripCalls.Trips}/{id}", null, PartnerSite.Key(secret), ("X-Edit-Token", token))).Status);
    }

    [Fact]
    public async Task Every_call_that_is_no_GET_either_only_reads_or_belongs_to_saved_trips()
    {
        var site = one.Site;
        var calls = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ApiSetup.Root, StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not "GET") == true)
            .ToList();

        Assert.NotEmpty(calls);
        Assert.All(
            calls,
            call => Assert.Equal(
                call.RoutePattern.RawText!.StartsWith(TripCalls.Trips, StringComparison.Ordinal),
                call.Metadata.GetMetadata<OnlyReads>() is null));
    }

    [Fact]
    public async Task A_refusal_speaks_the_language_asked_for()
    {
        var site = one.Site;
        var asked = await site.CallAsync(PartnerSite.Profiles + "?lang=ja", PartnerSite.Key("sk_"));
        var preferred = await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key("sk_"), ("Accept-Language", "ja"));

        Assert.Equal(asked.Problem(HttpStatusCode.Unauthorized, "unknown-key").Text, preferred.Text);
        Assert.Contains("存在しない", asked.Json.GetProperty("title").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_reaches_neither_log_nor_error_nor_file()
    {
        var log = new Notebook();
        await using var site = new PartnerSite { Change = services => services.AddSingleton<ILogEventSink>(log) };
        var (secret, publishable) = await site.AddAsync();
        var bare = secret[3..];
        List<Answer> answers =
        [
            await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret)),
            await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret), PartnerSite.FromOrigin()),
            await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(publishable), PartnerSite.FromOrigin("https://other.example")),
            await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret + "x")),
        ];
        foreach (var query in (string[])[$"X-Api-Key={secret}", $"key={secret}", $"{secret}=1", secret, $"lang={secret}"])
        {
            var answer = await site.CallAsync($"{PartnerSite.Profiles}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            answers.AddRange(
                answer,
                await site.CallAsync($"/api/v1/recommendations?people=1&days=3&{query}"),
                await site.CallAsync($"/api/v1/plans?medium={secret}&{query}"));
        }

        answers.Add(await site.SendAsync(
            HttpMethod.Post, "/api/v1/recommendations", $$"""{ "trip": { "days": 3 }, "people": 1, "{{secret}}": "{{secret}}" }"""));
        answers.Add(await site.CallAsync("/api/v1/plans/nowhere", PartnerSite.Key(secret)));

        Assert.DoesNotContain(answers, answer => answer.Text.Contains(bare, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(log.Lines, line => line.StartsWith("GET /api/v1/usage-profiles 401 in", StringComparison.Ordinal));
        Assert.DoesNotContain(
            log.Everything,
            text => text.Contains(bare, StringComparison.OrdinalIgnoreCase) || text.Contains(publishable, StringComparison.Ordinal));
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(site.Database).DataSource;
        Assert.All(
            Directory.GetFiles(Path.GetDirectoryName(file)!, "partners.db*"),
            kept => Assert.DoesNotContain(bare, Read(kept), StringComparison.Ordinal));
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
