using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Advising.UsageChecks;

/// <summary>The use of everybody on a line: before the trip, and as seen.</summary>
public static class PodDemand
{
    public static PooledDemand Of(LineInUse line, ImmutableArray<TravelerType> types, UsageSpread spread)
    {
        double sum = 0, squaresOwn = 0, squares = 0;
        var own = line.Plan.Medium == Medium.PocketWifi ? PodKind.Router : PodKind.OwnOther;
        var clients = line.Clients.Select(client => (client.Traveler, client.Count, Kind: PodKind.Hotspot));
        foreach (var (traveler, count, kind) in clients.Prepend((line.Buyer, 1, own)))
        {
            var demand = types.First(type => type.Members.Any(member => member.Id == traveler)).DemandIn(kind);
            sum += count * demand.GbPerDay;
            squares += count * demand.GbPerDay * demand.GbPerDay;
            squaresOwn += count * demand.GbPerDay * demand.GbPerDay * demand.PersonCv * demand.PersonCv;
        }

        return PooledDemand.Pool(sum, squaresOwn, squares, spread);
    }

    /// <summary>
    /// What is expected once some days were seen. Who was said to use nothing and does is taken as one person who measured it; who does not, varies from
    /// day to day like one.
    /// </summary>
    public static PooledDemand From(PooledDemand before, double days, double usedGb, CatalogSnapshot catalog)
    {
        if (before.GbPerDay > 0)
        {
            return Posterior.Of(before, days, usedGb, catalog.Tariff.UsageCheckMinimumShare);
        }

        var (pace, cv) = (days > 0 ? usedGb / days : 0, catalog.Usage.Spread.PersonMeasured);
        return pace > 0
            ? PooledDemand.Pool(pace, pace * pace * cv * cv, pace * pace, catalog.Usage.Spread)
            : new PooledDemand(0, 0, 0, catalog.Usage.Spread.DayToDay * catalog.Usage.Spread.DayToDay);
    }
}
