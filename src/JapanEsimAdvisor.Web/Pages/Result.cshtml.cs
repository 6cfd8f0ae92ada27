using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Advice;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Site;
using JapanEsimAdvisor.Web.Trips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>The advice for the trip in the address; the form again, with what was typed, where the trip cannot be advised.</summary>
public sealed class ResultModel(Advisor advisor, CatalogStore catalog, TimeProvider clock) : SitePage
{
    private IReadOnlyList<FieldError> _errors = [];

    public AdviceView? View { get; private set; }

    public TripForm Form => new(Request.Query, catalog.Current.Snapshot, Words, clock.TodayInJapan(), _errors);

    public IActionResult OnGet()
    {
        var errors = new List<FieldError>();
        var address = QueryTree.Of(ShortForm.Expand([.. Request.Query.Where(IsOfTrip)], errors), errors);
        var tree = address.ToJson();
        NamePhones(tree);
        (View, _errors) = advisor.Advise(tree, address, Words, errors);
        Response.Headers.CacheControl = "no-cache";
        return View is null ? Invalid() : Page();
    }

    private static bool IsOfTrip(KeyValuePair<string, StringValues> parameter) =>
        TripReader.Knows(parameter.Key) || ShortForm.Names.Contains(parameter.Key, StringComparer.Ordinal);

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>People type names; a name that means one phone stands for its id.</summary>
    private void NamePhones(JsonObject tree)
    {
        foreach (var traveler in (tree["travelers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (traveler["phone"] is JsonValue typed && DeviceSearch.Named(catalog.Current.Snapshot, typed.ToString(), DeviceClass.Phone) is { } device)
            {
                traveler["phone"] = device.Id;
            }
        }
    }
}
