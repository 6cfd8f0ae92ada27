using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Questions;
using Microsoft.AspNetCore.Http.Extensions;

namespace JapanEsimAdvisor.Web.Pages.Layout;

/// <summary>The trip a reader of the catalog comes from: prices are for its days, in its currency, and links lead back to it.</summary>
public sealed class CurrentTrip
{
    /// <summary>Names that a page of the catalog has for itself as well: they alone make no trip.</summary>
    private static readonly string[] Shared = ["days", "currency"];

    private readonly TripAddress _address;

    private readonly string _home;

    /// <param name="home">Address of the language, such as <c>/en</c>.</param>
    public CurrentTrip(HttpContext context, string home, CatalogSnapshot catalog, DateOnly today)
    {
        (_address, _home) = (TripAddress.Of(context), home);
        var query = context.Request.Query;
        IsThere = query.Any(pair => TripAddress.Holds(pair.Key) && !Shared.Contains(pair.Key) && !string.IsNullOrWhiteSpace(pair.Value));
        if (IsThere && RequestReader.OfAddress([.. query.Where(pair => TripAddress.Holds(pair.Key))]).Request is { } request)
        {
            Currency = request.Preferences?.Currency is { } currency && catalog.Rates.Knows(currency) ? currency : null;
            var isWrong = new TripRules(catalog, today).Check(request).Any(error => error.Path.StartsWith("trip", StringComparison.Ordinal));
            Stay = isWrong || request.Trip is null ? null : TripMapping.StayOf(request.Trip, today);
        }
    }

    public bool IsThere { get; }

    /// <summary>Null where no trip is there or its days cannot be read.</summary>
    public Stay? Stay { get; }

    /// <summary>ISO 4217 code; null where the trip names none.</summary>
    public string? Currency { get; }

    public string Result => _address.At(_home + "/result").Unchanged;

    /// <summary>Hidden fields of a form: the whole trip.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => IsThere ? _address.WithoutQuestion : [];

    public string WhyNot(Plan plan) => _address.At(_home + "/result").Asking(plan.Id);

    /// <summary>A page of the catalog for the same trip.</summary>
    /// <param name="path">Below the language, such as <c>/plans</c>.</param>
    /// <param name="own">Parameters of the page; those that the trip has already are left out.</param>
    public string Page(string path, params IEnumerable<KeyValuePair<string, string>> own) => IsThere
        ? _address.At(_home + path).With(own.Where(pair => !Shared.Contains(pair.Key)))
        : _home + path + new QueryBuilder(own).ToString();
}
