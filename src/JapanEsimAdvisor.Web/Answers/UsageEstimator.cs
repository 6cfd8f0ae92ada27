using System.Collections.Immutable;
using System.Text.Json.Nodes;
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
    /// <param name="tree">A <see cref="UsageEstimateRequest"/> as JSON.</param>
    /// <param name="fromText">True where values are text, as an address carries them.</param>
    /// <returns>The estimate, or every error.</returns>
    public (UsageEstimate? Estimate, IReadOnlyList<FieldError> Errors) Estimate(JsonObject tree, bool fromText = false)
    {
        var errors = new List<FieldError>();
        var (snapshot, today) = (service.Snapshot, clock.TodayInJapan());
        var request = TripReader.Read(tree, fromText ? WireJson.FromText : WireJson.Options, errors, out UsageEstimateRequest? rest);
        if ((request ?? rest) is { } read)
        {
            errors.AddRange(ReadErrors.News([.. errors], new UsageEstimateRules(snapshot, today).Check(read)).ToList());
        }

        return request is null || errors.Count > 0 ? (null, errors) : (Of(TripMapping.ToTrip(request.ToParty(), snapshot, today, chineseReader: false), snapshot), []);
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
