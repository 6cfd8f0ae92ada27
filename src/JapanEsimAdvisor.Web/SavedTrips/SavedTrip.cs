using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>A trip that somebody saved: what was asked, what was answered and what was bought.</summary>
/// <param name="Version">Counts changes, from 1.</param>
/// <param name="ExpiresAt">From then on it cannot be opened.</param>
public sealed record SavedTrip(string Id, int Version, DateTimeOffset SavedAt, DateTimeOffset ChangedAt, DateTimeOffset ExpiresAt, SavedContent Content)
{
    public TripRequest Request => Content.Request;

    public SavedAnswer Answer => Content.Answer;

    public DateOnly Arrival => Request.Trip!.Arrival!.Value;

    public DateOnly Departure => Request.Trip!.Departure!.Value;
}

/// <param name="Request">As asked, with dates: a trip that was undated keeps the days of its advice.</param>
/// <param name="Answer">The answer chosen, as it stood when it was saved.</param>
/// <param name="Purchases">What was bought.</param>
public sealed record SavedContent(TripRequest Request, SavedAnswer Answer, IReadOnlyList<BoughtPlan> Purchases)
{
    /// <summary>With orders counted where bills were: <see cref="SavedPurchase.CountsBills"/>.</summary>
    public SavedContent InOrders() => !Answer.Purchases.Any(one => one.Purchase.CountsBills()) ? this : this with
    {
        Answer = Answer with { Pods = [.. Answer.Pods.Select(pod => pod with { Purchases = [.. pod.Purchases.Select(InOrders)] })] },
        Purchases = [.. Purchases.Select(InOrders)],
    };

    private static SavedPurchase InOrders(SavedPurchase purchase) => purchase.CountsBills() ? purchase with { Quantity = 1 } : purchase;

    private BoughtPlan InOrders(BoughtPlan bought) =>
        Answer.Purchases.Any(one => one.Purchase.CountsBills() && bought.IsOf(one.Pod, one.Purchase)) ? bought with { Quantity = 1 } : bought;
}

/// <summary>What somebody bought; stays whatever becomes of the plan.</summary>
/// <param name="Provider">Seller id, when it was recorded.</param>
/// <param name="Name">Seller and plan by name, when it was recorded.</param>
/// <param name="Quantity">Times one buyer bought it.</param>
/// <param name="Count">Buyers alike.</param>
/// <param name="Buyer">Traveler id.</param>
/// <param name="Days">Days of one buyer's purchases together; null where not said.</param>
/// <param name="Clients">Who connects through it.</param>
/// <param name="Started">First day on which its days count; null: the day of arrival.</param>
/// <param name="BoughtOn">Null where not said.</param>
public sealed record BoughtPlan(
    string PlanId,
    string Provider,
    string Name,
    int Quantity,
    int Count,
    string Buyer,
    int? Days,
    IReadOnlyList<SavedClient> Clients,
    DateOnly? Started,
    DateOnly? BoughtOn)
{
    /// <summary>Whether this is the purchase an answer advises.</summary>
    public bool IsOf(SavedPod pod, SavedPurchase advised) =>
        (PlanId, Buyer, Quantity, Count) == (advised.PlanId, pod.Host, advised.Quantity, pod.Times) && (Days is null || Days == advised.Days);
}

/// <param name="Traveler">Traveler id.</param>
public sealed record SavedClient(string Traveler, int Count);
