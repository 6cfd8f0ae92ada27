using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;

namespace JapanEsimAdvisor.Web.Pages.Check;

/// <summary>A line of a saved trip that can be checked: what was bought, else what is to be bought.</summary>
/// <param name="Plan">Null where the catalog no longer knows it.</param>
/// <param name="Days">Days of one buyer's purchases together; null where not said.</param>
public sealed record CheckLine(string Name, string Buyer, int Quantity, int? Days, IReadOnlyList<SavedClient> Clients, DateOnly? Started, Plan? Plan)
{
    /// <summary>Purchases as recorded, else those of the saved answer.</summary>
    public static IReadOnlyList<CheckLine> Of(SavedTrip trip, CatalogSnapshot catalog) => trip.Content.Purchases.Count > 0
        ? [.. trip.Content.Purchases.Select(bought => new CheckLine(bought.Name, bought.Buyer, bought.Quantity, bought.Days, bought.Clients, bought.Started, PlanOf(bought.PlanId, catalog)))]
        : [.. trip.Answer.Purchases.Select(one => new CheckLine(one.Purchase.FullName, one.Pod.Host, one.Purchase.Quantity, one.Purchase.Days, one.Pod.Clients, null, PlanOf(one.Purchase.PlanId, catalog)))];

    /// <summary>
    /// A usage check of this line alone: plans one after the other are of the same people, who can only be on one at a time.
    /// </summary>
    /// <param name="typed">The day and the gigabytes of <c>lines[0]</c>, as typed.</param>
    public UsageCheckRequest Check(TripRequest request, UsageCheckRequest typed) => new()
    {
        Trip = request.Trip,
        Travelers = request.Travelers,
        People = request.People,
        Everyone = request.Everyone,
        Preferences = request.Preferences,
        AsOf = typed.AsOf,
        Lines =
        [
            new LinePart
            {
                PlanId = Plan!.Id,
                Quantity = Quantity,
                Days = DaysOfOne,
                Buyer = Buyer,
                Clients = [.. Clients.Select(client => new ClientPart { Traveler = client.Traveler, Count = client.Count })],
                Started = Started,
                GbUsed = typed.Lines?[0].GbUsed,
            },
        ],
    };

    /// <summary>Days of one purchase, where the plan is sold for so many.</summary>
    private int? DaysOfOne => Days is { } days && days % Quantity == 0 && Plan!.Prices.Any(row => row.DayRate || row.Days == days / Quantity) ? days / Quantity : null;

    private static Plan? PlanOf(string id, CatalogSnapshot catalog) => catalog.Plans.FirstOrDefault(plan => plan.Id == id);
}
