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

    /// <summary>Null where the trip cannot be advised.</summary>
    public ResultParts? Parts { get; private set; }

    public TripForm Form => new(Request.Query, service, Words, clock.TodayInJapan(), _errors, View is null ? null : false);

    /// <summary>Whether an eSIM was left out for somebody only because model or market of the phone was not said.</summary>
    public bool HasPhonesToName => View!.Advice.Types.Any(type =>
        type.Phone.Esim == Tristate.Unknown && type.Traveler is { Esim: null } and ({ Phone: null } or { PhoneMarket: null }));

    /// <summary>What was typed of the plan to ask about; nothing where a link asks about several, since the field takes one.</summary>
    public string AskedPlan => Request.Query["whyNot"].Where(typed => !string.IsNullOrWhiteSpace(typed)).SelectMany(typed => typed!.Split(',')).ToList() is [var only] ? PlanName(only.Trim()) : string.Empty;

    /// <summary>What was typed and means no plan.</summary>
    public string? UnknownPlan { get; private set; }

    public IEnumerable<string> PlansLike => UnknownPlan is { } typed ? PlanSearch.NamesLike(service.Snapshot, typed).Take(MostAlike) : [];

    /// <summary>Of plans that may be advised.</summary>
    public IEnumerable<string> PlanNames => PlanSearch.AdvisableNames(service.Snapshot);

    public IActionResult OnGet()
    {
        var read = RequestReader.OfAddress(PageQuery.TripOf(Request.Query)).With(request => NamePlans(PageRequest.Of(request)));
        (View, _errors) = advisor.Advise(read, Words, isPage: true, HttpContext.RequestAborted);
        Parts = View is null ? null : ResultParts.Of(View);
        meters.Rejected(_errors);
        Response.Headers.CacheControl = "no-cache";
        return View is null ? Invalid() : Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>People type names of plans too. A name that means none is an error beside the field, and the advice is shown all the same.</summary>
    private TripRequest NamePlans(TripRequest request) => request.WhyNot is not { Count: > 0 } typed
        ? request
        : request with { WhyNot = [.. PlansNamed(typed).Distinct(StringComparer.Ordinal)] };

    /// <summary>A whole name may hold a comma. Where it names no plan, commas part several.</summary>
    private IEnumerable<string> PlansNamed(IReadOnlyList<string> typed)
    {
        var whole = PlanSearch.Named(service.Snapshot, string.Join(", ", typed)).ToList();
        if (whole.Count > 0)
        {
            return whole.Select(plan => plan.Id);
        }

        var parts = typed.Select(part => (Part: part, Plans: PlanSearch.Named(service.Snapshot, part).ToList())).Where(part => part.Part.Length > 0).ToList();
        UnknownPlan ??= parts.Exists(part => part.Plans.Count > 0) ? parts.Find(part => part.Plans.Count == 0).Part : string.Join(", ", typed);
        return parts.SelectMany(part => part.Plans).Select(plan => plan.Id);
    }

    private string PlanName(string typed) => service.Snapshot.Plans.FirstOrDefault(plan => plan.Id == typed) is { } plan ? service.Snapshot.NameOf(plan) : typed;
}
