using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>
/// Lines a traveler could buy beside what the basket gives them: everything the rules allow. Bundles that lose on price alone are among them, since
/// their network may be another.
/// </summary>
public sealed class SecondLines(Recommendation advice)
{
    private readonly Dictionary<int, ImmutableArray<Bundle>> _byType = [];

    private readonly BundleCatalog _bundles = advice.Party.Bundles();

    /// <summary>What a person of a seat may add: no second card beside a card, no more profiles than the phone holds.</summary>
    public IEnumerable<Bundle> For(Seat seat) => Eligible(seat.Type).Where(line => line.Plan.Medium switch
    {
        Medium.Esim => line.SetUps + (seat.OwnLine is { Plan.Medium: Medium.Esim } own ? own.SetUps : 0) <= seat.Type.Phone.EsimStored,
        Medium.Sim => seat.OwnLine?.Plan.Medium != Medium.Sim,
        _ => true,
    });

    /// <summary>What two lines are compared by: nothing to swap first, then price and set-up together.</summary>
    public (bool IsCard, double Yen) Rank(Bundle line, TravelerType type) =>
        (line.Plan.Medium == Medium.Sim, line.YenAt(type.Demand.GbPerDay) + (line.SetUpInconvenienceYen * advice.Catalog.Tariff.WeightOf(advice.Trip.Priority)));

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
