using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>
/// Rules between the facts of a catalog that a schema cannot express. The check returns every problem and throws
/// nothing.
/// </summary>
public static class CatalogRules
{
    /// <summary>Every broken rule of a catalog; empty for a valid one.</summary>
    /// <param name="catalog">The catalog to check.</param>
    /// <param name="today">Today in Japan. A check date after it is an error.</param>
    public static IEnumerable<RuleBreak> Check(CatalogSnapshot catalog, DateOnly today) =>
        catalog.Plans.SelectMany(plan => OfPlan(plan, catalog, today))
            .Concat(catalog.Sellers.Values.SelectMany(seller => OfSeller(seller, catalog, today)))
            .Concat(catalog.Devices.Values.SelectMany(OfDevice))
            .Concat(catalog.Airports.Values.SelectMany(airport => OfAirport(airport, catalog)))
            .Concat(catalog.Benchmarks.Where(benchmark => !catalog.Rates.Knows(benchmark.Currency))
                .Select(benchmark => new RuleBreak(
                    SubjectKind.Benchmark, benchmark.Id, "benchmarks", $"uses {benchmark.Currency}, which has no exchange rate")))
            .Concat(OfRates(catalog.Rates, today));

    private static IEnumerable<RuleBreak> OfPlan(Plan plan, CatalogSnapshot catalog, DateOnly today) =>
        OfPrices(plan, catalog.Rates)
            .Concat(OfAllowance(plan))
            .Concat(OfConditions(plan, catalog))
            .Concat(OfDates(plan, today))
            .Select(found => found with { Kind = SubjectKind.Plan, Id = plan.Id });

    private static IEnumerable<RuleBreak> OfPrices(Plan plan, ExchangeRates rates)
    {
        if (plan.Prices.Select(price => price.Currency).Distinct().Count() > 1)
        {
            yield return Break("prices", "holds more than one currency");
        }

        if (plan.Prices.GroupBy(price => (price.Days, price.DayRate)).Any(same => same.Count() > 1))
        {
            yield return Break("prices", "has two rows for the same days");
        }

        if (plan.Prices.Any(price => price.High < price.Low))
        {
            yield return Break("prices", "has a range whose upper end is below its lower end");
        }

        if (plan.Prices.Any(price => price.Low == 0 && price.High == 0) && plan.Condition is null)
        {
            yield return Break("prices", "is free without a condition");
        }

        foreach (var currency in CurrenciesOf(plan).Where(currency => !rates.Knows(currency)).Distinct())
        {
            yield return Break("prices", $"uses {currency}, which has no exchange rate");
        }

        if (plan.MinDays > plan.MaxDays)
        {
            yield return Break("minDays", "is above maxDays");
        }
    }

    private static IEnumerable<string> CurrenciesOf(Plan plan) =>
        plan.Prices.Select(price => price.Currency)
            .Concat(plan.RegularPrices.Select(price => price.Currency))
            .Concat(plan.Fees.Select(fee => fee.Currency))
            .Concat(plan.History.Select(past => past.Money.Currency))
            .Concat(new[]
            {
                plan.PricePerGb?.Currency,
                plan.TopUp.Price?.Currency,
                plan.Allowance.AfterPricePerGb?.Currency,
                plan.RangeWithoutLength?.Currency,
            }.OfType<string>());

    private static IEnumerable<RuleBreak> OfAllowance(Plan plan)
    {
        if (plan.Allowance is { Gb: not null, Per: null, Kind: not AllowanceKind.PayAsYouGo })
        {
            yield return Break("allowance.per", "must say per what the gigabytes are");
        }

        if (plan.Allowance is { Kind: AllowanceKind.Daily, Per: not (AllowancePer.Day or null) })
        {
            yield return Break("allowance.per", "of a daily allowance must be a day");
        }

        if (plan.Tethering is { Policy: TetherPolicy.Capped, CapGb: not null, Per: null })
        {
            yield return Break("tethering.per", "must say per what the cap is");
        }

        if (plan.Tethering is { Policy: not TetherPolicy.Capped, CapGb: not null })
        {
            yield return Break("tethering.gb", "belongs to capped tethering only");
        }

        if (plan.Medium == Medium.PocketWifi && plan.Tethering.Policy != TetherPolicy.Allowed)
        {
            yield return Break("tethering.policy", "of a router must be allowed: sharing is the product");
        }
    }

