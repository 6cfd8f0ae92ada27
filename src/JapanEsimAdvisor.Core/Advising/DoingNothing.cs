using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>What each traveler's home line would add to the bill if nobody bought anything: 0 where Japan is included, unknown where we do not know.</summary>
public static class DoingNothing
{
    public static ImmutableArray<HomeRoaming> Of(Trip trip, ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts, ExchangeRates rates) =>
        [.. trip.Travelers.Select(traveler => Of(traveler, hosts[TypeOf(traveler, types)], trip.Stay.DemandDays, rates))];

    private static int TypeOf(Traveler traveler, ImmutableArray<TravelerType> types)
    {
        var type = 0;
        while (!types[type].Members.Contains(traveler, ReferenceEqualityComparer.Instance))
        {
            type++;
        }

        return type;
    }

    private static HomeRoaming Of(Traveler traveler, HostLines host, int days, ExchangeRates rates)
    {
        if (traveler.HomeOperator is not { } home)
        {
            return new HomeRoaming(traveler.Id, null, null, null, Notice.For(traveler.Id, "ask-your-operator"));
        }

        var cheapest = host.Lines
            .Where(bundle => bundle.Plan.Medium == Medium.Roaming)
            .Select(bundle => (bundle.Plan, Yen: YenOf(bundle, host.Type.Demand.GbPerDay * days, rates) * traveler.Count))
            .OrderBy(priced => priced.Yen)
            .FirstOrDefault();
        return cheapest.Plan is null
            ? new HomeRoaming(traveler.Id, home, null, null, Notice.For(traveler.Id, "roaming-price-unknown"))
            : new HomeRoaming(traveler.Id, home, cheapest.Plan.Id, cheapest.Yen, Notice.For(traveler.Id, cheapest.Yen == 0 ? "roaming-included" : "roaming-adds"));
    }

    private static decimal YenOf(Bundle bundle, double useGb, ExchangeRates rates) =>
        bundle.Items.Sum(item => rates.ToYen(item.Listed) + item.Fees.Sum(rates.ToYen)) + (decimal)(bundle.YenPerGb * useGb);
}
