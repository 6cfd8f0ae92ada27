using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Oracles;

/// <summary>
/// The bundles of a catalog the plain way: every bundle and every pair of a seller's plans is made, then each is held
/// against each before it.
/// </summary>
public sealed class PlainBundles(CatalogSnapshot catalog, Stay stay, double factor)
{
    private readonly BundleFactory _factory = new(stay, catalog, factor);

    private List<Plan> Plans { get; } = [.. catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null)];

    public List<Bundle> All() => [.. Plans.SelectMany(_factory.Of).Concat(Pairs())
        .OrderBy(bundle => bundle.FixedYen + (bundle.SetUpInconvenienceYen * factor))
        .ThenBy(bundle => bundle.Plan.Id, StringComparer.Ordinal)];

    /// <summary>Lines or routers that no other beats, for a buyer of the plans.</summary>
    public List<Bundle> Pool(Func<Plan, bool> mayBuy, int esimStored, bool routers)
    {
        var bought = All()
            .Where(bundle =>
                bundle.Items.All(item => mayBuy(item.Plan)) && (bundle.Plan.Medium != Medium.Esim || bundle.SetUps <= esimStored))
            .Where(bundle => (bundle.Plan.Medium == Medium.PocketWifi) == routers)
            .ToList();
        return [.. bought.Where((bundle, index) => !bought.Take(index).Any(before => Beats(before, bundle)))];
    }

    private IEnumerable<Bundle> Pairs() =>
        from one in Plans.Select((plan, index) => (plan, index))
        from other in Plans.Skip(one.index + 1)
        where one.plan.SellerId == other.SellerId && BundleFactory.MayPair(one.plan) && BundleFactory.MayPair(other)
        let pair = _factory.Pair(one.plan, other)
        where pair is not null
        select pair;

    private static bool Beats(Bundle one, Bundle other) =>
        one.FixedYen <= other.FixedYen
        && one.SetUpInconvenienceYen <= other.SetUpInconvenienceYen
        && GivesNoLess(one.Cycles, other.Cycles)
        && GivesNoLess(one.TetherCycles, other.TetherCycles)
        && Kind(one).Equals(Kind(other));

    private static bool GivesNoLess(ImmutableArray<CycleRun> one, ImmutableArray<CycleRun> other) =>
        one.Select(run => (run.Count, run.Days)).SequenceEqual(other.Select(run => (run.Count, run.Days)))
        && one.Zip(other).All(runs => runs.First.Gb >= runs.Second.Gb);

    private static object Kind(Bundle bundle) => (
        (bundle.Plan.Medium, bundle.ClockDays, bundle.Shortage, bundle.Plan.Tethering.Policy, bundle.Plan.Tethering.MayServe),
        (bundle.Plan.Router, bundle.YenPerGb, bundle.Plan.TopUp.Gb, bundle.Plan.TopUp.Price));
}
