using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// What the home line of each traveler adds to the bill if the party buys nothing. It is 0 where Japan is included, and
/// null where it is not known.
/// </summary>
public static class DoingNothing
{
    /// <summary>One entry for each traveler, in the order of the request.</summary>
    public static ImmutableArray<HomeRoaming> Of(SolvedParty party) =>
        [.. party.Trip.Travelers.Select(traveler => Of(traveler, party.Hosts[TypeOf(traveler, party.Types)], party.Catalog.Rates))];

    private static int TypeOf(Traveler traveler, ImmutableArray<TravelerType> types)
    {
        var type = 0;
        while (!types[type].Members.Contains(traveler, ReferenceEqualityComparer.Instance))
        {
            type++;
        }

        return type;
    }

    private static HomeRoaming Of(Traveler traveler, HostLines host, ExchangeRates rates)
    {
        if (traveler.HomeOperator is not { } home)
        {
            return new HomeRoaming(traveler.Id, null, null, null, Notice.For(traveler.Id, "ask-your-operator"));
        }

        var cheapest = host.Lines
            .Where(bundle => bundle.Plan.Medium == Medium.Roaming)
            .Select(bundle => (bundle.Plan, Yen: YenOf(bundle, host.Type.Demand.GbPerDay, rates) * traveler.Count))
            .OrderBy(priced => priced.Yen)
            .FirstOrDefault();
        return cheapest.Plan is null
            ? new HomeRoaming(traveler.Id, home, null, null, Notice.For(traveler.Id, "roaming-price-unknown"))
            : new HomeRoaming(
                traveler.Id,
                home,
                cheapest.Plan.Id,
                cheapest.Yen,
                Notice.For(traveler.Id, cheapest.Yen == 0 ? "roaming-included" : "roaming-adds"));
    }

    private static decimal YenOf(Bundle bundle, double gbPerDay, ExchangeRates rates) =>
        bundle.Items.Sum(item => item.Yen(rates)) + (decimal)bundle.YenForUse(gbPerDay);
}
