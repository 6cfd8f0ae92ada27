using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>An answer as it stood when it was saved: figures, names and codes, so that it reads the same in every language whatever becomes of the catalog.</summary>
/// <param name="AdvisedOn">The day in Japan.</param>
/// <param name="Strategy">per-person, shared-hotspot, pocket-wifi, mix, else frontier or why-not.</param>
/// <param name="OverLimit">People whose wish is not met.</param>
/// <param name="Price">What is paid, unavoidable fees included.</param>
/// <param name="PerPersonPerDay">Of the price.</param>
/// <param name="Risk">How sure it is.</param>
/// <param name="Pods">Who buys what and who connects through whom.</param>
/// <param name="FallBacks">What each can do when something fails; null in trips saved before these were written down.</param>
public sealed record SavedAnswer(
    DateOnly AdvisedOn,
    string CatalogVersion,
    string Strategy,
    string BasketId,
    int OverLimit,
    int People,
    Money Price,
    Money ExpectedTotal,
    Money PerPerson,
    Money PerPersonPerDay,
    SavedRisk Risk,
    IReadOnlyList<SavedPod> Pods,
    IReadOnlyList<SavedTask> Checklist,
    IReadOnlyList<SavedNotice> Warnings,
    IReadOnlyList<SavedFallBack>? FallBacks = null)
{
    /// <summary>Connections bought.</summary>
    public int Lines => Pods.Where(pod => pod.Purchases.Count > 0).Sum(pod => pod.Times);

    public IEnumerable<(SavedPod Pod, SavedPurchase Purchase)> Purchases => Pods.SelectMany(pod => pod.Purchases.Select(purchase => (pod, purchase)));
}

/// <param name="ChanceOfRunningOut">That any line runs out, 0 to 1; null where no allowance is per plan or month.</param>
/// <param name="ChanceOfALine">The same of the line most likely to.</param>
/// <param name="LimitedDays">Expected limited days where most; null where no plan limits days.</param>
/// <param name="FullSpeedShare">0 to 1.</param>
public sealed record SavedRisk(double? ChanceOfRunningOut, double? ChanceOfALine, double? LimitedDays, double FullSpeedShare);

/// <param name="Host">Traveler id of who buys, hosts or carries.</param>
/// <param name="Times">So many alike among the people of that traveler.</param>
/// <param name="Clients">Who connects through them, each.</param>
/// <param name="Purchases">What each of them buys; empty for people without a line.</param>
public sealed record SavedPod(PodKind Kind, string Host, int Times, IReadOnlyList<SavedClient> Clients, IReadOnlyList<SavedPurchase> Purchases)
{
    public Connection ToConnection(Words words, AnswerText text) => new(
        Kind,
        Host,
        Times,
        [.. Clients.Select(client => new TravelerCount(client.Traveler, client.Count))],
        text.Orders(Purchases.Select(purchase => (purchase.FullName, purchase.Quantity))),
        Purchases.Count > 0 ? words["medium." + Purchases[0].Medium.Wire()] : string.Empty);
}

/// <param name="Quantity">Times one buyer orders it.</param>
/// <param name="Days">Days of use one buyer pays for.</param>
/// <param name="IsMonthly">A month's plan, ordered once however often it is billed.</param>
/// <param name="Price">For all buyers alike, unavoidable fees included, in the reader's currency.</param>
/// <param name="ListedPrice">The seller's own for one buyer, the middle of a range where only that is known.</param>
/// <param name="ListPrice">The seller's cheapest for those days by <see cref="TripChanges.ListPrice"/>, to be compared with today's; null where the plan has no price table.</param>
/// <param name="PriceChecked">Date of the source.</param>
/// <param name="Source">Page that states the price; null where its address is not known.</param>
public sealed record SavedPurchase(
    string PlanId,
    string Provider,
    string Seller,
    string Name,
    Medium Medium,
    int Quantity,
    int Days,
    bool IsMonthly,
    Money Price,
    Money ListedPrice,
    Money? ListPrice,
    bool IsConfirmed,
    string? Website,
    DateOnly BuyBefore,
    string? PriceChecked,
    string? Source)
{
    private const int ShortestMonth = 28;

    public string FullName => $"{Seller} {Name}";

    /// <summary>True where the quantity is how often it is billed, as it was written down until November 2026.</summary>
    public bool CountsBills() => IsMonthly && Quantity > 1 && Days >= Quantity * ShortestMonth;
}

/// <param name="When">before-departure, on-arrival, during, before-leaving.</param>
/// <param name="Due">Last day; null where only the moment matters.</param>
public sealed record SavedTask(string When, DateOnly? Due, string? Traveler, SavedNotice Notice);
