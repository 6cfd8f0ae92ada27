using System.Net;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>A partner's origins, link and quota are changed under a running site, and its keys stay.</summary>
public sealed class PartnerEditTests
{
    private const string Link = "https://track.example/?u={url}";

    private const string Plans = "/api/v1/plans?pageSize=5";

    [Fact]
    public async Task A_running_site_follows_an_edit_within_seconds_and_the_keys_stay()
    {
        await using var site = new PartnerSite { HasRealCatalog = true };
        var (secret, publishable) = await site.AddAsync("--link", Link, "--quota", "90");
        (await site.CallAsync(Plans, PartnerSite.Key(publishable), PartnerSite.FromOrigin("https://new.example"))).Problem(
            HttpStatusCode.Forbidden,
            "origin-not-allowed");

        var (exit, output, _) = await site.RunAsync(
            "edit", "1", "--origin", "https://new.example", "--origin", "https://New.example/", "--link", "https://go.example/{planId}",
            "--quota", "7");
        Assert.Equal("\"default\";q=90;w=60", Policy(await site.CallAsync(Plans, PartnerSite.Key(secret))));
        site.LetNotice();
        var answer = (await site.CallAsync(Plans, PartnerSite.Key(secret))).Ok();

        Assert.Equal(0, exit);
        Assert.Matches(
            @"(?s)1: Agency.*origins +https://new\.example\n.*link +go\.example\n.*quota +7 calls.*within 5 seconds",
            output.ReplaceLineEndings("\n"));
        Assert.DoesNotMatch("[sp]k_", output);
        Assert.Equal("\"default\";q=7;w=60", Policy(answer));
        Assert.Contains("\"buyUrl\":\"https://go.example/", answer.Text, StringComparison.Ordinal);
        (await site.CallAsync(Plans, PartnerSite.Key(publishable), PartnerSite.FromOrigin("https://new.example"))).Ok();
        (await site.CallAsync(Plans, PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Problem(
            HttpStatusCode.Forbidden,
            "origin-not-allowed");
    }

    [Theory]
    [InlineData("--quota", "8", "origins +https://agency.example\n +link +track.example\n +quota +8 ")]
    [InlineData("--link", "https://go.example/{planId}", "origins +https://agency.example\n +link +go.example\n +quota +90 ")]
    [InlineData("--origin", "https://new.example", "origins +https://new.example\n +link +track.example\n +quota +90 ")]
    [InlineData("--quota", "", "origins +https://agency.example\n +link +track.example\n +quota +600 ")]
    [InlineData("--link", "", "origins +https://agency.example\n +link +none\n +quota +90 ")]
    [InlineData("--origin", "", "origins +none: its publishable key opens nothing\n +link +track.example\n +quota +90 ")]
    public async Task What_is_not_named_stays_and_an_empty_value_clears(string option, string value, string says)
    {
        await using var site = new PartnerSite();
        await site.AddAsync("--link", Link, "--quota", "90");
        var (exit, output, errors) = await site.RunAsync("edit", "Agency", option, value);

        Assert.True(exit == 0, errors);
        Assert.Matches(says, output.ReplaceLineEndings("\n"));
        Assert.Matches(says, (await site.RunAsync("list")).Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Without_origins_no_page_may_call_and_without_a_link_buyers_go_to_the_seller()
    {
        await using var site = new PartnerSite { HasRealCatalog = true };
        var (secret, publishable) = await site.AddAsync("--link", Link);
        await site.RunAsync("edit", "1", "--origin", "", "--link", "");
        site.LetNotice();

        Assert.Equal((await site.CallAsync(Plans)).Ok().Text, (await site.CallAsync(Plans, PartnerSite.Key(secret))).Ok().Text);
        (await site.CallAsync(Plans, PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Problem(
            HttpStatusCode.Forbidden,
            "origin-not-allowed");
        (await site.CallAsync(Plans, PartnerSite.Key(publishable))).Problem(HttpStatusCode.Forbidden, "origin-not-allowed");
    }

    [Fact]
    public async Task A_name_that_several_have_is_not_guessed_and_a_revoked_one_is_passed_over()
    {
        await using var site = new PartnerSite();
        await site.AddAsync();
        await site.AddAsync();
        var both = await site.RunAsync("edit", "Agency", "--quota", "5");
        await site.RunAsync("revoke", "1");
        var one = await site.RunAsync("edit", "Agency", "--quota", "5");
        var revoked = await site.RunAsync("edit", "1", "--quota", "5");

        Assert.Equal((1, 0, 1), (both.Exit, one.Exit, revoked.Exit));
        Assert.Contains("Several partners are called Agency: name one by its number, 1, 2.", both.Errors, StringComparison.Ordinal);
        Assert.Contains("2: Agency", one.Output, StringComparison.Ordinal);
        Assert.Contains("Partner 1 is revoked already.", revoked.Errors, StringComparison.Ordinal);
    }

    private static string Policy(Answer answer) => Assert.Single(answer.Headers.GetValues("RateLimit-Policy"));
}
