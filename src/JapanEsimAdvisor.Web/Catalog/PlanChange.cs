using System.Text.Json;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>A change of one plan that an import found.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="PlanId">Null for catalog-replaced, as all following values.</param>
/// <param name="Days">Days of the price row; null if no price changed.</param>
/// <param name="Before">Null if the row is new.</param>
/// <param name="After">Null if the row is gone.</param>
/// <param name="Fields">plan-changed: the changed properties of the plan, by their API names.</param>
public sealed record PlanChange(
    string Code, string? PlanId, string? SellerId, string? Name, int? Days, bool? DayRate, PriceSeen? Before, PriceSeen? After,
    IReadOnlyList<string> Fields)
{
    public const string Added = "plan-added";

    public const string Gone = "plan-gone";

    public const string Changed = "plan-changed";

    public const string PriceChanged = "price-changed";

    /// <summary>The earlier catalog is no longer readable.</summary>
    public const string Replaced = "catalog-replaced";

    public static readonly IReadOnlyList<string> Codes = [Added, Gone, Changed, PriceChanged, Replaced];

    public static PlanChange CatalogReplaced { get; } = new(Replaced, null, null, null, null, null, null, null, []);

    public static PlanChange Of(string code, Plan plan, params IReadOnlyList<string> fields) =>
        new(code, plan.Id, plan.SellerId, plan.Name, null, null, null, null, fields);

    public static PlanChange OfPrice(Plan plan, int days, bool dayRate, PriceSeen? before, PriceSeen? after) =>
        new(PriceChanged, plan.Id, plan.SellerId, plan.Name, days, dayRate, before, after, []);
}

/// <summary>A price with the date of its source.</summary>
/// <param name="Low">In units of the currency; the lower end of a range.</param>
/// <param name="High">Equal to <paramref name="Low"/> for an exact price; null if only a floor is known.</param>
/// <param name="Checked"><c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null if the source has no date.</param>
public sealed record PriceSeen(decimal Low, decimal? High, string Currency, string? Checked);

/// <summary>A change in the archive.</summary>
/// <param name="Id">Grows with every change; the value of a cursor.</param>
/// <param name="Recorded">Day in Japan of the import that found it.</param>
public sealed record RecordedChange(int Id, DateOnly Recorded, PlanChange Change);

/// <summary>The changes between two catalogs, and the earlier prices in the data of the first one.</summary>
public static class PlanChanges
{
    /// <summary>Properties of a plan that the API shows beside its prices, by their API names.</summary>
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

    /// <summary>
    /// Changes in the order of plan ids: new, removed and changed plans, and every changed row of a price table.
    /// </summary>
    public static IReadOnlyList<PlanChange> Between(CatalogSnapshot before, CatalogSnapshot after)
    {
        var (old, young) = (
            before.Plans.ToDictionary(plan => plan.Id, StringComparer.Ordinal),
            after.Plans.ToDictionary(plan => plan.Id, StringComparer.Ordinal));
        return [.. old.Keys.Union(young.Keys)
            .Order(StringComparer.Ordinal)
            .SelectMany(id => (old.GetValueOrDefault(id), young.GetValueOrDefault(id)) switch
        {
            (null, { } added) => [PlanChange.Of(PlanChange.Added, added)],
            ({ } gone, null) => [PlanChange.Of(PlanChange.Gone, gone)],
            var (was, now) => Of(before, was!, after, now!),
        })];
    }

    /// <summary>
    /// Price changes before the first import, from earlier prices in the data, each with the next price.
    /// </summary>
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
        let seen = past.OrderBy(price => Source.LatestDay(price.Checked))
            .Select(price => new PriceSeen(price.Money.Amount, price.Money.Amount, price.Money.Currency, price.Checked))
            .Append(Seen(plan, (row.Days, row.DayRate))!)
            .ToList()
        from change in seen.Zip(seen.Skip(1))
        where !IsSame(change.First, change.Second)
        select PlanChange.OfPrice(plan, row.Days, row.DayRate, change.First, change.Second);

    private static PriceSeen? Seen(Plan plan, (int Days, bool DayRate) row) =>
        plan.Prices.FirstOrDefault(price => (price.Days, price.DayRate) == row) is { } price
            ? new PriceSeen(price.Low, price.High, price.Currency, plan.Source.Checked)
            : null;

    private static bool IsSame(PriceSeen? one, PriceSeen? other) =>
        (one?.Low, one?.High, one?.Currency) == (other?.Low, other?.High, other?.Currency);

    private static string Text(object? fact) => JsonSerializer.Serialize(fact, WireJson.Options);
}
