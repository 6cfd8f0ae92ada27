using System.Net;
using JapanEsimAdvisor.Web.Tests.Partners;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>One endpoint has many spellings. None of them opens more than another, and none writes a secret to the log.</summary>
public sealed class SpellingTests
{
    private const string Secret = "Secretid_0123456789abc";

    private static readonly HttpMethod[] Methods =
    [
        HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch,
    ];

    /// <summary>Ways to write an address that ask for the same, or for nothing at all.</summary>
    private static readonly Func<string, string>[] Spellings =
    [
        address => address,
        address => address.ToUpperInvariant().Replace(Secret.ToUpperInvariant(), Secret, StringComparison.Ordinal),
        address => string
            .Concat(address.Select((letter, index) => index % 2 == 0 ? char.ToUpperInvariant(letter) : letter))
            .Replace(Secret, Secret, StringComparison.OrdinalIgnoreCase),
        address => address + "/",
        address => "/" + address,
        address => address.Replace("/", "//", StringComparison.Ordinal),
        address => address[0] + address[1..].Replace("/", "%2f", StringComparison.Ordinal),
        address => "/." + address,
        address => "/x/.." + address,
        address => address.Replace("a", "%61", StringComparison.Ordinal),
    ];

    [Fact]
    public async Task However_a_call_is_spelled_it_is_counted_checked_and_answered_as_for_programs_or_leads_nowhere()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "1000000")).OnKestrel();
        using var client = site.CreateClient();
        foreach (var (method, address) in Calls(site, endpoint => endpoint.Metadata.GetMetadata<CalledByPrograms>() is not null))
        {
            var answer = await SendAsync(client, method, address, PartnerSite.Key("sk_nonsense"));
            var isOfProgram = answer.Headers.Contains("RateLimit");

            Assert.True(
                isOfProgram ? answer.Status == HttpStatusCode.Unauthorized : IsRefused(answer),
                $"{method} {address}: {(int)answer.Status}, counted: {isOfProgram}");
        }
    }

    [Fact]
    public async Task However_the_address_of_agents_is_spelled_a_page_without_a_certificate_is_refused()
    {
        await using var site = new PartnerSite().OnKestrel();
        using var client = site.CreateClient();
        foreach (var (method, address) in Calls(site, endpoint => endpoint.Metadata.GetMetadata<CalledByAgents>() is not null))
        {
            var answer = await SendAsync(client, method, address, PartnerSite.FromOrigin("http://rebound.example"));

            Assert.True(answer.Status == HttpStatusCode.Forbidden || IsRefused(answer), $"{method} {address}: {(int)answer.Status}");
        }
    }

    [Fact]
    public async Task However_an_address_is_spelled_the_log_holds_neither_its_secret_nor_what_leads_nowhere()
    {
        var log = new Notebook();
        await using var site = new PartnerSite(
            ("Quotas:PerAddress", "1000000"),
            ("Serilog:MinimumLevel:Default", "Verbose"),
            ("Serilog:MinimumLevel:Override:Microsoft", "Verbose"))
        {
            Change = services => services.AddSingleton<ILogEventSink>(log),
        };
        site.OnKestrel();
        using var client = site.CreateClient();
        var asked = 0;
        foreach (var (method, address) in Calls(site, HasTripInAddress)
            .Append((HttpMethod.Get, "/" + Secret))
            .Append((HttpMethod.Get, "/en/" + Secret)))
        {
            await SendAsync(client, method, address);
            asked++;
        }

        Assert.True(asked > 200, $"{asked} calls");
        Assert.Contains(log.Lines, line => line.StartsWith("GET /en/t/{id} 404 in", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("GET /api/v1/trips/{id} 404 in", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.StartsWith("GET (no such address) 404 in", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Everything, text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_spelling_of_any_address_is_a_failure_of_ours()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "1000000")).OnKestrel();
        using var client = site.CreateClient();
        foreach (var (method, address) in Calls(site, _ => true))
        {
            var answer = await SendAsync(client, method, address);

            Assert.True((int)answer.Status < 500, $"{method} {address}: {(int)answer.Status}");
        }
    }

    /// <summary>Every method at every spelling of every endpoint's address, with a secret in the place of ids.</summary>
    private static IEnumerable<(HttpMethod Method, string Address)> Calls(PartnerSite site, Func<RouteEndpoint, bool> isMeant) =>
        from address in site.Services
            .GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(isMeant)
            .Select(AddressOf)
            .Distinct()
            .ToList()
        from spelling in Spellings.Select(spell => spell(address)).Distinct()
        from method in Methods
        select (method, spelling);

    /// <summary>Nothing has run: there is nothing, or nothing that takes the method or a call without a body.</summary>
    private static bool IsRefused(Answer answer) =>
        answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnsupportedMediaType;

    private static bool HasTripInAddress(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText is { } route
        && (route.Contains("t/{id}", StringComparison.Ordinal) || route.Contains("trips/{id}", StringComparison.Ordinal));

    private static string AddressOf(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "language" } => "en",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "code" } => "404",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "id" or "unknown" } => Secret,
        _ => "x",
    }))));

    private static async Task<Answer> SendAsync(HttpClient client, HttpMethod method, string address, params (string, string)[] headers)
    {
        // Any other Uri tidies dots and slashes away.
        var uri = new Uri(
            client.BaseAddress!.GetLeftPart(UriPartial.Authority) + address,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        return await client.AskAsync(new HttpRequestMessage(method, uri), headers);
    }
}
