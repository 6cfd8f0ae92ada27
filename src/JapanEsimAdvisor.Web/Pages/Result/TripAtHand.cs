using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Result;

/// <summary>The trip a reader of the catalog comes from: prices are for its days, in its currency, and links lead back to it.</summary>
public sealed class TripAtHand
{
    /// <summary>Names that a page of the catalog has for itself as well: they alone make no trip.</summary>
    private static readonly string[] Shared = ["days", "currency"];

    private readonly HttpRequest _request;

    private readonly string _home;

    /// <param name="home">Address of the language, such as <c>/en</c>.</param>
    public TripAtHand(HttpRequest request, string home, CatalogSnapshot catalog, DateOnly today)
    {
        (_request, _home) = (request, home);
        if (request.Query.Any(pair => TripAddress.Holds(pair.Key) && !Shared.Contains(pair.Key) && !string.IsNullOrWhiteSpace(pair.Value)))
        {
            IsThere = true;
            Read(catalog, today);
        }
    }

    public bool IsThere { get; }

    /// <summary>Null where no trip is there or its days cannot be read.</summary>
    public Stay? Stay { get; private set; }

    /// <summary>ISO 4217 code; null where the trip names none.</summary>
    public string? Currency { get; private set; }

    public string Result => new TripAddress(_request, _home + "/result").Unchanged;

    public string WhyNot(Plan plan) => new TripAddress(_request, _home + "/result").Asking(plan.Id);

    /// <summary>A page of the catalog, the trip kept.</summary>
    /// <param name="path">Below the language, such as <c>/plans</c>.</param>
    /// <param name="own">What the page says of itself; what the trip says already is left out.</param>
    public string Page(string path, params IEnumerable<KeyValuePair<string, string>> own) => IsThere
        ? new TripAddress(_request, _home + path).With(own.Where(pair => !Shared.Contains(pair.Key)))
        : _home + path + new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(own).ToString();

    /// <summary>What says the trip: hidden fields of a form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => IsThere ? new TripAddress(_request).BesideTheQuestion : [];

    private void Read(CatalogSnapshot catalog, DateOnly today)
    {
        var errors = new List<FieldError>();
        var tree = QueryTree.Of(ShortForm.Expand([.. _request.Query.Where(pair => TripAddress.Holds(pair.Key))], errors), errors).ToJson();
        if (TripReader.Read(tree, WireJson.FromText, errors) is not { } said)
        {
            return;
        }

        Currency = said.Preferences?.Currency is { } currency && catalog.Rates.Knows(currency) ? currency : null;
        var isWrong = new TripRules(catalog, today).Check(said).Any(error => error.Path.StartsWith("trip", StringComparison.Ordinal));
        Stay = isWrong || said.Trip is null ? null : TripMapping.StayOf(said.Trip, today);
    }
}
