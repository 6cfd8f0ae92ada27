using System.Text.Json;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>What an import found different of one plan.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="PlanId">Null for catalog-replaced alone, as all that follows.</param>
/// <param name="Days">Days of the price row; null where no price changed.</param>
/// <param name="Before">Null where the row is new.</param>
/// <param name="After">Null where the row is gone.</param>
/// <param name="Fields">plan-changed: the plan's properties that differ, as the API names them.</param>
public sealed record PlanChange(
    string Code, string? PlanId, string? SellerId, string? Name, int? Days, bool? DayRate, PriceSeen? Before, PriceSeen? After, IReadOnlyList<string> Fields)
{
    public const string Added = "plan-added";

    public const string Gone = "plan-gone";

    public const string Changed = "plan-changed";

    public const string PriceChanged = "price-changed";

    /// <summary>The catalog before can no longer be read.</summary>
    public const string Replaced = "catalog-replaced";

    public static readonly IReadOnlyList<string> Codes = [Added, Gone, Changed, PriceChanged, Replaced];

    public static PlanChange CatalogReplaced { get; } = new(Replaced, null, null, null, null, null, null, null, []);

    public static PlanChange Of(string code, Plan plan, params IReadOnlyList<string> fields) => new(code, plan.Id, plan.SellerId, plan.Name, null, null, null, null, fields);

    public static PlanChange OfPrice(Plan plan, int days, bool dayRate, PriceSeen? before, PriceSeen? after) =>
        new(PriceChanged, plan.Id, plan.SellerId, plan.Name, days, dayRate, before, after, []);
}

/// <summary>A price with the date its source gave.</summary>
/// <param name="Low">In units of the currency; the lower end of a range.</param>
/// <param name="High">Equal to <paramref name="Low"/> for a price; null where only a floor is known.</param>
/// <param name="Checked"><c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null where the source has no date.</param>
public sealed record PriceSeen(decimal Low, decimal? High, string Currency, string? Checked);

/// <summary>A change as it stands in the archive.</summary>
/// <param name="Id">Grows with every change: what a cursor names.</param>
/// <param name="Recorded">Day in Japan of the import that found it.</param>
public sealed record RecordedChange(int Id, DateOnly Recorded, PlanChange Change);

/// <summary>What differs between two catalogs, and what the first one tells of earlier prices.</summary>
public static class PlanChanges
{
    /// <summary>What the API shows of a plan beside its prices, by the name it shows it under.</summary>
    private static readonly (string Field, Func<CatalogSnapshot, Plan, object?> Of)[] Terms =
    [
        ("name", (_, plan) => plan.Name),
        ("medium", (_, plan) => plan.Medium),
        ("audience", (_, plan) => plan.Audience),
        ("soldIn", (catalog, plan) => catalog.SoldIn(plan)),
        ("condition", (_, plan) => plan.Condition),
        ("countries", (_, plan) => plan.Countries),
        ("allowance", (_, plan) => plan.Allowance),
        ("pricePerGb", (_, plan) => plan.PricePerGb),
        ("priceRange", (_, plan) => plan.RangeWithoutLength),
        ("fees", (catalog, plan) => catalog.SellerOf(plan).Fees.Concat(plan.Fees)),
        ("validity", (_, plan) => plan.Validity),
        ("tethering", (_, plan) => plan.Tethering),
        ("topUp", (_, plan) => plan.TopUp),
        ("networks", (_, plan) => plan.Networks),
        ("fiveG", (_, plan) => plan.FiveG),
        ("japaneseNumber", (_, plan) => plan.JapaneseNumber),
        ("identityCheck", (_, plan) => plan.IdentityCheck),
        ("router", (_, plan) => plan.Router),
        ("advisable", (_, plan) => CatalogSnapshot.NotAdvisableBecause(plan)),
    ];

    /// <summary>By plan id: plans that came, went or changed, and every row of a price table that differs.</summary>
    public static IReadOnlyList<PlanChange> Between(CatalogSnapshot before, CatalogSnapshot after)
    {
        var (old, young) = (before.Plans.ToDictionary(plan => plan.Id, StringComparer.Ordinal), after.Plans.ToDictionary(plan => plan.Id, StringComparer.Ordinal));
        return [.. old.Keys.Union(young.Keys).Order(StringComparer.Ordinal).SelectMany(id => (old.GetValueOrDefault(id), young.GetValueOrDefault(id)) switch
        {
            (null, { } added) => [PlanChange.Of(PlanChange.Added, added)],
            ({ } gone, null) => [PlanChange.Of(PlanChange.Gone, gone)],
            var (was, now) => Of(before, was!, after, now!),
        })];
    }

    /// <summary>Prices the data itself tells of, each with the one seen next: what changed before anything was imported.</summary>
    public static IReadOnlyList<PlanChange> EarlierPrices(CatalogSnapshot catalog) => [.. catalog.Plans.SelectMany(EarlierPrices)];

    private static IEnumerable<PlanChange> Of(CatalogSnapshot before, Plan was, CatalogSnapshot after, Plan now)
    {
        var fields = Terms.Where(term => Text(term.Of(before, was)) != Text(term.Of(after, now))).Select(term => term.Field).ToList();
        return [.. fields.Count > 0 ? [PlanChange.Of(PlanChange.Changed, now, fields)] : Array.Empty<PlanChange>(), .. Prices(was, now)];
    }

    private static IEnumerable<PlanChange> Prices(Plan was, Plan now) =>
        from row in was.Prices.Concat(now.Prices).Select(price => (price.Days, price.DayRate)).Distinct().Order()
        let before = Seen(was, row)
        let after = Seen(now, row)
        where !IsSame(before, after)
        select PlanChange.OfPrice(now, row.Days, row.DayRate, before, after);

    private static IEnumerable<PlanChange> EarlierPrices(Plan plan) =>
        from past in plan.History.GroupBy(price => price.Days).OrderBy(same => same.Key)
        let row = plan.Prices.FirstOrDefault(price => price.Days == past.Key)
        where row is not null
        let seen = past.OrderBy(price => Source.LatestDay(price.Checked)).Select(price => new PriceSeen(price.Money.Amount, price.Money.Amount, price.Money.Currency, price.Checked)).Append(Seen(plan, (row.Days, row.DayRate))!).ToList()
        from change in seen.Zip(seen.Skip(1))
        where !IsSame(change.First, change.Second)
        select PlanChange.OfPrice(plan, row.Days, row.DayRate, change.First, change.Second);

    private static PriceSeen? Seen(Plan plan, (int Days, bool DayRate) row) =>
        plan.Prices.FirstOrDefault(price => (price.Days, price.DayRate) == row) is { } price ? new PriceSeen(price.Low, price.High, price.Currency, plan.Source.Checked) : null;

    private static bool IsSame(PriceSeen? one, PriceSeen? other) => (one?.Low, one?.High, one?.Currency) == (other?.Low, other?.High, other?.Currency);

    private static string Text(object? fact) => JsonSerializer.Serialize(fact, WireJson.Options);
}
