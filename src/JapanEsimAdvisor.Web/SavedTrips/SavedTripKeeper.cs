using System.Net;
using System.Text.Json;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>How an attempt to save or change a trip went.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <param name="EditToken">Of a trip saved now, told this once; null of one changed.</param>
    public sealed record Done(SavedTrip Trip, string? EditToken) : SaveOutcome;

    public sealed record Wrong(IReadOnlyList<FieldError> Errors) : SaveOutcome;

    /// <param name="Time">How long to wait before the next attempt.</param>
    public sealed record TooMany(TimeSpan Time) : SaveOutcome;

    /// <summary>Somebody else changed it first.</summary>
    public sealed record Overtaken : SaveOutcome;
}

/// <summary>From a request to a saved trip, the same way for page and API.</summary>
public sealed class SavedTripKeeper(Advisor advisor, CatalogInService service, SavedTripStore store, WriteLimits limits, TimeProvider clock)
{
    public async Task<SaveOutcome> SaveAsync(ReadRequest<SavedTripRequest> read, Words words, IPAddress? caller, CancellationToken cancellation)
    {
        if (read.Check(HasTrip) is { Count: > 0 } wrong)
        {
            return new SaveOutcome.Wrong(wrong);
        }

        if (limits.WaitToSave(caller) is { } wait)
        {
            return new SaveOutcome.TooMany(wait);
        }

        var errors = new List<FieldError>();
        if (ContentOf(read.Request!, null, words, errors, cancellation) is not { } content)
        {
            return new SaveOutcome.Wrong(errors);
        }

        var (trip, token) = await store.AddAsync(content, cancellation);
        limits.CountSaved(caller);
        return new SaveOutcome.Done(trip, token);
    }

    /// <summary>Replaces what is saved. The answer stays as it was saved where the request is the same and no other answer is chosen.</summary>
    public async Task<SaveOutcome> ChangeAsync(
        SavedTrip trip, ReadRequest<SavedTripRequest> read, Words words, IPAddress? caller, CancellationToken cancellation)
    {
        if (limits.WaitToChange(caller) is { } wait)
        {
            return new SaveOutcome.TooMany(wait);
        }

        if (read.Check(HasTrip) is { Count: > 0 } wrong)
        {
            return new SaveOutcome.Wrong(wrong);
        }

        var errors = new List<FieldError>();
        return ContentOf(read.Request!, trip, words, errors, cancellation) is { } content
            ? await ReplaceAsync(trip, content, cancellation)
            : new SaveOutcome.Wrong(errors);
    }

    /// <summary>Records what was bought of the saved answer, and forgets what no longer was; what was bought beside it stays.</summary>
    /// <param name="isBought">By place among <see cref="SavedAnswer.Purchases"/>.</param>
    public async Task<SaveOutcome> RecordAsync(SavedTrip trip, Func<int, bool> isBought, IPAddress? caller, CancellationToken cancellation)
    {
        if (limits.WaitToChange(caller) is { } wait)
        {
            return new SaveOutcome.TooMany(wait);
        }

        var advised = trip.Answer.Purchases.ToList();
        var beside = trip.Content.Purchases.Where(bought => !advised.Exists(one => bought.IsOf(one.Pod, one.Purchase)));
        var ticked = advised.Where((_, index) => isBought(index)).Select(one => trip.Content.Purchases.FirstOrDefault(bought => bought.IsOf(one.Pod, one.Purchase)) ?? Bought(one.Pod, one.Purchase));
        return await ReplaceAsync(trip, trip.Content with { Purchases = [.. ticked, .. beside] }, cancellation);
    }

    private BoughtPlan Bought(SavedPod pod, SavedPurchase advised) => new(
        advised.PlanId, advised.Provider, advised.FullName, advised.Quantity, pod.Times, pod.Host, advised.Days, pod.Clients, null, clock.TodayInJapan());

    private async Task<SaveOutcome> ReplaceAsync(SavedTrip trip, SavedContent content, CancellationToken cancellation) =>
        await store.ChangeAsync(trip, content, cancellation) is { } changed ? new SaveOutcome.Done(changed, null) : new SaveOutcome.Overtaken();

    private static IReadOnlyList<FieldError> HasTrip(SavedTripRequest asked) =>
        asked.Request is null ? [new FieldError("request", "request-required")] : [];

