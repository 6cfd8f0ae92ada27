using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What makes a list of purchases fit its trip. Finds every error.</summary>
/// <param name="people">How many people each traveler stands for, by id.</param>
/// <param name="isPlan">Whether a plan id is one of the catalog, or one the trip knows already.</param>
/// <param name="today">Today in Japan.</param>
public sealed class PurchaseRules(Stay stay, IReadOnlyDictionary<string, int> people, Func<string, bool> isPlan, DateOnly today)
{
    private const int Most = 60;

    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Check(IReadOnlyList<PurchasePart> purchases)
    {
        Require(purchases.Count <= Most, "purchases", "too-many-purchases", ("most", Most));
        for (var index = 0; index < Math.Min(purchases.Count, Most); index++)
        {
            var path = FormattableString.Invariant($"purchases[{index}]");
            CheckPlan(purchases[index], path);
            CheckDates(purchases[index], path);
            CheckPeople(purchases[index], path);
        }

        return _errors;
    }

    private void CheckPlan(PurchasePart bought, string path)
    {
        Require(bought.PlanId is not null, path + ".planId", "plan-required");
        Require(bought.PlanId is null || isPlan(bought.PlanId), path + ".planId", "unknown-plan", ("value", bought.PlanId ?? string.Empty));
        Require(bought.Quantity is null or (>= 1 and <= Most), path + ".quantity", "number-out-of-range", ("least", 1), ("most", Most));
        Require(bought.Days is null or (>= 1 and <= TripRules.MostDays), path + ".days", "days-out-of-range", ("most", TripRules.MostDays));
    }

    private void CheckDates(PurchasePart bought, string path)
    {
        var earliest = stay.Arrival.AddDays(-TripRules.MostDays);
        Require(bought.Started is null || (bought.Started >= earliest && bought.Started <= stay.Departure), path + ".started", "started-out-of-range", ("from", earliest), ("to", stay.Departure));
        Require(bought.BoughtOn is null || (bought.BoughtOn >= TripRules.Earliest && bought.BoughtOn <= today), path + ".boughtOn", "started-out-of-range", ("from", TripRules.Earliest), ("to", today));
    }

    private void CheckPeople(PurchasePart bought, string path)
    {
        Require(bought.Count is null or (>= 1 and <= TripRules.MostPeople), path + ".count", "people-out-of-range", ("most", TripRules.MostPeople));
        Require(bought.Buyer is not null || people.Count == 1, path + ".buyer", "buyer-required");
        CheckPerson(bought.Buyer, path + ".buyer");
        foreach (var (client, index) in (bought.Clients ?? []).Select((client, index) => (client, index)))
        {
            var at = FormattableString.Invariant($"{path}.clients[{index}]");
            Require(client.Traveler is not null, at + ".traveler", "client-required");
            Require(client.Count is null or (>= 1 and <= TripRules.MostPeople), at + ".count", "people-out-of-range", ("most", TripRules.MostPeople));
            CheckPerson(client.Traveler, at + ".traveler");
        }

        Require((bought.Clients ?? []).Count <= TripRules.MostPeople, path + ".clients", "people-out-of-range", ("most", TripRules.MostPeople));
    }

    private void CheckPerson(string? id, string path) =>
        Require(id is null || people.ContainsKey(id), path, "unknown-traveler", ("value", id ?? string.Empty), ("known", string.Join(", ", people.Keys)));

    private void Require(bool holds, string path, string code, params IReadOnlyList<(string Name, object Value)> arguments)
    {
        if (!holds)
        {
            _errors.Add(new FieldError(path, code, arguments));
        }
    }
}
