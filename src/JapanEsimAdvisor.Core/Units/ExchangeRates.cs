using System.Collections.Frozen;

namespace JapanEsimAdvisor.Core.Units;

/// <summary>Yen for a unit of each currency on one day. The search runs in unrounded yen at these rates.</summary>
public sealed record ExchangeRates
{
    public const string Yen = "JPY";

    public required DateOnly AsOf { get; init; }

    public required FrozenDictionary<string, CurrencyRate> ByCurrency { get; init; }

    public bool Knows(string currency) => ByCurrency.ContainsKey(currency);

    /// <exception cref="KeyNotFoundException">The currency has no rate; catalog rules refuse such prices beforehand.</exception>
    public decimal ToYen(Money money) => money.Amount * ByCurrency[money.Currency].YenPerUnit;

    /// <summary>Converts unrounded yen and rounds once, to the currency's own decimals, half away from zero.</summary>
    public Money FromYen(decimal yen, string currency)
    {
        var rate = ByCurrency[currency];
        return new Money(Math.Round(yen / rate.YenPerUnit, rate.Decimals, MidpointRounding.AwayFromZero), currency);
    }
}

/// <param name="YenPerUnit">Yen for one unit, indicative mid-market.</param>
/// <param name="Decimals">Minor-unit digits of ISO 4217.</param>
public sealed record CurrencyRate(string Currency, decimal YenPerUnit, int Decimals)
{
    /// <summary>The smallest amount that is paid.</summary>
    public decimal MinorUnit => new(1, 0, 0, false, (byte)Decimals);
}