    /// <param name="before">The trip to be changed; null where it is new.</param>
    private SavedContent? ContentOf(SavedTripRequest asked, SavedTrip? before, Words words, List<FieldError> errors, CancellationToken cancellation) =>
        Answered(asked, before, words, errors, cancellation) is { } answered ? WithPurchases(answered, asked.Purchases ?? [], before, errors) : null;

    /// <summary>The request with its answer and nothing bought; null where something is wrong.</summary>
    private SavedContent? Answered(SavedTripRequest asked, SavedTrip? before, Words words, List<FieldError> errors, CancellationToken cancellation)
    {
        if (asked.BasketId is { } basket && !Choice.IsBasketId(basket))
        {
            errors.Add(new FieldError("basketId", "unknown-basket", ("value", basket)));
            return null;
        }

        if (before is not null && IsSame(asked, before))
        {
            return before.Content;
        }

        var (view, wrong) = advisor.Advise(Choosing(asked.Request!, asked.BasketId), words, cancellation);
        errors.AddRange(wrong.Select(error => error with { Path = "request." + error.Path }));
        errors.AddRange(view is null ? [] : NotToBeSaved(view));
        return errors.Count > 0 ? null : new SavedContent(AnswerKeeping.Dated(view!), AnswerKeeping.Of(view!), []);
    }

    private static IEnumerable<FieldError> NotToBeSaved(AdviceView view)
    {
        if (view.Advice.Today > view.Advice.Trip.Stay.Departure)
        {
            yield return new FieldError("request.trip.departure", "trip-over");
        }
        else if (view.Choice.IsGone)
        {
            yield return new FieldError("basketId", "unknown-basket", ("value", view.Request.Preferences!.Basket!));
        }
        else if (view.Shown is null)
        {
            yield return new FieldError("request", "nothing-to-save");
        }
    }

    private SavedContent? WithPurchases(
        SavedContent answered, IReadOnlyList<PurchasePart> parts, SavedTrip? before, List<FieldError> errors)
    {
        var names = answered.Answer.Purchases.Select(one => (one.Purchase.PlanId, one.Purchase.Provider, one.Purchase.FullName))
            .Concat((before?.Content.Purchases ?? []).Select(bought => (bought.PlanId, bought.Provider, FullName: bought.Name)))
            .DistinctBy(plan => plan.PlanId, StringComparer.Ordinal)
            .ToDictionary(plan => plan.PlanId, StringComparer.Ordinal);
        var snapshot = service.Snapshot;
        var plans = snapshot.Plans.ToDictionary(plan => plan.Id, plan => (PlanId: plan.Id, Provider: plan.SellerId, FullName: snapshot.NameOf(plan)), StringComparer.Ordinal);
        var people = TripMapping.PeopleById(answered.Request)!;
        var stay = TripMapping.StayOf(answered.Request.Trip!, clock.TodayInJapan())!;
        errors.AddRange(new PurchaseRules(stay, people, id => names.ContainsKey(id) || plans.ContainsKey(id), clock.TodayInJapan()).Check(parts));
        if (errors.Count > 0)
        {
            return null;
        }

        var only = people.Keys.First();
        return answered with
        {
            Purchases = [.. parts.Select(part => Bought(part, names.TryGetValue(part.PlanId!, out var known) ? known : plans[part.PlanId!], only))],
        };
    }

    private static BoughtPlan Bought(PurchasePart part, (string PlanId, string Provider, string FullName) plan, string only) => new(
        plan.PlanId,
        plan.Provider,
        plan.FullName,
        part.Quantity ?? 1,
        part.Count ?? 1,
        part.Buyer ?? only,
        part.Days,
        [.. (part.Clients ?? []).Select(client => new SavedClient(client.Traveler!, client.Count ?? 1))],
        part.Started,
        part.BoughtOn);

    private static TripRequest Choosing(TripRequest request, string? basketId) => basketId is null
        ? request
        : request with { Preferences = (request.Preferences ?? new PreferencesPart()) with { Basket = basketId } };

    private static bool IsSame(SavedTripRequest asked, SavedTrip before) =>
        (asked.BasketId ?? asked.Request!.Preferences?.Basket ?? before.Answer.BasketId) == before.Answer.BasketId
        && Canonical(asked.Request!) == Canonical(before.Request);

    private static string Canonical(TripRequest request) => JsonSerializer.Serialize(
        request with { Include = null, Preferences = (request.Preferences ?? new PreferencesPart()) with { Basket = null } }, WireJson.Options);
}
