using System.Net;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

public sealed partial class SecurityHeaderTests(SiteFixture site)
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/en", "/zh-hans", "/en/result" + SampleTrips.CoupleOnAPage, "/en/result", "/en/check", "/en/t", "/en/t/x", "/en/nowhere",
        "/ja", "/status/404", "/site.css", "/icon.svg", "/health/live", "/health/ready", "/openapi/v1.json", "/widget/v1.js",
        "/api/v1/plans", "/api/v1/plans/x", "/api/v1/recommendations", "/api/v1/nowhere",
    ];

    public static TheoryData<string> Pages =>
        [
            "/en", "/zh-hans", "/en/result" + SampleTrips.CoupleOnAPage, "/zh-hans/result" + SampleTrips.CoupleOnAPage,
            "/en/result?trip.arrival=x", "/en/nowhere", "/status/500", "/en/plans", "/en/plans/airalo-moshi-moshi-5-gb-7-days",
            "/en/plans/x", "/zh-hans/devices?q=15", "/en/devices/apple-iphone-15", "/en/about", "/en/partners",
        ];

    public static TheoryData<string> Scanned =>
    [
        "/.env", "/.git/config", "/admin.php", "/wp-login.php", "/appsettings.json", "/catalog.db", "/trips.db", "/web.config",
        "/bin/JapanEsimAdvisor.Web.dll", "/data/rates.json", "/..%2f..%2fetc/passwd",
        "/en/..%2f..%2fappsettings.json", "/swagger/../appsettings.json", "/en/result.php", "/actuator/health", "/xmlrpc.php?rsd",
        "/site.css.bak", "/Pages/Index.cshtml",
    ];

    internal static void AssertStrict(Answer answer)
    {
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.All(
            (string[])["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "worker-src 'self'", "manifest-src 'self'"],
            part => Assert.Contains(part, policy, StringComparison.Ordinal));
        AssertOthers(answer);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_every_security_header(string address)
    {
        var answer = await site.GetAsync(address);

        AssertStrict(answer);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_answer_sets_a_cookie_or_names_its_software(string address)
    {
        var answer = await site.GetAsync(address, ("Origin", "https://evil.example"));

        Assert.DoesNotContain(
            answer.Headers,
            header => header.Key is "Set-Cookie" or "Server" or "X-Powered-By" or "Access-Control-Allow-Credentials");
    }

    [Fact]
    public async Task Only_swaggers_own_page_may_style_itself()
    {
        var answer = (await site.GetAsync("/swagger/index.html")).Ok();

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("style-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        AssertOthers(answer);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_holds_script_or_style_of_its_own(string address)
    {
        var page = (await site.GetAsync(address)).Page;

        Assert.NotEmpty(page.QuerySelectorAll("main"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], iframe, object, embed, base"));
        Assert.Empty(page.All
            .SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            .Select(attribute => attribute.Name));
        Assert.All(
            page.QuerySelectorAll("[href], [src], [action]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!),
            link => Assert.Matches(LinkPattern(), link));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' autofocus onfocus=alert(1) x='")]
    [InlineData("javascript:alert(1)")]
    public async Task What_was_typed_stays_text(string typed)
    {
        var address = "?trip.days=5&travelers[0].name=" + Uri.EscapeDataString(
            typed[..Math.Min(40, typed.Length)]) + "&travelers[0].group=b&utm_x=" + Uri.EscapeDataString(typed);
        var result = (await site.GetAsync("/en/result" + address)).Ok().Page;
        var error = (await site.GetAsync(
            "/en/result?trip.arrival=" + Uri.EscapeDataString(typed) + "&travelers[0].phone=" + Uri.EscapeDataString(typed))).Page;

        foreach (var page in (AngleSharp.Html.Dom.IHtmlDocument[])[result, error])
        {
            Assert.Empty(page.QuerySelectorAll("script:not([src]), img, [onerror], [onfocus], [href^='javascript']"));
        }

        Assert.Equal(typed, error.QuerySelector("[name='travelers[0].phone']")!.GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(Scanned))]
    public async Task What_scanners_look_for_is_not_here(string address)
    {
        var answer = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("Data Source", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/en")]
    [InlineData("DELETE", "/en/result")]
    [InlineData("PUT", "/site.css")]
    public async Task A_method_nobody_offers_is_no_server_error(string method, string address)
    {
        using var client = site.CreateClient();
        var answer = await client.AskAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)));

        Assert.InRange((int)answer.Status, 400, 499);
        AssertStrict(answer);
    }

    private static void AssertOthers(Answer answer)
    {
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("camera=(), geolocation=(), microphone=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }

    [GeneratedRegex(@"^(/(?!/)|#|\?|https?://)")]
    private static partial Regex LinkPattern();
}
