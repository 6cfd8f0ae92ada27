using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>From a request's JSON to advice in words, the same way for page and API.</summary>
public sealed class Advisor(CatalogInService service, SearchBudget budget, AdviceGiven given, TimeProvider clock)
{
    /// <param name="address">The address the request came from, whose values are text; null for a body.</param>
    /// <param name="errors">What was wrong already.</param>
    /// <param name="isPage">Whether the whole result page is made of it, with everything that it shows unasked.</param>
    /// <returns>The advice, or every error.</returns>
    /// <exception cref="SearchBudgetSpentException">The caller has asked for too much search in this minute.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public (AdviceView? View, IReadOnlyList<FieldError> Errors) Advise(JsonObject tree, QueryTree? address, Words words, IReadOnlyList<FieldError> errors, bool isPage = false)
    {
        var (view, found) = Advise(tree, address is not null, words, errors.Count > 0, isPage);
        return (view, [.. errors, .. found.Select(error => address?.AsAsked(error) ?? error)]);
    }

    private (AdviceView? View, IReadOnlyList<FieldError> Errors) Advise(JsonObject tree, bool fromText, Words words, bool isWrong, bool isPage)
    {
        var errors = new List<FieldError>();
        var snapshot = service.Snapshot;
        var today = clock.TodayInJapan();
        var request = TripReader.Read(tree, fromText ? WireJson.FromText : WireJson.Options, errors, out TripRequest? rest);
        if (request is null)
        {
            return (null, [.. errors, .. rest is null ? [] : ReadErrors.News(errors, new TripRules(snapshot, today).Check(rest))]);
        }

        errors.AddRange(new TripRules(snapshot, today).Check(request));
        if (isWrong || errors.Count > 0)
        {
            return (null, errors);
        }

        var trip = TripMapping.ToTrip(request, snapshot, today, words.Language.IsChinese);
        var subParties = Recommender.SubParties(trip, snapshot);
        if (TooVarious(request, subParties) is { } error)
        {
            return (null, [error]);
        }

        var days = trip.Stay.RollingDays;
        var cost = isPage ? SearchCost.OfPage(subParties, days) : SearchCost.OfCall(subParties, days, request.Include ?? []);
        var cancellation = budget.Spend(cost);
        given.Note(trip.People, isCached: false);
        return (new AdviceView(Recommender.Recommend(trip, snapshot, today, cancellation), request, words), []);
    }

    /// <summary>A question whose search nobody should wait for; null where there is none.</summary>
    private static FieldError? TooVarious(TripRequest request, double subParties) =>
        subParties > SubParties.Most ? new FieldError("travelers", "too-many-kinds", ("product", subParties), ("most", SubParties.Most))
        : request.Include?.Contains("frontier", StringComparer.Ordinal) == true ? TooMuchForTheFrontier(subParties, request.Travelers?.Count ?? 0)
        : null;

    private static FieldError? TooMuchForTheFrontier(double subParties, int travelers) =>
        subParties > Choice.MostSubPartiesOfTheFrontier
            ? new FieldError("include", "frontier-too-various", ("product", subParties), ("most", Choice.MostSubPartiesOfTheFrontier))
        : travelers > Choice.MostTravelersOfTheFrontier
            ? new FieldError("include", "frontier-too-long", ("count", travelers), ("most", Choice.MostTravelersOfTheFrontier))
        : null;
}
