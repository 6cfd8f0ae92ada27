using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>When the advice would change, in words: what page and API both say.</summary>
public sealed class FlipView(AdviceView view, FlipPoints flips)
{
    private const int Digits = 3;

    private const int DigitsOfATextBelowOne = 2;

    public FlipPoints Flips { get; } = flips;

    public string TextOf(FlipPoint point) => Sentence(When(point.Factor, point.Direction, point.Value), What(point));

    public string TextOf(SharingBreakEven sharing) => Sentence(
        When(sharing.Factor, sharing.Direction, sharing.Value),
        sharing.PaysBelow == (sharing.Direction == FlipDirection.Below) ? view.Words["flip.what.sharing"] : view.Words["flip.what.not-sharing"]);

    /// <summary>In the reader's currency; null where unknown.</summary>
    public Money? Saving(double? yen) => yen is { } known ? view.InCurrency(known) : null;

    public static string UnitOf(FlipFactor factor) => factor switch
    {
        FlipFactor.DailyUse => "gb-per-person-per-day",
        FlipFactor.HoursApart => "hours-per-day",
        FlipFactor.Length => "days",
        _ => "people",
    };

    /// <summary>Daily use is found to a percent and told in three digits; the rest as it is.</summary>
    public static double ValueOf(FlipFactor factor, double value) => factor == FlipFactor.DailyUse ? Rounded(value, Digits) : value;

    private string Sentence(string when, string what) => view.Words.Say("flip.sentence", ("when", when), ("what", what));

    private string When(FlipFactor factor, FlipDirection direction, double value) => (factor, direction) switch
    {
        (FlipFactor.DailyUse, FlipDirection.Below) => view.Words.Say("flip.when.use-below", ("gb", Gb(value))),
        (FlipFactor.DailyUse, _) => view.Words.Say("flip.when.use-above", ("gb", Gb(value))),
        (FlipFactor.HoursApart, FlipDirection.Below) when value == 0 => view.Words["flip.when.never-apart"],
        (FlipFactor.HoursApart, FlipDirection.Below) => view.Words.Say("flip.when.apart-below", ("hours", value)),
        (FlipFactor.HoursApart, _) => view.Words.Say("flip.when.apart-above", ("hours", value)),
        (FlipFactor.Length, FlipDirection.Below) => view.Words.Say("flip.when.days-below", ("days", (int)value)),
        (FlipFactor.Length, _) => view.Words.Say("flip.when.days-above", ("days", (int)value)),
        (_, FlipDirection.Below) => view.Words.Say("flip.when.people-below", ("people", (int)value)),
        _ => view.Words.Say("flip.when.people-above", ("people", (int)value)),
    };

    private string What(FlipPoint point) => point.To switch
    {
        null => view.Words["flip.what.none"],
        "per-person" when PeopleAt(point) == 1 => view.Words["flip.what.alone"],
        "per-person" => view.Words["flip.what.per-person"],
        "shared-hotspot" => view.Words["flip.what.shared-hotspot"],
        "pocket-wifi" => view.Words["flip.what.pocket-wifi"],
        _ => view.Words["flip.what.mix"],
    };

    private int PeopleAt(FlipPoint point) => point.Factor == FlipFactor.GroupSize ? (int)point.Value : view.Advice.Trip.People;

    /// <summary>With as many decimals as the figure needs, however small.</summary>
    private static decimal Gb(double value) => (decimal)Rounded(value, value < 1 ? DigitsOfATextBelowOne : Digits);

    private static double Rounded(double value, int digits) => Math.Round(value, Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(value)), 0, 15));
}
