using System.Net;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>
/// Saved trips on pages: saving from a result, reopening, recording what was bought, deleting, and links that lead
/// nowhere.
/// </summary>
public sealed class TripPageTests(SiteFixture site) : IDisposable
{
    private const string Result = "/en/result" + SampleTrips.CoupleOnAPage + "&preferences.currency=USD";

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_result_is_saved_and_reads_the_same_afterwards_in_both_languages()
    {
        var result = (await _client.OpenAsync(Result)).Page;
        var saved = await _client.SaveResultAsync(Result, TripForms.SameOrigin);
        var (address, token, _) = saved.SavedPage();
        var english = (await _client.OpenAsync(address)).Ok();
        var chinese = (await _client.OpenAsync(address.Replace("/en/", "/zh-hans/", StringComparison.Ordinal))).Ok();

        Assert.Equal(
            result.QuerySelectorAll(".sign dd").Select(one => one.TextContent),
            english.Page.QuerySelectorAll(".sign dd").Select(one => one.TextContent));
        Assert.Equal(
            result.QuerySelectorAll(".tasks li").Select(one => one.TextContent),
            english.Page.QuerySelectorAll(".tasks li").Select(one => one.TextContent));
        Assert.Equal(result.QuerySelectorAll("#buy tbody tr").Length, english.Page.QuerySelectorAll(".purchases li").Length);
        Assert.Equal(
            english.Page.QuerySelectorAll("main *").Select(one => one.LocalName),
            chinese.Page.QuerySelectorAll("main *").Select(one => one.LocalName));
        Assert.Equal("zh-Hans", chinese.Page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain(token, english.Text, StringComparison.Ordinal);
        Assert.Empty(english.Page.QuerySelectorAll("main .banner"));
    }

    [Fact]
    public async Task A_choice_other_than_our_advice_is_saved_as_chosen()
    {
        var other = (await _client.OpenAsync(Result)).Page.QuerySelector(".options .choose a")!.GetAttribute("href")!;
        var (address, _, _) = (await _client.SaveResultAsync(other, TripForms.SameOrigin)).SavedPage();

        Assert.Equal(
            (await _client.OpenAsync(other)).Page.QuerySelectorAll(".sign dd").Select(one => one.TextContent),
            (await _client.OpenAsync(address)).Page.QuerySelectorAll(".sign dd").Select(one => one.TextContent));
    }

    [Fact]
    public async Task Only_saving_sets_a_cookie_and_it_goes_to_the_trips_own_pages_alone()
    {
        var saved = await _client.SaveResultAsync(Result, TripForms.SameOrigin);
        var (address, token, cookie) = saved.SavedPage();
        var cookies = saved.Headers.GetValues("Set-Cookie").ToList();

        Assert.Equal("edit=" + token, cookie);
        Assert.Equal(Source.Languages.Length, cookies.Count);
        Assert.All(
            cookies,
            one => Assert.Matches(
                @"; expires=Thu, 10 Jun 2027 15:00:00 GMT; path=/(en|zh-hans|zh-hant|ja|ko)/t/[\w-]{22}; samesite=strict; httponly$", one));
        Assert.False((await _client.OpenAsync(address)).Headers.Contains("Set-Cookie"));
        Assert.False((await _client.OpenAsync(Result)).Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "at-all")]
    public async Task A_form_of_a_foreign_page_saves_changes_and_deletes_nothing(string header, string value)
    {
        var (address, token, cookie) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var saving = await _client.SaveResultAsync(Result, (header, value));
        var recording = await _client.SendFormAsync(
            address, [("version", "1"), ("bought", "0"), ("editToken", token)], (header, value), ("Cookie", cookie));
        var deleting = await _client.SendFormAsync(
            address + "?handler=delete", [("editToken", token)], (header, value), ("Cookie", cookie));

        Assert.All([saving, recording, deleting], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.All([saving, recording, deleting], answer => Assert.NotEmpty(answer.Page.QuerySelectorAll("main a.button")));
        Assert.Empty((await _client.OpenAsync(address)).Ok().Page.QuerySelectorAll("[name=bought][checked]"));
    }

    [Fact]
    public async Task A_browser_that_names_only_its_origin_is_heard() =>
        (await _client.SaveResultAsync(Result, ("Origin", "http://localhost"))).SavedPage();

    [Fact]
    public async Task What_was_bought_is_ticked_by_cookie_or_by_the_key_typed()
    {
        var (address, token, cookie) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var ticked = await _client.SendFormAsync(address, [("version", "1"), ("bought", "0")], TripForms.SameOrigin, ("Cookie", cookie));
        var page = (await _client.OpenAsync(address, ("Cookie", cookie))).Ok().Page;
        var unticked = await _client.SendFormAsync(address, [("version", "2"), ("editToken", $" {token} ")], TripForms.SameOrigin);

        Assert.Equal((HttpStatusCode.Redirect, address + "#bought"), (ticked.Status, ticked.Headers.Location!.OriginalString));
        Assert.Equal(["0"], page.QuerySelectorAll("[name=bought][checked]").Select(one => one.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("#editToken"));
        Assert.Equal(HttpStatusCode.Redirect, unticked.Status);
        Assert.Contains(unticked.Headers.GetValues("Set-Cookie"), one => one.StartsWith("edit=" + token, StringComparison.Ordinal));
        Assert.Empty((await _client.OpenAsync(address)).Page.QuerySelectorAll("[name=bought][checked]"));
        Assert.NotEmpty((await _client.OpenAsync(address)).Page.QuerySelectorAll("#editToken"));
    }

    [Fact]
    public async Task The_key_of_another_trip_is_told_beside_the_field_and_what_was_ticked_stays_ticked()
    {
        var (address, _, _) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var (_, foreign, _) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var refused = await _client.SendFormAsync(
            address, [("version", "1"), ("bought", "0"), ("editToken", foreign)], TripForms.SameOrigin);
        var kept = await _client.SendFormAsync(
            address + "?handler=delete", [("editToken", foreign)], TripForms.SameOrigin, ("Cookie", "edit=" + foreign));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(
            ("true", "editToken-hint editToken-error"),
            (
                refused.Page.QuerySelector("#editToken")!.GetAttribute("aria-invalid"),
                refused.Page.QuerySelector("#editToken")!.GetAttribute("aria-describedby")));
        Assert.NotEmpty(refused.Page.QuerySelectorAll("#editToken-error"));
        Assert.NotEmpty(refused.Page.QuerySelectorAll("[name=bought][checked]"));
        Assert.Equal(HttpStatusCode.Forbidden, kept.Status);
        Assert.Empty((await _client.OpenAsync(address)).Ok().Page.QuerySelectorAll("[name=bought][checked]"));
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_and_sees_the_trip_as_it_is()
    {
        var (address, token, _) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        await _client.SendFormAsync(address, [("version", "1"), ("bought", "0"), ("editToken", token)], TripForms.SameOrigin);
        var late = await _client.SendFormAsync(address, [("version", "1"), ("editToken", token)], TripForms.SameOrigin);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.NotEmpty(late.Page.QuerySelectorAll("#bought [role=alert]"));
        Assert.Equal("2", late.Page.QuerySelector("[name=version]")!.GetAttribute("value"));
        Assert.Single(late.Page.QuerySelectorAll("[name=bought][checked]"));
    }

    [Fact]
    public async Task What_was_bought_beside_the_answer_stays_when_something_is_ticked()
    {
        var (id, token) =
            (await _client.SaveAsync(TripCalls.Body(
                rest: """, "purchases": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "quantity": 3, "buyer": "t1" } ]""")))
                .Saved();
        await _client.SendFormAsync($"/en/t/{id}", [("version", "1"), ("bought", "0"), ("editToken", token)], TripForms.SameOrigin);
        var purchases = (await _client.ReadAsync(id)).Json.GetProperty("purchases");

        Assert.Equal(2, purchases.GetArrayLength());
        Assert.Equal("2026-11-23", purchases[0].GetProperty("boughtOn").GetString());
        Assert.Equal("airalo-moshi-moshi-5-gb-7-days", purchases[1].GetProperty("planId").GetString());
        Assert.Contains(
            "Moshi Moshi", (await _client.OpenAsync($"/en/t/{id}")).Page.QuerySelector("#bought")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_trip_says_so_at_once_and_later_and_its_cookie_goes()
    {
        var (address, _, cookie) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var deleted = (await _client.SendFormAsync(address + "?handler=delete", [], TripForms.SameOrigin, ("Cookie", cookie))).Ok();
        var later = await _client.OpenAsync(address);

        Assert.All(
            deleted.Headers.GetValues("Set-Cookie"),
            one => Assert.StartsWith("edit=; expires=Sun, 22 Nov 2026", one, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Gone, later.Status);
        Assert.All([deleted, later], answer => Assert.Equal("/en", answer.Page.QuerySelector("main a.button")!.GetAttribute("href")));
        Assert.Equal(
            HttpStatusCode.Gone,
            (await _client.SendFormAsync(address, [("version", "1")], TripForms.SameOrigin, ("Cookie", cookie))).Status);
    }

    [Theory]
    [InlineData("/en/t/no-such-trip", HttpStatusCode.NotFound)]
    [InlineData("/zh-hans/t/%F0%9F%A6%8A", HttpStatusCode.NotFound)]
    [InlineData("/en/t", HttpStatusCode.OK)]
    public async Task A_link_that_leads_nowhere_helps_on(string address, HttpStatusCode status)
    {
        var answer = await _client.OpenAsync(address);

        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("main a.button"));
        Assert.NotEmpty(answer.Page.QuerySelectorAll("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "/zh-hans/t/")]
    [InlineData("fr,en;q=0.5", "/en/t/")]
    public async Task The_short_link_opens_in_the_readers_language(string wanted, string start)
    {
        var (address, _, _) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var link = await _client.OpenAsync(address["/en".Length..], ("Accept-Language", wanted));

        Assert.Equal((HttpStatusCode.Redirect, start + address["/en/t/".Length..]), (link.Status, link.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Every_page_of_a_trip_is_for_its_reader_alone()
    {
        var saved = await _client.SaveResultAsync(Result, TripForms.SameOrigin);
        var (address, _, cookie) = saved.SavedPage();

        Assert.All(
            [
                saved, await _client.OpenAsync(address + "/trip.ics"), await _client.OpenAsync(address["/en".Length..]),
                await _client.OpenAsync("/en/t/nothing"), await _client.OpenAsync("/en/check?saved=" + address["/en/t/".Length..]),
                await _client.SendFormAsync(address + "?handler=delete", [], TripForms.SameOrigin, ("Cookie", cookie)),
            ],
            answer =>
            {
                Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
                Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
                Hosting.SecurityHeaderTests.AssertStrict(answer);
            });
    }

    [Fact]
    public async Task The_page_of_a_trip_may_stay_with_its_reader_alone_and_leaves_with_the_trip()
    {
        var (address, _, cookie) = (await _client.SaveResultAsync(Result, TripForms.SameOrigin)).SavedPage();
        var opened = await _client.OpenAsync(address);
        var deleted = await _client.SendFormAsync(address + "?handler=delete", [], TripForms.SameOrigin, ("Cookie", cookie));
        var gone = await _client.OpenAsync(address);

        Assert.Equal("no-cache, private", opened.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", Assert.Single(opened.Headers.GetValues("X-Robots-Tag")));
        Hosting.SecurityHeaderTests.AssertStrict(opened);
        Assert.All(
            [deleted, gone],
            answer => Assert.Equal(address.Split('/')[^1], answer.Page.QuerySelector("main [data-gone]")!.GetAttribute("data-gone")));
        Assert.Equal("no-store", gone.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "trip": { "days": 0 }, "people": 1 }""")]
    [InlineData("""{ "trip": { "arrival": "2026-10-01", "departure": "2026-10-05" }, "people": 1 }""")]
    public async Task What_is_no_trip_is_not_saved_and_leads_on(string request)
    {
        var answer = await _client.SendFormAsync("/en/t", [("request", request)], TripForms.SameOrigin);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("main a.button"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_trip_that_is_over_offers_no_saving()
    {
        var page = (await _client.OpenAsync("/en/result?people=2&arrival=2026-10-01&days=5")).Ok().Page;

        Assert.Empty(page.QuerySelectorAll("#sharing form"));
        Assert.NotEmpty(page.QuerySelectorAll("#sharing a[href*='trip.ics']"));
    }

    [Fact]
    public async Task A_changed_catalog_is_told_on_the_page_with_the_way_to_todays_answer()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        string address;
        await using (var before = new CatalogSite(folder))
        {
            using var client = before.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
            (address, _, _) = (await client.SaveResultAsync(
                "/en/result?travelers[0].count=2&trip.arrival=2026-12-01&trip.departure=2026-12-05&trip.homeCountry=US",
                TripForms.SameOrigin)).SavedPage();
            Assert.Empty((await client.OpenAsync(address)).Page.QuerySelectorAll(".banner"));
        }

        new SmallCatalog()
            .Set("catalog/rent.json", "plans[0].prices[0].amount", "9999")
            .Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "8.5")
            .WriteTo(folder.Data);
        await using var after = new CatalogSite(folder);
        using var later = after.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var banner = (await later.OpenAsync(address)).Ok().Page.QuerySelector(".banner")!;

        Assert.NotEmpty(banner.QuerySelectorAll("li"));
        var today = (await later.OpenAsync(banner.QuerySelector("a")!.GetAttribute("href")!)).Ok();
        Assert.Contains("1 Dec 2026", today.Page.QuerySelector(".trip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 people", today.Page.QuerySelector(".trip")!.TextContent, StringComparison.Ordinal);
    }
}
