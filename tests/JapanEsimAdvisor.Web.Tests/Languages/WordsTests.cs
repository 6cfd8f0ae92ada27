using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>Texts with their places filled.</summary>
public sealed class WordsTests(SiteFixture site)
{
    private static readonly Words English = new(Language.English);

    [Theory]
    [InlineData(1, 2.0, "2 GB for a trip of 1 day.")]
    [InlineData(10, 1.0, "1 GB for a trip of 10 days.")]
    [InlineData(1, 1.0, "1 GB for a trip of 1 day.")]
    public void Only_what_is_counted_decides_between_one_and_several(int days, double gb, string text) =>
        Assert.Equal(text, English.Say("estimate.trip", ("gb", gb), ("days", days)));

    [Fact]
    public void The_number_of_a_group_counts_nobody()
    {
        Assert.Equal("2 from group 1", English.Say("traveler.of-group", ("group", 1), ("people", 2)));
        Assert.Equal("1 from group 1", English.Say("traveler.of-group", ("group", 1), ("people", 1)));
    }

    [Theory]
    [InlineData("1234", "JPY", "¥1,234")]
    [InlineData("1234", "KRW", "₩1,234")]
    [InlineData("1234", "USD", "$1,234.00")]
    [InlineData("1.5", "KWD", "1.500 KWD")]
    [InlineData("5000", "CLP", "5,000 CLP")]
    [InlineData("12", "XAG", "12.00 XAG")]
    [InlineData("0.115947", "KRW", "₩0.12")]
    public void An_amount_has_the_decimals_that_the_catalog_gives_its_currency(string amount, string currency, string text)
    {
        var rates = new ExchangeRates
        {
            AsOf = SiteFixture.Today,
            ByCurrency = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
                ((CurrencyRate[])[new("JPY", 1, 0), new("KRW", 0.1m, 0), new("USD", 150, 2), new("KWD", 490, 3), new("CLP", 0.16m, 0)]),
                rate => rate.Currency),
        };

        Assert.Equal(text, new Words(
            Language.English,
            rates: rates).Money(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency)));
    }

    /// <summary>The widget's script fills places and chooses between no texts.</summary>
    [Fact]
    public async Task The_widget_has_no_text_with_another_for_one()
    {
        var script = (await site.GetAsync("/widget/v1.js")).Ok().Text;
        var texts = Source.Texts("en");
        var counted = texts.Keys.Where(key => texts.ContainsKey(key + ".one")).ToList();

        Assert.NotEmpty(counted);
        Assert.Contains("\"widget.label\":", script, StringComparison.Ordinal);
        Assert.All(counted, key => Assert.DoesNotContain($"\"{key}\":", script, StringComparison.Ordinal));
    }
}
