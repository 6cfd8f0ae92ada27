using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Api.Recommendations;
using JapanEsimAdvisor.Web.Api.UsageChecks;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;

namespace JapanEsimAdvisor.Web.Api.Trips;

/// <summary>A trip that was just saved.</summary>
/// <param name="Id">Opens the trip; part of its link.</param>
/// <param name="EditToken">Needed to change or delete the trip; shown only once.</param>
/// <param name="ExpiresAt">From then on the trip cannot be opened.</param>
public sealed record SavedTripCreated(string Id, string EditToken, DateTimeOffset ExpiresAt);

/// <summary>A saved trip: the request, the answer at the time of saving, the purchases, and later changes.</summary>
public sealed class SavedTripResponse(SavedTripView view, SavedTrip trip)
{
    public string Id { get; } = trip.Id;

    /// <summary>Number of the version, from 1; also the ETag, for If-Match.</summary>
    public int Version { get; } = trip.Version;

    public DateTimeOffset SavedAt { get; } = trip.SavedAt;
    public DateTimeOffset ChangedAt { get; } = trip.ChangedAt;
    public DateTimeOffset ExpiresAt { get; } = trip.ExpiresAt;

    /// <summary>The request, with dates.</summary>
    public TripRequest Request { get; } = trip.Request;

    /// <summary>Id of the answer's basket.</summary>
    public string BasketId { get; } = trip.Answer.BasketId;

    public SavedAnswerResponse Answer { get; } = new(view, trip.Answer);
    public IReadOnlyList<BoughtAnswer> Purchases { get; } = [.. trip.Content.Purchases.Select(bought => new BoughtAnswer(bought))];

    /// <summary>Empty if the catalog is still the one of the answer.</summary>
    public IReadOnlyList<ChangeAnswer> Changes { get; } =
    [
        .. view.Changes.Select(change => new ChangeAnswer(
            change.Code, change.PlanId, change.Before, change.After, view.TextOf(change))),
    ];

    /// <summary>The catalog in service now.</summary>
    public CatalogStamp Catalog { get; } = CatalogStamp.Of(
        view.Catalog, view.Catalog.Plans.Where(plan => trip.Answer.Purchases.Any(one => one.Purchase.PlanId == plan.Id)));
}

public sealed class SavedAnswerResponse(SavedTripView view, SavedAnswer answer)
{
    /// <summary>The day in Japan of the calculation.</summary>
    public DateOnly AdvisedOn { get; } = answer.AdvisedOn;

    /// <summary>The catalog of the calculation.</summary>
    public string CatalogVersion { get; } = answer.CatalogVersion;

    /// <summary>per-person, shared-hotspot, pocket-wifi, mix, else frontier or why-not.</summary>
    public string Strategy { get; } = answer.Strategy;

    /// <summary>Number of people whose risk of running out is above the accepted one.</summary>
    public int OverLimit { get; } = answer.OverLimit;

    public SavedCostAnswer Cost { get; } = new(answer.Price, answer.ExpectedTotal, answer.PerPerson, answer.PerPersonPerDay);
    public double? ChanceOfRunningOut { get; } = answer.Risk.ChanceOfRunningOut;
    public double? LimitedDays { get; } = answer.Risk.LimitedDays;
    public double FullSpeedShare { get; } = answer.Risk.FullSpeedShare;
    public IReadOnlyList<SavedPurchaseAnswer> Purchases { get; } =
        [.. answer.Purchases.Select(one => new SavedPurchaseAnswer(view, one.Pod, one.Purchase))];

    public IReadOnlyList<ConnectionAnswer> Connections { get; } =
    [
        .. answer.Pods.SelectMany(pod => ConnectionAnswer.Of(
            pod.Kind, pod.Host, pod.Times, pod.Clients.Select(client => (client.Traveler, client.Count)))),
    ];

    public IReadOnlyList<TaskAnswer> Checklist { get; } =
    [
        .. answer.Checklist.Select(task => new TaskAnswer(
            task.When, task.Due, task.Traveler, task.Notice.Code, view.Say("task", task.Notice))),
    ];

    public IReadOnlyList<CodedText> Warnings { get; } =
        [.. answer.Warnings.Select(warning => new CodedText(warning.Code, view.Say("warning", warning), warning.Travelers))];
}

/// <param name="PerPersonPerDay">Price per person per day.</param>
public sealed record SavedCostAnswer(Money Price, Money ExpectedTotal, Money PerPerson, Money PerPersonPerDay);

public sealed class SavedPurchaseAnswer(SavedTripView view, SavedPod pod, SavedPurchase purchase)
{
    public string PlanId { get; } = purchase.PlanId;
    public string Provider { get; } = purchase.Provider;
    public string Name { get; } = purchase.Name;
    public Medium Medium { get; } = purchase.Medium;

    /// <summary>How often one buyer orders it.</summary>
    public int Quantity { get; } = purchase.Quantity;

    /// <summary>Number of equal buyers.</summary>
    public int Count { get; } = pod.Times;

    /// <summary>Traveler id.</summary>
    public string Buyer { get; } = pod.Host;

    /// <summary>Days of use one buyer pays for.</summary>
    public int Days { get; } = purchase.Days;

    /// <summary>For all buyers, unavoidable fees included, in the requested currency.</summary>
    public Money Price { get; } = purchase.Price;

    /// <summary>The seller's own price for one buyer, without fees.</summary>
    public Money ListedPrice { get; } = purchase.ListedPrice;

    public bool Confirmed { get; } = purchase.IsConfirmed;
    public string? SellerUrl { get; } = purchase.Website;
    public DateOnly BuyBefore { get; } = purchase.BuyBefore;
    public string? PriceChecked { get; } = purchase.PriceChecked;
    public string? Source { get; } = purchase.Source;

    /// <summary>Whether it is among the purchases.</summary>
    public bool Bought { get; } = view.IsBought(pod, purchase);
}

/// <summary>A purchase. It stays even if its plan changes or goes.</summary>
public sealed class BoughtAnswer(BoughtPlan bought)
{
    public string PlanId { get; } = bought.PlanId;

    /// <summary>Seller id at the time of recording.</summary>
    public string Provider { get; } = bought.Provider;

    /// <summary>Names of seller and plan at the time of recording.</summary>
    public string Name { get; } = bought.Name;

    public int Quantity { get; } = bought.Quantity;
    public int Count { get; } = bought.Count;
    public string Buyer { get; } = bought.Buyer;

    /// <summary>Total days of one buyer's purchases; null if not given.</summary>
    public int? Days { get; } = bought.Days;

    public IReadOnlyList<UsageClient> Clients { get; } =
        [.. bought.Clients.Select(client => new UsageClient(client.Traveler, client.Count))];

    /// <summary>First day that counts; null means the day of arrival.</summary>
    public DateOnly? Started { get; } = bought.Started;

    public DateOnly? BoughtOn { get; } = bought.BoughtOn;
}

/// <param name="PlanId">Null if it concerns no plan.</param>
/// <param name="Before">Price for one buyer, in the seller's currency; null if the price did not change.</param>
public sealed record ChangeAnswer(string Code, string? PlanId, Money? Before, Money? After, string Text);
