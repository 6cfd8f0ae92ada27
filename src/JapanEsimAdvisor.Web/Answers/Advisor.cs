using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>From a request to advice in words, the same way for pages, API, calendar, saved trips and agents.</summary>
public sealed class Advisor(CatalogInService service, SearchBudget budget, AdviceGiven given, TimeProvider clock)
{
    /// <returns>The advice, or every error.</returns>
    /// <exception cref="SearchBudgetSpentException">The caller has asked for too much search in this minute.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public (AdviceView? View, IReadOnlyList<FieldError> Errors) Advise(TripRequest request, Words words, CancellationToken cancellation) =>
        Advise(new ReadRequest<TripRequest>(request), words, false, cancellation);

    /// <param name="isPage">Whether the whole result page is made of it, with everything that it shows unasked.</param>
    /// <returns>The advice, or every error of reading and of the rules.</returns>
    /// <exception cref="SearchBudgetSpentException">The caller has asked for too much search in this minute.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public (AdviceView? View, IReadOnlyList<FieldError> Errors) Advise(
        ReadRequest<TripRequest> read, Words words, bool isPage, CancellationToken cancellation)
    {
        var (question, errors) = Check(read, words, isPage);
        if (question is null)
        {
            return (null, errors);
        }

        budget.Spend(question.Cost);
        return (Search(question, words, cancellation), []);
    }

    /// <returns>The question, where every rule holds and the search is small enough; else every error.</returns>
    public (TripQuestion? Question, IReadOnlyList<FieldError> Errors) Check(ReadRequest<TripRequest> read, Words words, bool isPage = false)
    {
        var (catalog, today) = (service.Snapshot, clock.TodayInJapan());
        read = read.With(request => TripNames.Of(request, service.Devices));
        var errors = read.Check(new TripRules(catalog, today).Check);
        if (errors.Count > 0)
        {
            return (null, errors);
        }

        var request = read.Request!;
        var trip = TripMapping.ToTrip(request, catalog, today);
        var subParties = Recommender.SubParties(trip, catalog);
        if (TooVarious(request, subParties) is { } error)
        {
            return (null, read.Named([error]));
        }

        var days = trip.Stay.RollingDays;
        var cost = isPage ? SearchCost.OfPage(subParties, days) : SearchCost.OfCall(subParties, days, request.Include ?? []);
        return (new TripQuestion(request, trip, catalog, today, cost), []);
    }

    /// <summary>The search itself. The caller has paid for it.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public AdviceView Search(TripQuestion question, Words words, CancellationToken cancellation)
    {
        given.Note(question.Trip.People, isCached: false);
        return new AdviceView(Recommender.Recommend(question.Trip, question.Catalog, question.Today, cancellation), question.Request, words);
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

/// <summary>A request whose rules hold, with the catalog and the day that answer it.</summary>
/// <param name="Today">Day in Japan.</param>
/// <param name="Cost">What the search is estimated to take, milliseconds on one core.</param>
public sealed record TripQuestion(TripRequest Request, Trip Trip, CatalogSnapshot Catalog, DateOnly Today, double Cost);
