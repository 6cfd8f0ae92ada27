using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>From a request to usage checks in words, the same way for page and API.</summary>
public sealed class UsageChecker(CatalogInService service, SearchBudget budget, TimeProvider clock)
{
    /// <returns>The checks, or every error of reading and of the rules.</returns>
    /// <exception cref="SearchBudgetSpentException">The caller has asked for too much search in this minute.</exception>
    public (UsageView? View, IReadOnlyList<FieldError> Errors) Check(ReadRequest<UsageCheckRequest> read, Words words)
    {
        var (catalog, today) = (service.Snapshot, clock.TodayInJapan());
        var errors = read.Check(new UsageCheckRules(catalog, today).Check);
        return errors.Count > 0 ? (null, errors) : (ViewOf(read.Request!, catalog, today, words), []);
    }

    private UsageView ViewOf(UsageCheckRequest request, CatalogSnapshot catalog, DateOnly today, Words words)
    {
        var trip = TripMapping.ToTrip(request.ToParty(), catalog, today);
        budget.Spend(SearchCost.OfUsageCheck(trip.People, trip.Stay.RollingDays));
        var asOf = request.AsOf ?? today;
        var lines = request.Lines!.Select(line => ToLine(line, trip.Travelers[0].Id, trip.Stay.Arrival, catalog));
        return new UsageView([.. UsageCheck.Of(trip, lines, catalog, asOf)], asOf, today, catalog, request.Preferences?.Currency ?? ExchangeRates.Yen, words);
    }

    private static LineInUse ToLine(LinePart line, string only, DateOnly arrival, CatalogSnapshot catalog) => new()
    {
        Plan = catalog.Plans.First(plan => plan.Id == line.PlanId),
        Quantity = line.Quantity ?? 1,
        Days = line.Days,
        Buyer = line.Buyer ?? only,
        Clients = [.. (line.Clients ?? []).Select(client => new Connected(client.Traveler!, client.Count ?? 1))],
        Started = line.Started ?? arrival,
        GbUsed = line.GbUsed!.Value,
        GbUsedThisCycle = line.GbUsedThisCycle,
    };
}

/// <summary>Usage checks in one language and currency.</summary>
/// <param name="AsOf">Day of the checks.</param>
/// <param name="Today">Day in Japan on which they were made: a trip without dates begins from it.</param>
public sealed record UsageView(IReadOnlyList<UsageCheck> Checks, DateOnly AsOf, DateOnly Today, CatalogSnapshot Catalog, string Currency, Words Words)
{
    public string Say(Notice notice) => Words.Say("usage", notice, Currency, Catalog.Rates, traveler => traveler);

    public Money InCurrency(decimal yen) => Catalog.Rates.FromYen(yen, Currency);
}
