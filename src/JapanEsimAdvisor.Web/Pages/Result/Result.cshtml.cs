using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace JapanEsimAdvisor.Web.Pages.Result;

/// <summary>The advice for the trip in the address; the form again, with what was typed, where the trip cannot be advised.</summary>
[OutputCache(PolicyName = CatalogCaching.Policy)]
public sealed class ResultModel(Advisor advisor, CatalogInService service, SiteMeters meters, TimeProvider clock) : SitePage
{
    private const int MostAlike = 5;

    private IReadOnlyList<FieldError> _errors = [];

    public AdviceView? View { get; private set; }

    public TripForm Form => new(Request.Query, service, Words, clock.TodayInJapan(), _errors, View is null ? null : false);

    /// <summary>Whether an eSIM was left out for somebody only because model or market of the phone was not said.</summary>
    public bool HasPhonesToName => View!.Advice.Types.Any(type =>
        type.Phone.Esim == Tristate.Unknown && type.Traveler is { Esim: null } and ({ Phone: null } or { PhoneMarket: null }));

    /// <summary>The same trip with the phones bought where models without eSIM are sold, the reader's own country first; nothing where no phone is named.</summary>
    public IEnumerable<(string Country, string Address)> Markets
    {
        get
        {
            var address = new TripAddress(Request);
            var own = Words.Language.Tag == "zh-Hant" ? "TW" : "CN";
            return address.LacksMarkets ? PhoneFacts.MarketsWithDualSimPhones.OrderByDescending(country => country == own).Select(country => (country, address.BoughtIn(country))) : [];
        }
    }

    /// <summary>What was typed of the plan to ask about; nothing where a link asks about several, since the field takes one.</summary>
    public string AskedPlan => Request.Query["whyNot"].Where(typed => !string.IsNullOrWhiteSpace(typed)).SelectMany(typed => typed!.Split(',')).ToList() is [var only] ? PlanName(only.Trim()) : string.Empty;

    /// <summary>What was typed and means no plan.</summary>
    public string? UnknownPlan { get; private set; }

    public IEnumerable<string> PlansLike => UnknownPlan is { } typed ? PlanSearch.NamesLike(service.Snapshot, typed).Take(MostAlike) : [];

    /// <summary>Of plans that may be advised.</summary>
    public IEnumerable<string> PlanNames => PlanSearch.AdvisableNames(service.Snapshot);

    public IActionResult OnGet()
    {
        var errors = new List<FieldError>();
        var address = QueryTree.Of(ShortForm.Expand(PageQuery.TripOf(Request.Query), errors), errors);
        var tree = address.ToJson();
        PageTree.Adapt(tree, service.Devices);
        NamePlans(tree);
        (View, _errors) = advisor.Advise(tree, address, Words, errors, isPage: true);
        meters.Rejected(_errors);
        Response.Headers.CacheControl = "no-cache";
        return View is null ? Invalid() : Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>People type names of plans too; a name that means none is said beside the field, and the advice stands all the same.</summary>
    private void NamePlans(JsonObject tree)
    {
        var asked = tree["whyNot"] switch
        {
            JsonValue one => [one],
            JsonArray several when several.All(entry => entry is JsonValue) => [.. several.OfType<JsonValue>()],
            _ => (List<JsonValue>)[],
        };
        if (asked.Count == 0)
        {
            return;
        }

        var found = asked.SelectMany(typed => PlansNamed(typed.ToString())).Distinct(StringComparer.Ordinal).ToList();
        tree["whyNot"] = new JsonArray([.. found.Select(id => (JsonNode)JsonValue.Create(id))]);
    }

    /// <summary>A whole name may hold a comma; where it names no plan, commas part several.</summary>
    private IEnumerable<string> PlansNamed(string typed)
    {
        var whole = PlanSearch.Named(service.Snapshot, typed).ToList();
        if (whole.Count > 0)
        {
            return whole.Select(plan => plan.Id);
        }

        var parts = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => (Part: part, Plans: PlanSearch.Named(service.Snapshot, part).ToList())).ToList();
        UnknownPlan ??= parts.Exists(part => part.Plans.Count > 0) ? parts.Find(part => part.Plans.Count == 0).Part : typed;
        return parts.SelectMany(part => part.Plans).Select(plan => plan.Id);
    }

    private string PlanName(string typed) => service.Snapshot.Plans.FirstOrDefault(plan => plan.Id == typed) is { } plan ? service.Snapshot.NameOf(plan) : typed;
}
