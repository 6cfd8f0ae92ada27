using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Api.Recommendations;
using JapanEsimAdvisor.Web.Api.UsageChecks;
using JapanEsimAdvisor.Web.SavedTrips;

namespace JapanEsimAdvisor.Web.Api.Trips;

/// <summary>Maps a saved trip to the contract of version 1.</summary>
public static class SavedTripMapping
{
    public static SavedTripResponse ToResponse(SavedTripView view)
    {
        var trip = view.Trip;
        return new SavedTripResponse(
            trip.Id,
            trip.Version,
            trip.SavedAt,
            trip.ChangedAt,
            trip.ExpiresAt,
            trip.Request,
            trip.Answer.BasketId,
            Answer(view),
            [.. trip.Content.Purchases.Select(Bought)],
            [.. view.Changes.Select(change => new ChangeAnswer(
                change.Code, change.PlanId, change.Before, change.After, view.TextOf(change)))],
            Stamp(view));
    }

    private static CatalogStamp Stamp(SavedTripView view)
    {
        var ids = view.Trip.Answer.Purchases.Select(one => one.Purchase.PlanId).ToHashSet(StringComparer.Ordinal);
        return view.Catalog.Stamp(view.Catalog.Plans.Where(plan => ids.Contains(plan.Id)));
    }

    private static SavedAnswerResponse Answer(SavedTripView view)
    {
        var answer = view.Trip.Answer;
        return new SavedAnswerResponse(
            answer.AdvisedOn,
            answer.CatalogVersion,
            answer.Strategy,
            answer.OverLimit,
            new SavedCostAnswer(answer.Price, answer.ExpectedTotal, answer.PerPerson, answer.PerPersonPerDay),
            answer.Risk.ChanceOfRunningOut,
            answer.Risk.LimitedDays,
            answer.Risk.FullSpeedShare,
            [.. answer.Purchases.Select(one => Purchase(view, one.Pod, one.Purchase))],
            [.. answer.Pods.SelectMany(Connections)],
            [.. answer.Checklist.Select(task => new TaskAnswer(
                task.When, task.Due, task.Traveler, task.Notice.Code, view.Say("task", task.Notice)))],
            [.. answer.Warnings.Select(warning => new CodedText(warning.Code, view.Say("warning", warning), warning.Travelers))]);
    }

    private static SavedPurchaseAnswer Purchase(SavedTripView view, SavedPod pod, SavedPurchase purchase) => new(
        purchase.PlanId,
        purchase.Provider,
        purchase.Name,
        purchase.Medium,
        purchase.Quantity,
        pod.Times,
        pod.Host,
        purchase.Days,
        purchase.Price,
        purchase.ListedPrice,
        purchase.IsConfirmed,
        purchase.Website,
        purchase.BuyBefore,
        purchase.PriceChecked,
        purchase.Source,
        view.IsBought(pod, purchase));

    private static BoughtAnswer Bought(BoughtPlan bought) => new(
        bought.PlanId,
        bought.Provider,
        bought.Name,
        bought.Quantity,
        bought.Count,
        bought.Buyer,
        bought.Days,
        [.. bought.Clients.Select(client => new UsageClient(client.Traveler, client.Count))],
        bought.Started,
        bought.BoughtOn);

    private static IEnumerable<ConnectionAnswer> Connections(SavedPod pod) =>
        ConnectionAnswer.Of(pod.Kind, pod.Host, pod.Times, pod.Clients.Select(client => (client.Traveler, client.Count)));
}
