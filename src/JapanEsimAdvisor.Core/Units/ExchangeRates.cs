using System.Collections.Frozen;

namespace JapanEsimAdvisor.Core.Units;

/// <summary>Yen for one unit of each currency on one day. The search uses unrounded yen at these rates.</summary>
public sealed record ExchangeRates
{
    /// <summary>ISO 4217 code of the yen.</summary>
    public const string Yen = "JPY";

    /// <summary>Day of the rates.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>By ISO 4217 code, the yen included.</summary>
    public required FrozenDictionary<string, CurrencyRate> ByCurrency { get; init; }

    /// <summary>True where the currency has a rate.</summary>
    public bool Knows(string currency) => ByCurrency.ContainsKey(currency);

    /// <summary>Unrounded yen.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The currency has no rate. Catalog rules refuse such prices before.
    /// </exception>
    public decimal ToYen(Money money) => money.Amount * ByCurrency[money.Currency].YenPerUnit;

    /// <summary>Converts unrounded yen and rounds once, to the decimals of the currency, half away from zero.</summary>
    /// <exception cref="KeyNotFoundException">The currency has no rate.</exception>
    public Money FromYen(decimal yen, string currency)
    {
        var rate = ByCurrency[currency];
        return new Money(Math.Round(yen / rate.YenPerUnit, rate.Decimals, MidpointRounding.AwayFromZero), currency);
    }
}

/// <summary>The rate of one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="YenPerUnit">Yen for one unit, an indicative mid-market rate.</param>
/// <param name="Decimals">Digits of the minor unit (ISO 4217).</param>
public sealed record CurrencyRate(string Currency, decimal YenPerUnit, int Decimals)
{
    /// <summary>The smallest amount that can be paid, in units of the currency.</summary>
    public decimal MinorUnit => new(1, 0, 0, false, (byte)Decimals);
}
