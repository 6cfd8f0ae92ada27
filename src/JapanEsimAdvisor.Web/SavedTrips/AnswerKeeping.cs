using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>From advice in service to what is written down of it.</summary>
public static class AnswerKeeping
{
    /// <param name="view">Advice with an answer to act on.</param>
    public static SavedAnswer Of(AdviceView view)
    {
        var (answer, advice) = (view.Shown!, view.Advice);
        var (basket, cost) = (answer.Basket!, view.CostOf(answer));
        return new SavedAnswer(
            advice.Today,
            view.Catalog.Version,
            answer.Strategy,
            basket.Id,
            basket.Unmet,
            advice.Trip.People,
            cost.Price,
            cost.ExpectedTotal,
            cost.PerPerson,
            cost.PerPersonPerDay,
            new SavedRisk(answer.Risk!.ChanceOfRunningOut, basket.Pods.Max(placed => placed.Pod.Risk.ChanceOfRunningOut), answer.Risk.LimitedDays, answer.Risk.FullSpeedShare),
            Pods(view),
            [.. Checklist.Of(advice, basket).Select(task => new SavedTask(task.When, task.Due, task.Traveler, SavedNotice.Of(task.Notice)))],
            [.. answer.Warnings.Select(SavedNotice.Of)],
            FallBacks(view));
    }

    /// <param name="view">Advice with an answer to act on.</param>
    public static IReadOnlyList<SavedPod> Pods(AdviceView view)
    {
        var purchases = view.PurchasesOf(view.Shown!.Basket!);
        return [.. view.Shown.Basket!.Pods.Select(placed => Pod(view, placed, purchases.Where(purchase => ReferenceEquals(purchase.Placed, placed))))];
    }

    /// <param name="view">Advice with an answer to act on.</param>
    public static IReadOnlyList<SavedFallBack> FallBacks(AdviceView view) =>
        [.. Core.Questions.Backups.FallBack.AllOf(view.Shown!.Basket!, view.Advice, view.BackupOf(view.Shown.Basket!)).Select(fallBack => FallBack(view, fallBack))];

    /// <summary>The request without what only changes how much is answered, with the days of its advice.</summary>
    public static TripRequest Dated(AdviceView view) => view.Request with
    {
        Trip = view.Request.Trip! with { Arrival = FirstDay(view.Advice.Trip.Stay), Departure = view.Advice.Trip.Stay.Departure, Days = null },
        Preferences = view.Request.Preferences is { Basket: not null } preferences ? preferences with { Basket = null } : view.Request.Preferences,
        Include = null,
    };

    private static DateOnly FirstDay(Stay stay) => stay.Began ?? stay.Arrival;

    private static SavedPod Pod(AdviceView view, PlacedPod placed, IEnumerable<Purchase> purchases) => new(
        placed.Pod.Kind,
        placed.Host,
        placed.Times,
        [.. placed.Clients.Select(client => new SavedClient(client.Traveler, client.Count))],
        [.. purchases.Select(purchase => Purchase(view, purchase))]);

    private static SavedPurchase Purchase(AdviceView view, Purchase purchase)
    {
        var (plan, seller) = (purchase.Plan, view.Catalog.SellerOf(purchase.Plan));
        return new SavedPurchase(
            plan.Id,
            plan.SellerId,
            seller.Name,
            plan.Name,
            plan.Medium,
            purchase.Item.Orders,
            purchase.Item.Days,
            BundleFactory.Renews(plan),
            purchase.Price,
            purchase.Item.Listed,
            TripChanges.ListPrice(plan, purchase.Item.Days),
            purchase.IsConfirmed,
            seller.Website,
            purchase.BuyBefore,
            plan.Source.Checked,
            plan.Source.Url ?? plan.Source.CollectedFrom);
    }

    private static SavedFallBack FallBack(AdviceView view, FallBack one) => new(
        one.Pod,
        one.Traveler,
        one.IsHost,
        one.Failure.Kind,
        one.Failure.What,
        [.. one.Failure.Plans.Select(view.NameOfPlan)],
        one.IsDead,
        one.IsAlone,
        Clients(one.Sharers),
        Clients(one.Companions),
        one.Failure.Cure is { } cure ? new SavedCure(cure.Traveler, cure.Count, view.NameOfBundle(cure.Bundle), view.Catalog.Rates.FromYen(cure.Yen, view.Currency)) : null,
        one.Failure.NoCure);

    private static IReadOnlyList<SavedClient> Clients(IEnumerable<TravelerCount> people) => [.. people.Select(one => new SavedClient(one.Traveler, one.Count))];
}
