using System.Net;
using JapanEsimAdvisor.Web.Tests.Agents;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>How much search one caller may ask for, on pages and on the API together.</summary>
public sealed class SearchBudgetTests
{
    private static readonly (string, string)[] Settings = [("Quotas:SearchMilliseconds", "1000"), ("Quotas:PerAddress", "1000000")];

    [Fact]
    public async Task Pages_and_API_take_from_one_budget_and_the_next_minute_begins_anew()
    {
        await using var site = new PartnerSite(Settings);
        var asked = await SpendAsync(site);
        var page = await site.CallAsync(Page(1));
        var call = await site.CallAsync(Call(2) + "&lang=ja");
        site.Clock.Advance(TimeSpan.FromSeconds(60));
        var anew = await site.CallAsync(Page(1));

        Assert.True(asked > 1, "The first question alone took all.");
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, "text/html", TimeSpan.FromSeconds(60)),
            (page.Status, page.MediaType, page.Headers.RetryAfter!.Delta!.Value));
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Contains("Too many requests for now", page.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(60), call.Problem(HttpStatusCode.TooManyRequests, "quota-exceeded").Headers.RetryAfter!.Delta);
        anew.Ok();
    }

    [Fact]
    public async Task What_is_answered_from_a_cache_or_without_a_search_costs_nothing()
    {
        await using var site = new PartnerSite(Settings);
        (await site.CallAsync(Page(3))).Ok();
        (await site.CallAsync(Call(4))).Ok();
        await SpendAsync(site);

        (await site.CallAsync(Page(3))).Ok();
        (await site.CallAsync(Call(4))).Ok();
        (await site.CallAsync("/api/v1/plans")).Ok();
        (await site.CallAsync("/en/plans")).Ok();
        (await site.CallAsync("/api/v1/recommendations?people=2&days=5&basket=gone")).Wrong("preferences.basket: unknown-basket");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.CallAsync("/en/result?people=0&days=5")).Status);
    }

    [Fact]
    public async Task Each_address_and_each_secret_key_has_a_budget_of_its_own()
    {
        await using var site = new PartnerSite([.. Settings, ("Quotas:PerKey", "1000000")]);
        var (secret, publishable) = await site.AddAsync();
        await SpendAsync(site, PartnerSite.Address("203.0.113.1"));

        (await site.CallAsync(Call(1), PartnerSite.Address("203.0.113.1"))).Problem(HttpStatusCode.TooManyRequests, "quota-exceeded");
        (await site.CallAsync(Call(1), PartnerSite.Address("203.0.113.1"), PartnerSite.Key(publishable), PartnerSite.FromOrigin())).Problem(
            HttpStatusCode.TooManyRequests,
            "quota-exceeded");
        (await site.CallAsync(Call(1), PartnerSite.Address("203.0.113.2"))).Ok();
        (await site.CallAsync(Call(2), PartnerSite.Address("203.0.113.1"), PartnerSite.Key(secret))).Ok();
    }

    [Fact]
    public async Task Checks_of_what_was_used_take_from_it_by_people_and_days()
    {
        await using var site = new PartnerSite(Settings);
        const string Check = """
            { "trip": { "arrival": "2026-11-20", "departure": "2027-11-10" }, "people": 20,
              "lines": [{ "planId": "shop-5-gb", "gbUsed": 1 }] }
            """;
        (await site.SendAsync(HttpMethod.Post, "/api/v1/usage-checks", Check)).Ok();
        (await site.SendAsync(HttpMethod.Post, "/api/v1/usage-checks", Check)).Problem(HttpStatusCode.TooManyRequests, "quota-exceeded");
    }

    [Fact]
    public async Task An_agent_past_its_budget_is_told_so_as_by_the_API()
    {
        await using var site = new PartnerSite(Settings);
        await SpendAsync(site);
        await using var agent = await Agent.ConnectAsync(site.CreateClient());
        var answer = await agent.UseAsync("recommend", """{ "people": 2, "trip": { "days": 9 } }""");

        Assert.True(answer.IsError);
        Assert.Contains("quota-exceeded", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_weighs_more_takes_more()
    {
        await using var site = new PartnerSite(Settings);
        var many = string.Concat(Enumerable.Range(0, 6).Select(kind => $"&travelers[{kind}].usage.gbPerDay={kind}.5"));
        var heavy = 0;
        while ((await site.CallAsync($"/api/v1/recommendations?trip.days={3 + heavy}{many}&include=flip-points,why-not")).Status
            == HttpStatusCode.OK)
        {
            heavy++;
        }

        site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.InRange(heavy, 1, await SpendAsync(site) / 2);
    }

    /// <summary>Asks until nothing is left, each time something new, and small questions last.</summary>
    /// <returns>Large questions answered.</returns>
    private static async Task<int> SpendAsync(PartnerSite site, params (string, string)[] headers)
    {
        var large = await SpendAsync(site, "people=2&include=flip-points,why-not", headers);
        await SpendAsync(site, "people=1&priority=ease", headers);
        return large;
    }

    private static async Task<int> SpendAsync(PartnerSite site, string question, (string, string)[] headers)
    {
        for (var asked = 0; asked < 300; asked++)
        {
            if ((await site.CallAsync($"/api/v1/recommendations?days={3 + asked}&{question}", headers)).Status
                == HttpStatusCode.TooManyRequests)
            {
                return asked;
            }
        }

        throw new InvalidOperationException("The budget has no end.");
    }

    private static string Page(int days) => $"/en/result?people=2&days={days}&priority=price";

    private static string Call(int days) => $"/api/v1/recommendations?people=2&days={days}&priority=price";
}
