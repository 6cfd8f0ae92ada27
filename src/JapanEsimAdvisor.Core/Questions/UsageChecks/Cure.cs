using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>Kind of purchase during a trip.</summary>
public enum CureKind
{
    /// <summary>More data on the same line, as its seller sells it.</summary>
    OwnTopUp,

    /// <summary>The same plan again.</summary>
    SamePlan,

    /// <summary>A data pack beside the line.</summary>
    Pack,
}

/// <summary>What to buy so that the days left meet the limit of the party.</summary>
/// <param name="Kind">Kind of the purchase.</param>
/// <param name="Plan">The plan to buy or to top up.</param>
/// <param name="Quantity">Number of purchases, 1 to <see cref="MostPacks"/>.</param>
/// <param name="GbEach">GB of one purchase.</param>
/// <param name="Listed">List price of all purchases, in the currency of the seller, without fees.</param>
/// <param name="Yen">Unrounded yen of all purchases, unavoidable fees included.</param>
/// <param name="ChanceAfter">Chance of running out with it, 0 to 1; null for daily allowances.</param>
public sealed record Cure(CureKind Kind, Plan Plan, int Quantity, double GbEach, Money Listed, decimal Yen, double? ChanceAfter)
{
    /// <summary>Most purchases of one plan.</summary>
    public const int MostPacks = 20;

    /// <summary>
    /// The cheapest purchase that is enough; null where there is none. Of equal prices, the one with the fewest
    /// purchases, then with the first plan id.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="state">State of the line today.</param>
    /// <param name="outlook">The days left.</param>
    /// <param name="buyer">The buyer of the line.</param>
    /// <param name="servesClients">True where the purchase must serve clients too.</param>
    public static Cure? Cheapest(LineInUse line, LineState state, Outlook outlook, Buyer buyer, bool servesClients) =>
        Now(line, state, outlook, buyer, servesClients).Concat(Later(line, state, outlook.OnlyLast, buyer, servesClients))
            .OfType<Cure>()
            .OrderBy(cure => cure.Yen)
            .ThenBy(cure => cure.Quantity)
            .ThenBy(cure => cure.Plan.Id, StringComparer.Ordinal)
            .ThenBy(cure => cure.Kind)
            .FirstOrDefault();

    /// <summary>Purchases to use from today on, besides the data that is left.</summary>
    private static IEnumerable<Cure?> Now(LineInUse line, LineState state, Outlook outlook, Buyer buyer, bool servesClients)
    {
        var missing = outlook.GbMissing();
        return OwnTopUps(line, state, buyer.Catalog)
            .Concat(Packs(line, state.DaysLeft, buyer, servesClients))
            .Select(pack => pack.For(missing, buyer.Catalog, outlook));
    }

    /// <summary>Purchases to start when the line has ended, for the days after it.</summary>
    private static IEnumerable<Cure?> Later(LineInUse line, LineState state, Outlook outlook, Buyer buyer, bool servesClients)
    {
        var daysAfter = state.Ends is { } last ? buyer.Trip.Stay.Departure.DayNumber - last.DayNumber : 0;
        if (daysAfter == 0 || daysAfter >= state.DaysLeft)
        {
            return [];
        }

        var missing = outlook.GbMissing();
        return Packs(line, daysAfter, buyer, servesClients).Select(pack => pack.For(missing, buyer.Catalog, outlook));
    }

    /// <summary>
    /// The seller's own top-up of the line. More data does not extend the validity, unless the seller states the days
    /// of a top-up.
    /// </summary>
    private static IEnumerable<Pack> OwnTopUps(LineInUse line, LineState state, CatalogSnapshot catalog)
    {
        var isLongEnough = line.Plan.TopUp.Days is { } days ? days >= state.DaysLeft : state.Ends is null;
        if (isLongEnough
            && line.Plan.TopUp is { Offered: not false, Gb: { } gb and > 0, Price: { } price }
            && catalog.Rates.Knows(price.Currency))
        {
            yield return new Pack(CureKind.OwnTopUp, line.Plan, gb, price);
        }
    }

    /// <summary>
    /// Data packs that the buyer may buy and that last to the end of the trip. For the clients of a router they help
    /// only where the phone can be a hotspot.
    /// </summary>
    private static IEnumerable<Pack> Packs(LineInUse line, int days, Buyer buyer, bool servesClients)
    {
        if (servesClients && line.Plan.Medium == Medium.PocketWifi && Sharing.HotspotConnections(buyer.Type) == 0)
        {
            return [];
        }

        var rest = buyer.Trip.Stay with { Arrival = buyer.Trip.Stay.Departure.AddDays(1 - days), ArrivalTime = null };
        return from plan in buyer.Catalog.Plans
               where plan.Medium != Medium.PocketWifi
               where plan.Allowance is { Kind: AllowanceKind.Fixed, Gb: { } gb } && gb >= buyer.Catalog.Tariff.TopUpMinimumGb
               where (!servesClients || plan.Tethering.MayServe) && EligibilityRule.AllAllow(plan, buyer)
               from row in plan.Prices
               where row is { DayRate: false, IsFloor: false } && row.Days >= plan.Validity.DaysToBuy(rest)
               let kind = plan.Id == line.Plan.Id ? CureKind.SamePlan : CureKind.Pack
               select new Pack(kind, plan, plan.Allowance.Gb!.Value, row.Middle);
    }

    /// <summary>Something that the buyer can buy once or several times.</summary>
    /// <param name="Kind">Kind of the purchase.</param>
    /// <param name="Plan">The plan to buy or to top up.</param>
    /// <param name="Gb">GB of one purchase, above 0.</param>
    /// <param name="Price">List price of one purchase.</param>
    private sealed record Pack(CureKind Kind, Plan Plan, double Gb, Money Price)
    {
        public Cure? For(double missingGb, CatalogSnapshot catalog, Outlook outlook)
        {
            var quantity = (int)Math.Max(1, Math.Min(Math.Ceiling(missingGb / Gb), MostPacks + 1));
            return quantity > MostPacks
                ? null
                : new Cure(
                    Kind,
                    Plan,
                    quantity,
                    Gb,
                    Price with { Amount = Price.Amount * quantity },
                    YenFor(quantity, catalog),
                    outlook.ChanceOfRunningOut(quantity * Gb));
        }

        private decimal YenFor(int quantity, CatalogSnapshot catalog)
        {
            var price = catalog.Rates.ToYen(Price) * quantity;
            return Kind == CureKind.OwnTopUp ? price : price + catalog.UnavoidableFees(Plan)
                .Where(fee => fee.Per != FeePer.Day)
                .Sum(fee => catalog.Rates.ToYen(fee.Middle) * (fee.Per == FeePer.Plan ? quantity : 1));
        }
    }
}
