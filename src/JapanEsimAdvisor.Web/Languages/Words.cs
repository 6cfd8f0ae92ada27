using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Languages;

/// <summary>
/// The site's texts in one language. Texts hold named places such as <c>{amount}</c>. A singular form has its own key,
/// which ends in <c>.one</c>. It is chosen if the text's counting place (<see cref="Counting"/>) is 1.
/// </summary>
/// <param name="texts">Source of the texts; by default the site's own resources.</param>
/// <param name="rates">Source of the decimals of currencies; unknown currencies have two.</param>
public sealed class Words(Language language, ResourceManager? texts = null, ExchangeRates? rates = null)
{
    /// <summary>Names of places that count things. A text with a singular form holds exactly one of them.</summary>
    public static readonly ImmutableArray<string> Counting = ["people", "days", "hours", "count"];

    private const int UsualDecimals = 2;

    /// <summary>The site's own texts in every language.</summary>
    public static readonly ResourceManager Resources = new CachedTexts();

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language.Tag);

    public Language Language { get; } = language;

    /// <exception cref="MissingManifestResourceException">
    /// No language has the key. A test ensures that all keys exist.
    /// </exception>
    public string this[string key] => Find(key) ?? throw new MissingManifestResourceException($"No text for the key {key}.");

    public bool Knows(string key) => Find(key) is not null;

    /// <summary>The text of a key with its places filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var text = new StringBuilder(TextFor(key, arguments));
        foreach (var (name, value) in arguments)
        {
            text.Replace("{" + name + "}", Show(value));
        }

        return text.ToString();
    }

    /// <summary>A notice of the core in words.</summary>
    /// <param name="family">Start of its key: reason, warning, assumption or task.</param>
    /// <param name="currency">Currency in which amounts are shown.</param>
    public string Say(string family, Notice notice, string currency, ExchangeRates rates, Func<string, string> nameOfTraveler)
    {
        var arguments = notice.Arguments.Select(argument => (argument.Key, argument switch
        {
            { Value: YenAmount amount } => rates.FromYen(amount.Yen, currency),
            { Key: "host", Value: string traveler } => nameOfTraveler(traveler),
            { Key: "date", Value: string partial } => PartialDate(partial),
            { Key: "plan", Value: string plan } when notice.Arguments.FirstOrDefault(other => other.Key == "times").Value is int times =>
                Say("plan.times", ("times", times), ("plan", plan)),
            _ => argument.Value,
        })).ToArray();
        return Say($"{family}.{notice.Code}", arguments);
    }

    /// <summary>Name of a code, such as a strategy or a medium.</summary>
    public string Name(string kind, string code) => kind == "country" ? Country(code) : this[$"{kind}.{code}"];

    public string Show(object value) => value switch
    {
        Money money => Money(money),
        DateOnly date => Date(date),
        Share share => Percent(share.Value),
        NamedCode named => Name(named.Kind, named.Code),
        double number => Number(number),
        int number => number.ToString("N0", _culture),
        IFormattable other => other.ToString(null, _culture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>A currency's code with what people call it.</summary>
    public string Currency(string code) => Say("currency.named", ("code", code), ("name", this["currency." + code]));

    public string Money(Money money)
    {
        return (Find($"money.{money.Currency}") ?? $"{{amount}} {money.Currency}")
            .Replace("{amount}", money.Amount.ToString("N" + DecimalsOf(money), _culture), StringComparison.Ordinal);
    }

    /// <summary>An amount more or less, with its sign.</summary>
    public string Difference(Money money) =>
        money.Amount == 0
            ? Money(money)
            : Say(money.Amount > 0 ? "amount.more" : "amount.less", ("amount", money with { Amount = Math.Abs(money.Amount) }));

    /// <summary>
    /// With a capital first letter, in scripts that have capitals. Words such as eSIM stay as they are.
    /// </summary>
    public static string Sentence(string text) =>
        text.Length > 0 && !(text.Length > 1 && char.IsUpper(text[1])) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>Joins sentences, with a space between them in scripts that use one.</summary>
    public string Sentences(IEnumerable<string> sentences) =>
        sentences.Aggregate((first, next) => Say("sentences.two", ("first", first), ("next", next)));

    public string Date(DateOnly date) => date.ToString(this["format.date"], _culture);

    /// <summary>The calendar date in Japan at a moment.</summary>
    public static DateOnly DateIn(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime.AddHours(JapanTime.UtcOffsetHours));

    /// <summary>A date that may be only a month or a year, as sources give it.</summary>
    public string PartialDate(string? date) => date?.Length switch
    {
        4 => Say("format.year", ("year", date)),
        7 => DateOnly.ParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString(this["format.month"], _culture),
        10 => Date(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => this["unknown.date"],
    };

    /// <summary>Expected days, to a tenth.</summary>
    public string Days(double days) =>
        Math.Round(days, 1) is var rounded && rounded == 0 ? this["risk.days.none"] : Say("risk.days", ("days", rounded));

    public string Time(TimeOnly time) => time.ToString("HH:mm", _culture);

    public string Number(double number) => number.ToString("#,0.##", _culture);

    /// <summary>Gigabytes an hour or a day, to a megabyte, because messages use little.</summary>
    public string Gigabytes(double gigabytes) => gigabytes.ToString("#,0.###", _culture);

    public string Percent(double share) => share.ToString(share is > 0 and < 0.01 ? "P1" : "P0", _culture);

    /// <summary>A chance as people count it: "about 1 trip in 30".</summary>
    public string Chance(double chance) => chance switch
    {
        < 0.001 => this["chance.almost-never"],
        <= 0.5 => Say("chance.one-in", ("trips", (int)Math.Round(1 / chance))),
        _ => Say("chance.percent", ("share", new Share(chance))),
    };

    /// <summary>Name of a country, or its ISO code if the language has no name for it.</summary>
    public string Country(string code) => Find("country." + code) ?? code;

    private string TextFor(string key, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var text = this[key];
        foreach (var (name, value) in arguments)
        {
            if (value is 1 or 1.0
                && Counting.Contains(name)
                && text.Contains("{" + name + "}", StringComparison.Ordinal)
                && Find(key + ".one") is { } ofOne)
            {
                return ofOne;
            }
        }

        return text;
    }

    private string? Find(string key) => (texts ?? Resources).GetString(key, _culture);

    /// <summary>Decimals of its currency. Quotients, which are finer amounts, have at least two.</summary>
    private int DecimalsOf(Money money)
    {
        var decimals = rates is not null && rates.ByCurrency.TryGetValue(money.Currency, out var rate) ? rate.Decimals : UsualDecimals;
        var isWhole = money.Amount == Math.Truncate(money.Amount);
        return money.Amount.Scale > UsualDecimals && !(isWhole && decimals == 0) ? Math.Max(decimals, UsualDecimals) : decimals;
    }
}
