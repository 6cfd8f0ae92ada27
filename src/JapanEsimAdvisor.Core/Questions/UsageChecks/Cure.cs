using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

public enum CureKind
{
    /// <summary>More data on the same line, as its seller sells it.</summary>
    OwnTopUp,

    /// <summary>The same plan again.</summary>
    SamePlan,

    /// <summary>A data pack beside the line.</summary>
    Pack,
}

/// <summary>What to buy so that the days left go as wished.</summary>
/// <param name="Quantity">Times it is bought.</param>
/// <param name="GbEach">GB of one.</param>
/// <param name="Listed">For all of it, in the seller's currency, fees left out.</param>
/// <param name="Yen">Unrounded, for all of it, unavoidable fees included.</param>
/// <param name="ChanceAfter">Chance of running out with it; null for daily kinds.</param>
public sealed record Cure(CureKind Kind, Plan Plan, int Quantity, double GbEach, Money Listed, decimal Yen, double? ChanceAfter)
{
    public const int MostPacks = 20;

    /// <summary>The cheapest; of equals the one with the fewest purchases, then of the first plan id. Null where nothing can be bought that is enough.</summary>
    public static Cure? Cheapest(LineInUse line, LineState state, Outlook outlook, Buyer buyer, bool servesClients)
    {
        return Now(line, state, outlook, buyer, servesClients).Concat(Later(line, state, outlook.OnlyLast, buyer, servesClients))
            .OfType<Cure>()
            .OrderBy(cure => cure.Yen)
            .ThenBy(cure => cure.Quantity)
            .ThenBy(cure => cure.Plan.Id, StringComparer.Ordinal)
            .ThenBy(cure => cure.Kind)
            .FirstOrDefault();
    }

    /// <summary>What is used from today on, beside what is left.</summary>
    private static IEnumerable<Cure?> Now(LineInUse line, LineState state, Outlook outlook, Buyer buyer, bool servesClients)
    {
        var missing = outlook.GbMissing();
        return OwnTopUps(line, state, buyer.Catalog).Concat(Packs(line, state.DaysLeft, buyer, servesClients)).Select(offer => offer.For(missing, buyer.Catalog, outlook));
    }

    /// <summary>What is started once the line has ended, for the days after it alone.</summary>
    private static IEnumerable<Cure?> Later(LineInUse line, LineState state, Outlook outlook, Buyer buyer, bool servesClients)
    {
        var daysAfter = state.Ends is { } last ? buyer.Trip.Stay.Departure.DayNumber - last.DayNumber : 0;
        if (daysAfter == 0 || daysAfter >= state.DaysLeft)
        {
            return [];
        }

        var missing = outlook.GbMissing();
        return Packs(line, daysAfter, buyer, servesClients).Select(offer => offer.For(missing, buyer.Catalog, outlook));
    }

    /// <summary>More data does not make a line last longer, unless its seller says for how many days.</summary>
    private static IEnumerable<Offer> OwnTopUps(LineInUse line, LineState state, CatalogSnapshot catalog)
    {
        var isLongEnough = line.Plan.TopUp.Days is { } days ? days >= state.DaysLeft : state.Ends is null;
        if (line.Plan.TopUp is { Offered: not false, Gb: { } gb and > 0, Price: { } price } && isLongEnough && catalog.Rates.Knows(price.Currency))
        {
            yield return new Offer(CureKind.OwnTopUp, line.Plan, gb, price);
        }
    }

    /// <summary>
    /// Data packs the buyer may buy that last the days to the end of the trip. Beside a router they are of use to its clients only where the phone is a
    /// hotspot.
    /// </summary>
    private static IEnumerable<Offer> Packs(LineInUse line, int days, Buyer buyer, bool servesClients)
    {
        if (servesClients && line.Plan.Medium == Medium.PocketWifi && Sharing.HotspotConnections(buyer.Type) == 0)
        {
            return [];
        }

        var rest = buyer.Trip.Stay with { Arrival = buyer.Trip.Stay.Departure.AddDays(1 - days), ArrivalTime = null };
        return from plan in buyer.Catalog.Plans
               where plan.Medium != Medium.PocketWifi && plan.Allowance is { Kind: AllowanceKind.Fixed, Gb: { } gb } && gb >= buyer.Catalog.Tariff.TopUpMinimumGb
               where (!servesClients || plan.Tethering.MayServe) && EligibilityRule.AllAllow(plan, buyer)
               from row in plan.Prices
               where row is { DayRate: false, IsFloor: false } && row.Days >= plan.Validity.DaysToBuy(rest)
               select new Offer(plan.Id == line.Plan.Id ? CureKind.SamePlan : CureKind.Pack, plan, plan.Allowance.Gb!.Value, row.Middle);
    }

    private sealed record Offer(CureKind Kind, Plan Plan, double Gb, Money Price)
    {
        public Cure? For(double missingGb, CatalogSnapshot catalog, Outlook outlook)
        {
            var quantity = (int)Math.Max(1, Math.Min(Math.Ceiling(missingGb / Gb), MostPacks + 1));
            return quantity > MostPacks
                ? null
                : new Cure(Kind, Plan, quantity, Gb, Price with { Amount = Price.Amount * quantity }, YenFor(quantity, catalog), outlook.ChanceOfRunningOut(quantity * Gb));
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
