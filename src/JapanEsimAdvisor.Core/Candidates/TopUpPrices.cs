using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>
/// What running out costs: the plan's own top-up, else the cheapest eligible data pack that is large enough and lasts a third of the cycle, found
/// once for each kind of traveler (decision model, section 2).
/// </summary>
public sealed class TopUpPrices
{
    private readonly CatalogSnapshot _catalog;

    private readonly List<(Plan Plan, double Gb, int Days, double Yen)> _packs;

    /// <param name="eligible">Plans the buyer may have, in catalog order.</param>
    public TopUpPrices(IEnumerable<Plan> eligible, CatalogSnapshot catalog)
    {
        _catalog = catalog;
        _packs = [.. eligible
            .Where(plan => plan.Medium != Medium.PocketWifi && plan.Allowance is { Kind: AllowanceKind.Fixed, Gb: { } gb } && gb >= catalog.Tariff.TopUpMinimumGb)
            .SelectMany(plan => plan.Prices.Where(row => !row.IsFloor), (plan, row) => (plan, plan.Allowance.Gb!.Value, row.Days, YenOf(plan, row)))
            .OrderBy(pack => pack.Item4).ThenBy(pack => pack.plan.Id, StringComparer.Ordinal)];
    }

    /// <summary>Gigabytes and unrounded yen of one top-up; null where nothing can be bought.</summary>
    public (double Gb, double Yen)? For(Bundle bundle, bool servesClients)
    {
        if (bundle.Plan.TopUp is { Gb: { } gb, Price: { } price } && gb > 0)
        {
            return (gb, (double)_catalog.Rates.ToYen(price));
        }

        var lasts = (int)Math.Ceiling(bundle.Cycles.Max(run => run.Days) * _catalog.Tariff.TopUpValidityShare);
        foreach (var pack in _packs)
        {
            if (pack.Days >= lasts && (!servesClients || pack.Plan.Tethering.MayServe))
            {
                return (pack.Gb, pack.Yen);
            }
        }

        return bundle.Cycles[0].Gb > 0 ? (bundle.Cycles[0].Gb, bundle.FixedYen) : null;
    }

    private double YenOf(Plan plan, Price row) =>
        (double)(_catalog.Rates.ToYen(row.Middle) + _catalog.UnavoidableFees(plan).Where(fee => fee.Per != FeePer.Day).Sum(fee => _catalog.Rates.ToYen(fee.Middle)));
}
