using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Prices of top-ups: the plan's own top-up, else the cheapest eligible data pack that is large enough and lasts a
/// third of the cycle (decision model, section 2). Computed once for each kind of buyer.
/// </summary>
public sealed class TopUpPrices
{
    private readonly CatalogSnapshot _catalog;

    /// <summary>
    /// By shortest acceptable validity in days: the cheapest pack of all, and the cheapest that may serve clients.
    /// </summary>
    private readonly ImmutableArray<(Pack? Any, Pack? Shared)> _cheapest;

    /// <summary>Computes the prices for a kind of buyer.</summary>
    /// <param name="eligible">Plans that the buyer may buy, in catalog order.</param>
    /// <param name="catalog">The catalog of the plans.</param>
    public TopUpPrices(IEnumerable<Plan> eligible, CatalogSnapshot catalog)
    {
        _catalog = catalog;
        _cheapest = Cheapest([.. eligible
            .Where(plan => plan.Medium != Medium.PocketWifi)
            .Where(plan => plan.Allowance is { Kind: AllowanceKind.Fixed, Gb: { } gb } && gb >= catalog.Tariff.TopUpMinimumGb)
            .SelectMany(
                plan => plan.Prices.Where(row => !row.IsFloor),
                (plan, row) => new Pack(plan, plan.Allowance.Gb!.Value, row.Days, YenOf(plan, row)))
            .OrderBy(pack => pack.Yen).ThenBy(pack => pack.Plan.Id, StringComparer.Ordinal)]);
    }

    /// <summary>GB and unrounded yen of one top-up; null where nothing can be bought.</summary>
    /// <param name="bundle">A bundle with cycles.</param>
    /// <param name="servesClients">True where the top-up must serve clients too.</param>
    public (double Gb, double Yen)? For(Bundle bundle, bool servesClients)
    {
        if (bundle.Plan.TopUp is { Gb: { } gb, Price: { } price } && gb > 0)
        {
            return (gb, (double)_catalog.Rates.ToYen(price));
        }

        var lasts = (int)Math.Ceiling(LongestCycle(bundle) * _catalog.Tariff.TopUpValidityShare);
        var pack = lasts >= _cheapest.Length ? null : servesClients ? _cheapest[lasts].Shared : _cheapest[lasts].Any;
        return pack is not null ? (pack.Gb, pack.Yen) : bundle.Cycles[0].Gb > 0 ? (bundle.Cycles[0].Gb, bundle.FixedYen) : null;
    }

    private static int LongestCycle(Bundle bundle)
    {
        var days = 0;
        foreach (var run in bundle.Cycles)
        {
            days = Math.Max(days, run.Days);
        }

        return days;
    }

    /// <param name="packs">Cheapest first.</param>
    private static ImmutableArray<(Pack? Any, Pack? Shared)> Cheapest(ImmutableArray<Pack> packs)
    {
        var cheapest = new (Pack? Any, Pack? Shared)[packs.Select(pack => pack.Days).DefaultIfEmpty(-1).Max() + 1];
        foreach (var pack in packs)
        {
            for (var days = 0; days <= pack.Days; days++)
            {
                cheapest[days] = (cheapest[days].Any ?? pack, cheapest[days].Shared ?? (pack.Plan.Tethering.MayServe ? pack : null));
            }
        }

        return [.. cheapest];
    }

    private double YenOf(Plan plan, Price row)
    {
        var fees = _catalog.UnavoidableFees(plan).Where(fee => fee.Per != FeePer.Day).Sum(fee => _catalog.Rates.ToYen(fee.Middle));
        return (double)(_catalog.Rates.ToYen(row.Middle) + fees);
    }

    private sealed record Pack(Plan Plan, double Gb, int Days, double Yen);
}
