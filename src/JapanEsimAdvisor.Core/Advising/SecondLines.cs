using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Candidates.Eligibility;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>
/// Lines a traveler could buy beside what the basket gives them: everything the rules allow. Bundles that lose on price alone are among them, since
/// their network may be another.
/// </summary>
public sealed class SecondLines(Recommendation advice)
{
    private readonly Dictionary<int, ImmutableArray<Bundle>> _byType = [];

    private readonly BundleCatalog _bundles = BundleCatalog.For(advice.Trip.Stay, advice.Catalog, Factor(advice));

    /// <summary>What a person of a seat may add: no second card beside a card, no more profiles than the phone holds.</summary>
    public IEnumerable<Bundle> For(Seat seat) => Eligible(seat.Type).Where(line => line.Plan.Medium switch
    {
        Medium.Esim => line.SetUps + (seat.OwnLine is { Plan.Medium: Medium.Esim } own ? own.SetUps : 0) <= seat.Type.Phone.EsimStored,
        Medium.Sim => seat.OwnLine?.Plan.Medium != Medium.Sim,
        _ => true,
    });

    /// <summary>Unrounded yen for the whole stay.</summary>
    public static double Price(Bundle line, TravelerType type) => line.FixedYen + (line.YenPerGb * type.Demand.GbPerDay * line.DemandDays);

    /// <summary>What two lines are compared by: nothing to swap first, then price and set-up together.</summary>
    public (bool IsCard, double Yen) Rank(Bundle line, TravelerType type) =>
        (line.Plan.Medium == Medium.Sim, Price(line, type) + (line.SetUpHassleYen * Factor(advice)));

    private static double Factor(Recommendation advice) => PodFactory.Weight(advice.Trip.Priority, advice.Catalog.Tariff);

    private ImmutableArray<Bundle> Eligible(TravelerType type)
    {
        if (!_byType.TryGetValue(type.Index, out var lines))
        {
            var buyer = advice.Hosts[type.Index].Buyer;
            var plans = _bundles.Classes
                .Where(offers => EligibilityRule.AllAllow(offers.Sample, buyer))
                .SelectMany(offers => offers.Plans, (_, plan) => plan.Id)
                .ToHashSet(StringComparer.Ordinal);
            lines = [.. _bundles.All.Where(line => line.Plan.Medium != Medium.PocketWifi && line.Items.All(item => plans.Contains(item.Plan.Id)))];
            _byType[type.Index] = lines;
        }

        return lines;
    }
}
