using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>
/// The use of all people on a line: the expectation before the trip, and its update by the use so far.
/// </summary>
public static class PodDemand
{
    /// <summary>The expectation before the trip.</summary>
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
    /// The expectation after some days. Where the expectation was 0, a use counts as that of one person who measured
    /// it. Without a use only the variation from day to day of one person remains.
    /// </summary>
    /// <param name="before">The expectation before the trip.</param>
    /// <param name="days">Days of use observed, at least 0.</param>
    /// <param name="usedGb">GB used on these days.</param>
    /// <param name="catalog">The catalog.</param>
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
