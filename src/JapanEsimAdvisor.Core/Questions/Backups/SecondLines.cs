using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>
/// Lines that a traveler may buy besides the basket: every line that the rules allow. Dominated bundles are included,
/// because they may use another network.
/// </summary>
/// <param name="advice">The recommendation.</param>
public sealed class SecondLines(Recommendation advice)
{
    private readonly Dictionary<int, ImmutableArray<Bundle>> _byType = [];

    private readonly BundleCatalog _bundles = advice.Party.Bundles();

    /// <summary>
    /// Lines that a person of a seat may add: no second SIM card, and no more profiles than the phone stores.
    /// </summary>
    public IEnumerable<Bundle> For(Seat seat) => Eligible(seat.Type).Where(line => line.Plan.Medium switch
    {
        Medium.Esim => line.SetUps + (seat.OwnLine is { Plan.Medium: Medium.Esim } own ? own.SetUps : 0) <= seat.Type.Phone.EsimStored,
        Medium.Sim => seat.OwnLine?.Plan.Medium != Medium.Sim,
        _ => true,
    });

    /// <summary>Order of lines: no SIM card first, then price and set-up together in unrounded yen.</summary>
    public (bool IsCard, double Yen) Rank(Bundle line, TravelerType type)
    {
        var setUp = line.SetUpInconvenienceYen * advice.Catalog.Tariff.WeightOf(advice.Trip.Priority);
        return (line.Plan.Medium == Medium.Sim, line.YenAt(type.Demand.GbPerDay) + setUp);
    }

    private ImmutableArray<Bundle> Eligible(TravelerType type)
    {
        if (!_byType.TryGetValue(type.Index, out var lines))
        {
            var buyer = advice.Hosts[type.Index].Buyer;
            var plans = _bundles.Classes
                .Where(plansOfClass => EligibilityRule.AllAllow(plansOfClass.Sample, buyer))
                .SelectMany(plansOfClass => plansOfClass.Plans, (_, plan) => plan.Id)
                .ToHashSet(StringComparer.Ordinal);
            lines =
            [
                .. _bundles.All.Where(line =>
                    line.Plan.Medium != Medium.PocketWifi && line.Items.All(item => plans.Contains(item.Plan.Id))),
            ];
            _byType[type.Index] = lines;
        }

        return lines;
    }
}
