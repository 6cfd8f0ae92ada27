using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Tests.Units;

public sealed class ExchangeRatesTests
{
    [Theory]
    [InlineData(1234.5, "JPY", 1235)]
    [InlineData(1234.49, "JPY", 1234)]
    [InlineData(160.8, "EUR", 1.01)]
    [InlineData(1000, "EUR", 6.25)]
    [InlineData(1000, "KWD", 2.039)]
    public void Yen_round_once_to_the_decimals_of_the_currency_half_away_from_zero(double yen, string currency, double shown)
    {
        Assert.Equal(new Money((decimal)shown, currency), A.Rates.FromYen((decimal)yen, currency));
    }

    [Fact]
    public void Foreign_prices_become_yen_without_rounding()
    {
        Assert.Equal(2.0601m, A.Rates.ToYen(new Money(0.0042m, "KWD")));
        Assert.Equal(1599.84m, A.Rates.ToYen(new Money(9.999m, "EUR")));
    }

    [Fact]
    public void An_unknown_currency_is_known_to_be_unknown()
    {
        Assert.True(A.Rates.Knows("EUR"));
        Assert.False(A.Rates.Knows("XXX"));
        Assert.Throws<KeyNotFoundException>(() => A.Rates.ToYen(new Money(1, "XXX")));
    }

    [Fact]
    public void Money_prints_alike_in_every_culture()
    {
        Assert.Equal("10.50 USD", new Money(10.50m, "USD").ToString());
    }

    [Fact]
    public void A_Japanese_clock_time_shortly_after_midnight_is_the_day_before_in_China()
    {
        var time = new DateTime(2027, 4, 1, 0, 40, 0);

        Assert.Equal(new DateOnly(2027, 3, 31), JapanTime.DateIn(time, 8));
        Assert.Equal(new DateOnly(2027, 4, 1), JapanTime.DateIn(time, JapanTime.UtcOffsetHours));
    }
}