    private static IEnumerable<RuleBreak> OfConditions(Plan plan, CatalogSnapshot catalog)
    {
        var seller = catalog.SellerOf(plan);
        if (plan.Medium == Medium.Roaming && seller.Kind != SellerKind.HomeOperator)
        {
            yield return Break("medium", "roaming is sold by home operators only");
        }

        if (plan.Condition is { Kind: ConditionKind.Tariff } tariff && seller.Tariffs.All(known => known.Id != tariff.Value))
        {
            yield return Break("condition.value", $"names the tariff {tariff.Value}, which the seller does not have");
        }

        if (plan.Condition is { Kind: ConditionKind.OperatorCustomer, Value: { } home } && !catalog.Sellers.ContainsKey(home))
        {
            yield return Break("condition.value", $"names the operator {home}, which is not in the catalog");
        }

        if (plan.Condition is { Kind: not (ConditionKind.Resident or ConditionKind.LongStay), Value: null })
        {
            yield return Break("condition.value", "must name who may buy");
        }
    }

    private static IEnumerable<RuleBreak> OfDates(Plan plan, DateOnly today)
    {
        if (IsInFuture(plan.Source.Checked, today))
        {
            yield return Break("source.checked", "lies in the future");
        }

        foreach (var past in plan.History.Where(past => FirstDay(past.Checked) > Source.LatestDay(plan.Source.Checked)))
        {
            yield return Break("history", $"holds a price of {past.Checked}, later than the current one");
        }
    }

    private static IEnumerable<RuleBreak> OfSeller(Seller seller, CatalogSnapshot catalog, DateOnly today)
    {
        if (seller.Successor is { } successor && successor != Seller.SucceededByEsim && !catalog.Sellers.ContainsKey(successor))
        {
            yield return new RuleBreak(SubjectKind.Seller, seller.Id, "successor", $"{successor} is not in the catalog");
        }

        foreach (var fee in seller.Fees.Where(fee => !catalog.Rates.Knows(fee.Currency)))
        {
            yield return new RuleBreak(SubjectKind.Seller, seller.Id, "fees", $"uses {fee.Currency}, which has no exchange rate");
        }

        if (IsInFuture(seller.Source.Checked, today))
        {
            yield return new RuleBreak(SubjectKind.Seller, seller.Id, "source.checked", "lies in the future");
        }
    }

    private static IEnumerable<RuleBreak> OfDevice(Device device)
    {
        var markets = device.Variants.SelectMany(variant => variant.Markets);
        foreach (var market in markets.GroupBy(market => market).Where(same => same.Count() > 1))
        {
            yield return new RuleBreak(SubjectKind.Device, device.Id, "variants", $"lists the market {market.Key} twice");
        }
    }

    private static IEnumerable<RuleBreak> OfAirport(Airport airport, CatalogSnapshot catalog) =>
        from counter in airport.Counters
        where counter.SellerId is { } seller && !catalog.Sellers.ContainsKey(seller)
        select new RuleBreak(
            SubjectKind.Airport,
            airport.Iata,
            "counters",
            $"{counter.Id} names the seller {counter.SellerId}, which is not in the catalog");

    private static IEnumerable<RuleBreak> OfRates(ExchangeRates rates, DateOnly today)
    {
        if (!rates.ByCurrency.TryGetValue(ExchangeRates.Yen, out var yen) || yen.YenPerUnit != 1)
        {
            yield return new RuleBreak(SubjectKind.Rates, string.Empty, "rates", "must hold one yen for a yen");
        }

        if (rates.AsOf > today)
        {
            yield return new RuleBreak(SubjectKind.Rates, string.Empty, "asOf", "lies in the future");
        }
    }

    /// <summary>
    /// Compares the first day that a date can mean, because a fact of this month or year may be checked already.
    /// </summary>
    private static bool IsInFuture(string? date, DateOnly today) => FirstDay(date) > today;

    private static DateOnly? FirstDay(string? date) => date?.Length switch
    {
        4 => Source.LatestDay(date + "-01-01"),
        7 => Source.LatestDay(date + "-01"),
        _ => Source.LatestDay(date),
    };

    private static RuleBreak Break(string field, string reason) => new(SubjectKind.Plan, string.Empty, field, reason);
}

/// <summary>The kind of entry that breaks a rule.</summary>
public enum SubjectKind
{
    Plan,
    Seller,
    Device,
    Airport,
    Benchmark,
    Rates,
}

/// <summary>A broken rule.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Id">Id of the plan, seller, device, airport or benchmark; empty for rates.</param>
/// <param name="Field">Path of the field in the entry.</param>
/// <param name="Reason">What is wrong, in English, to be read after the field.</param>
public sealed record RuleBreak(SubjectKind Kind, string Id, string Field, string Reason);
