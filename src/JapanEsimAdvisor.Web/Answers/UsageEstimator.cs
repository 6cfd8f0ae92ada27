using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>From hours a day to gigabytes a day, the same way for page and API.</summary>
public sealed class UsageEstimator(CatalogInService service, TimeProvider clock)
{
    /// <returns>The estimate, or every error of reading and of the rules.</returns>
    public (UsageEstimate? Estimate, IReadOnlyList<FieldError> Errors) Estimate(ReadRequest<UsageEstimateRequest> read)
    {
        var (catalog, today) = (service.Snapshot, clock.TodayInJapan());
        var errors = read.Check(new UsageEstimateRules(catalog, today).Check);
        return errors.Count > 0 ? (null, errors) : (Of(TripMapping.ToTrip(read.Request!.ToParty(), catalog, today), catalog), []);
    }

    private static UsageEstimate Of(Trip trip, CatalogSnapshot catalog)
    {
        var hours = ((Use.Activities)trip.Travelers[0].Use).HoursPerDay;
        var whole = trip with { FreeWifiShare = 0 };
        return new UsageEstimate(
            [.. catalog.Usage.Activities.Where(activity => hours.GetValueOrDefault(activity.Id) > 0).Select(activity => new ActivityUse(
                activity, hours[activity.Id], Gb(Alone(activity.Id), trip), Gb(Alone(activity.Id), whole)))],
            Gb(hours, trip),
            Gb(hours, whole),
            trip.FreeWifiShare,
            catalog);

        ImmutableSortedDictionary<string, double> Alone(string id) => hours.Where(pair => pair.Key == id).ToImmutableSortedDictionary(StringComparer.Ordinal);

        double Gb(ImmutableSortedDictionary<string, double> some, Trip on) => UsageModel.Of(trip.Travelers[0] with { Use = new Use.Activities(some) }, on, catalog).GbPerDay;
    }
}

/// <summary>Gigabytes a day of what somebody does.</summary>
/// <param name="Activities">Those with hours, in the catalog's order.</param>
/// <param name="GbPerDay">Mobile data, free Wi-Fi taken off.</param>
/// <param name="GbPerDayInAll">With what runs on free Wi-Fi.</param>
/// <param name="FreeWifiShare">Part that runs on free Wi-Fi, 0 to 1.</param>
public sealed record UsageEstimate(IReadOnlyList<ActivityUse> Activities, double GbPerDay, double GbPerDayInAll, double FreeWifiShare, CatalogSnapshot Catalog);

/// <summary>One activity's part, in gigabytes a day.</summary>
public sealed record ActivityUse(Activity Activity, double HoursPerDay, double GbPerDay, double GbPerDayInAll);
