using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>The use of everybody on a line: before the trip, and as seen.</summary>
public static class PodDemand
{
    public static PooledDemand Of(LineInUse line, ImmutableArray<TravelerType> types, UsageSpread spread)
    {
        var own = line.Plan.Medium == Medium.PocketWifi ? PodKind.Router : PodKind.OwnOther;
        var clients = line.Clients.Select(client => Person(client.Traveler, client.Count, PodKind.Hotspot));
        return PooledDemand.Of(clients.Prepend(Person(line.Buyer, 1, own)), spread);

        (double, double, int) Person(string traveler, int count, PodKind kind)
        {
            var demand = Sharing.DemandOf(types.First(type => type.Members.Any(member => member.Id == traveler)), kind);
            return (demand.GbPerDay, demand.PersonCv, count);
        }
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
            ? PooledDemand.Of([(pace, cv, 1)], catalog.Usage.Spread)
            : new PooledDemand(0, 0, 0, catalog.Usage.Spread.DayToDay * catalog.Usage.Spread.DayToDay);
    }
}
