using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Partners;

/// <summary>The page for partners: working examples of the API, keys, and the widget with its builder.</summary>
public sealed class PartnersModel(CatalogInService service, SiteLanguages languages, TimeProvider clock) : SitePage
{
    /// <summary>The operator's command that adds a partner: <c>docs/operations.md</c>.</summary>
    public const string AddExample = """
        dotnet run --project src/JapanEsimAdvisor.Web -- partners add --name 'Agency' \
          --origin https://agency.example \
          --link 'https://go.agency.example/?to={url}'
        """;

    private const int DaysAhead = 30;

    public CatalogSnapshot Catalog { get; } = service.Snapshot;

    public WidgetBuilder Widget { get; private set; } = null!;

    /// <summary>The address of the API.</summary>
    public string Api => Request.Origin + ApiSetup.Root;

    /// <summary>An example request as a link.</summary>
    public string Example => Api + "/recommendations?people=4&days=10&currency=EUR";

    /// <summary>A request from the OpenAPI document, so that one test covers both.</summary>
    public static string TripExample(DateOnly today) =>
        RequestExamples.All(today.AddDays(DaysAhead)).First(example => example.Name == "couple").Json;

    public string PostExample => $"""
        curl '{Api}/recommendations' \
          -H 'Content-Type: application/json' \
          -d '{TripExample(clock.TodayInJapan())}'
        """;

    /// <summary>Sources that a page's content security policy must allow for the widget.</summary>
    public string Policy => $"script-src {Request.Origin}; connect-src {Request.Origin}";

    /// <summary>An example of an API error.</summary>
    public string ErrorExample => $$"""
        {
          "status": 400,
          "code": "invalid-request",
          "errors": { "travelers[1].phoneMarket": [ "{{Words.Say("error.unknown-country", ("value", "UK"))}}" ] },
          "codes": { "travelers[1].phoneMarket": [ "unknown-country" ] }
        }
        """;

    /// <summary>Methods and paths, with the key of their description.</summary>
    public static IEnumerable<(string[] Calls, string Text)> Calls =>
    [
        (["POST /recommendations"], "partners.call.recommend"),
        (["GET /recommendations"], "partners.call.link"),
        (["GET /plans", "GET /plans/{id}"], "partners.call.plans"),
        (["GET /providers", "GET /providers/{id}", "GET /operators"], "partners.call.sellers"),
        (["GET /devices?q=iphone 15", "GET /devices/{id}"], "partners.call.devices"),
        (["GET /usage-profiles", "POST /usage-estimates"], "partners.call.usage"),
        (["POST /usage-checks"], "partners.call.check"),
        (["GET /airports"], "partners.call.places"),
        (["GET /exchange-rates"], "partners.call.rates"),
        (["GET /changes?since="], "partners.call.changes"),
        (["GET /catalog.json", "GET /catalog.csv"], "partners.call.catalog"),
        (["POST /trips", "GET PUT DELETE /trips/{id}"], "partners.call.trips"),
    ];

    public IActionResult OnGet()
    {
        Widget = new WidgetBuilder(Request, Words, languages, Catalog.Rates.ByCurrency.Keys);
        Response.Headers.CacheControl = "no-cache";
        Response.StatusCode = Widget.Errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }
}
