using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Tests;

public static partial class A
{
    /// <summary>An eSIM with so much data for so many days, which stops and may tether.</summary>
    public static Plan Esim(string id, double gb, int days, decimal yen) => Plan(id, Medium.Esim) with
    {
        Allowance = Fixed(gb),
        Prices = [Price(days, yen)],
    };

    /// <summary>A SIM card with so much data for so many days.</summary>
    public static Plan Sim(string id, double gb, int days, decimal yen) => Esim(id, gb, days, yen) with { Medium = Medium.Sim };

    /// <summary>An eSIM with so much data a day at 128 kbit/s past it, at a price for a day.</summary>
    public static Plan Daily(string id, double gb, decimal yenPerDay) => Plan(id, Medium.Esim) with
    {
        Allowance = new Allowance
        {
            Kind = AllowanceKind.Daily,
            Gb = gb,
            Per = AllowancePer.Day,
            After = AfterAction.Slows,
            AfterKbps = 128,
        },
        Prices = [Rate(yenPerDay)],
    };

    /// <summary>A rented router: 5 GB a day for ten devices, five of which are reckoned with.</summary>
    public static Plan Router(string id, decimal yenPerDay, double gbPerDay = 5, int devices = 10) => Daily(id, gbPerDay, yenPerDay) with
    {
        Medium = Medium.PocketWifi,
        Router = new Router(devices, null, 8),
        ObtainedBy = [new Handover(HandoverKind.AirportCounter, [], [], 0, null)],
    };

    /// <summary>Home roaming of an operator at a price for a day.</summary>
    public static Plan Roaming(string id, string homeOperator, double gbPerDay, decimal yenPerDay) => Daily(id, gbPerDay, yenPerDay) with
    {
        Medium = Medium.Roaming,
        SellerId = homeOperator,
        Audience = Audience.OperatorCustomer,
    };

    /// <summary>Nothing but a price for a gigabyte.</summary>
    public static Plan PayAsYouGo(string id, decimal yenPerGb) => Plan(id, Medium.Esim) with
    {
        Allowance = new Allowance { Kind = AllowanceKind.PayAsYouGo },
        PricePerGb = Yen(yenPerGb),
    };

    /// <summary>So much data a month for so many yen.</summary>
    public static Plan Monthly(string id, double gb, decimal yen) => Plan(id, Medium.Esim) with
    {
        Allowance = new Allowance
        {
            Kind = AllowanceKind.Monthly,
            Gb = gb,
            Per = AllowancePer.Month,
            After = AfterAction.Slows,
            AfterKbps = 128,
        },
        Prices = [Price(30, yen)],
    };

    /// <summary>Unlimited, fair use not published.</summary>
    public static Plan Unlimited(string id, int days, decimal yen) => Plan(id, Medium.Esim) with
    {
        Allowance = new Allowance { Kind = AllowanceKind.Unlimited },
        Prices = [Price(days, yen)],
    };

    public static Allowance Fixed(double gb, AfterAction after = AfterAction.Stops) => new()
    {
        Kind = AllowanceKind.Fixed,
        Gb = gb,
        Per = AllowancePer.Plan,
        After = after,
    };

    public static Money Yen(decimal yen) => new(yen, ExchangeRates.Yen);

    public static Price Price(int days, decimal yen) => new(days, false, yen, yen, ExchangeRates.Yen, true);

    public static Price Rate(decimal yenPerDay) => new(1, true, yenPerDay, yenPerDay, ExchangeRates.Yen, true);

    public static Fee Fee(decimal yen, FeePer per, FeeKind kind = FeeKind.Handling) =>
        new(kind, yen, null, ExchangeRates.Yen, per, FeeWhen.Always);

    public static Plan Capped(this Plan plan, double gb, TetherPer per) =>
        plan with { Tethering = new Tethering(TetherPolicy.Capped, gb, per) };

    public static Plan Tethers(this Plan plan, TetherPolicy policy) => plan with { Tethering = new Tethering(policy) };

    public static Plan OwnTopUp(this Plan plan, double gb, decimal yen) => plan with { TopUp = new TopUp(true, gb, null, Yen(yen)) };

    public static Plan Slows(this Plan plan, int? kbps) =>
        plan with { Allowance = plan.Allowance with { After = AfterAction.Slows, AfterKbps = kbps } };

    private static Plan Plan(string id, Medium medium) => new()
    {
        Id = id,
        SellerId = "shop-" + id,
        Name = id,
        Medium = medium,
        Countries = ImmutableArray.Create("JP"),
        Allowance = Fixed(1),
        Validity = new Validity(ValidityStart.FirstConnection, ValidityClock.CalendarDay),
        Tethering = new Tethering(TetherPolicy.Allowed),
        Source = Source,
    };
}
