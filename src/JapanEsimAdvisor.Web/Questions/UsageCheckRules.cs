using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What makes a usage check answerable beyond the rules of its trip. Finds every error.</summary>
/// <param name="today">Today in Japan.</param>
public sealed class UsageCheckRules(CatalogSnapshot catalog, DateOnly today)
{
    private const int MostLines = 60;

    private const int MostGb = 10_000;

    private static readonly string[] Dates = ["trip.arrival", "trip.departure", "trip.days", "trip.departureTime"];

    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Check(UsageCheckRequest request)
    {
        _errors.AddRange(new TripRules(catalog, today).Check(request.ToParty()));
        var stay = request.Trip is { } trip && !_errors.Exists(error => Dates.Contains(error.Path)) ? TripMapping.StayOf(trip, today) : null;
        if (stay is not null)
        {
            CheckDay(request.AsOf, stay);
        }

        CheckLines(request, stay);
        return _errors;
    }

    private void CheckDay(DateOnly? asOf, Stay stay)
    {
        var day = asOf ?? today;
        Require(day >= stay.Arrival && day <= stay.Departure, "asOf", "day-outside-trip", ("date", day), ("from", stay.Arrival), ("to", stay.Departure));
    }

    private void CheckLines(UsageCheckRequest request, Stay? stay)
    {
        var lines = request.Lines ?? [];
        Require(lines.Count > 0, "lines", "lines-required");
        Require(lines.Count <= MostLines, "lines", "too-many-lines", ("most", MostLines));
        var left = TripMapping.PeopleById(request.ToParty());
        for (var index = 0; index < Math.Min(lines.Count, MostLines); index++)
        {
            var path = FormattableString.Invariant($"lines[{index}]");
            CheckPlan(lines[index], path);
            CheckFigures(lines[index], path, stay);
            CheckPeople(lines[index], path, left);
        }
    }

    private void CheckPlan(LinePart line, string path)
    {
        Require(line.Quantity is null or (>= 1 and <= MostLines), path + ".quantity", "number-out-of-range", ("least", 1), ("most", MostLines));
        Require(line.PlanId is not null, path + ".planId", "plan-required");
        Require(line.Days is null or (>= 1 and <= TripRules.MostDays), path + ".days", "days-out-of-range", ("most", TripRules.MostDays));
        if (line.PlanId is not { } id)
        {
            return;
        }

        var plan = catalog.Plans.FirstOrDefault(known => known.Id == id);
        Require(plan is not null, path + ".planId", "unknown-plan", ("value", id));
        if (plan is not null && line.Days is >= 1 and <= TripRules.MostDays and var days)
        {
            var isSold = plan.Prices.IsEmpty || plan.Prices.Any(row => row.DayRate || row.Days == days);
            Require(isSold, path + ".days", "unknown-length", ("days", days), ("known", string.Join(", ", plan.Prices.Select(row => row.Days).Distinct().Order())));
        }
    }

    private void CheckFigures(LinePart line, string path, Stay? stay)
    {
        Require(line.GbUsed is not null, path + ".gbUsed", "gb-used-required");
        Require(line.GbUsed is null or (>= 0 and <= MostGb), path + ".gbUsed", "number-out-of-range", ("least", 0), ("most", MostGb));
        Require(line.GbUsedThisCycle is null or (>= 0 and <= MostGb), path + ".gbUsedThisCycle", "number-out-of-range", ("least", 0), ("most", MostGb));
        Require(!(line.GbUsedThisCycle > line.GbUsed), path + ".gbUsedThisCycle", "more-than-in-all");
        if (stay is not null && line.Started is { } started)
        {
            var earliest = stay.Arrival.AddDays(-TripRules.MostDays);
            Require(started >= earliest && started <= stay.Departure, path + ".started", "started-out-of-range", ("from", earliest), ("to", stay.Departure));
        }
    }

    /// <param name="left">People of each traveler who are on no line yet; null where the travelers themselves are wrong.</param>
    private void CheckPeople(LinePart line, string path, Dictionary<string, int>? left)
    {
        if (left is null)
        {
            return;
        }

        Require(line.Buyer is not null || left.Count == 1, path + ".buyer", "buyer-required");
        CheckPerson(line.Buyer ?? (left.Count == 1 ? left.Keys.First() : null), 1, path + ".buyer", left);
        var clients = line.Clients ?? [];
        for (var index = 0; index < clients.Count; index++)
        {
            var at = FormattableString.Invariant($"{path}.clients[{index}]");
            Require(clients[index].Traveler is not null, at + ".traveler", "client-required");
            Require(clients[index].Count is null or (>= 1 and <= TripRules.MostPeople), at + ".count", "people-out-of-range", ("most", TripRules.MostPeople));
            CheckPerson(clients[index].Traveler, Math.Clamp(clients[index].Count ?? 1, 1, TripRules.MostPeople), at + ".traveler", left);
        }
    }

    private void CheckPerson(string? id, int people, string path, Dictionary<string, int> left)
    {
        if (id is null)
        {
            return;
        }

        if (!left.TryGetValue(id, out var free))
        {
            Add(path, "unknown-traveler", ("value", id), ("known", string.Join(", ", left.Keys)));
            return;
        }

        Require(free >= people, path, "on-two-lines", ("value", id));
        left[id] = free - people;
    }

    private void Require(bool holds, string path, string code, params IReadOnlyList<(string Name, object Value)> arguments)
    {
        if (!holds)
        {
            Add(path, code, arguments);
        }
    }

    private void Add(string path, string code, params IReadOnlyList<(string Name, object Value)> arguments) => _errors.Add(new FieldError(path, code, arguments));
}
