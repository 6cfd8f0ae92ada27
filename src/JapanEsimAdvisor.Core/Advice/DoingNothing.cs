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
        [.. party.Trip.Travelers.Select(traveler => Of(traveler, party.Hosts[TypeOf(traveler, party.Types)], party))];

    private static int TypeOf(Traveler traveler, ImmutableArray<TravelerType> types)
    {
        var type = 0;
        while (!types[type].Members.Contains(traveler, ReferenceEqualityComparer.Instance))
        {
            type++;
        }

        return type;
    }

    private static HomeRoaming Of(Traveler traveler, HostLines host, SolvedParty party)
    {
        if (traveler.HomeOperator is not { } home)
        {
            return new HomeRoaming(traveler.Id, null, null, null, Notice.For(traveler.Id, "ask-your-operator"));
        }

        var confirmed = host.Lines.Where(bundle => bundle.Plan.Medium == Medium.Roaming);
        return Cheapest(confirmed, true, traveler, host, party.Catalog.Rates)
            ?? Cheapest(Unconfirmed(traveler, party), false, traveler, host, party.Catalog.Rates)
            ?? new HomeRoaming(traveler.Id, home, null, null, Notice.For(traveler.Id, "roaming-price-unknown"));
    }

    /// <summary>
    /// Roaming of the traveler's operator and tariff for which no source says that it covers Japan. A price other than 0
    /// must be dated.
    /// </summary>
    private static IEnumerable<Bundle> Unconfirmed(Traveler traveler, SolvedParty party)
    {
        var factory = new BundleFactory(party.Trip.Stay, party.Catalog, party.Catalog.Tariff.WeightOf(party.Trip.Priority));
        return party.Catalog.Plans
            .Where(plan => plan.SellerId == traveler.HomeOperator && plan is { Medium: Medium.Roaming, Offered: true, IsAddition: false })
            .Where(plan => plan.Condition is null || (plan.Condition.Kind == ConditionKind.Tariff && plan.Condition.Value == traveler.HomePlan))
            .Where(plan => plan.Prices.Any(price => !price.IsFloor) && (plan.Source.Checked is not null || plan.Prices.All(price => price.Low == 0)))
            .SelectMany(factory.Of);
    }

    /// <summary>The cheapest roaming for a traveler; null where there is none.</summary>
    /// <param name="bundles">Roaming to choose from.</param>
    /// <param name="isConfirmed">Whether a source says that the roaming covers Japan.</param>
    private static HomeRoaming? Cheapest(
        IEnumerable<Bundle> bundles, bool isConfirmed, Traveler traveler, HostLines host, ExchangeRates rates)
    {
        var cheapest = bundles
            .Select(bundle => (bundle.Plan, Yen: YenOf(bundle, host.Type.Demand.GbPerDay, rates) * traveler.Count))
            .OrderBy(priced => priced.Yen)
            .FirstOrDefault();
        var code = (cheapest.Yen == 0, isConfirmed) switch
        {
            (true, true) => "roaming-included",
            (true, false) => "roaming-included-unconfirmed",
            (false, true) => "roaming-adds",
            (false, false) => "roaming-adds-unconfirmed",
        };
        return cheapest.Plan is null
            ? null
            : new HomeRoaming(traveler.Id, traveler.HomeOperator, cheapest.Plan.Id, cheapest.Yen, Notice.For(traveler.Id, code));
    }

    private static decimal YenOf(Bundle bundle, double gbPerDay, ExchangeRates rates) =>
        bundle.Items.Sum(item => item.Yen(rates)) + (decimal)bundle.YenForUse(gbPerDay);
}
