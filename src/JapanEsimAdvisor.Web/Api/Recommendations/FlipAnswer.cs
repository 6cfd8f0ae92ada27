using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>The nearest value of one factor, on one side of the present one, at which another strategy is recommended.</summary>
/// <param name="Direction">Seen from the trip as it is.</param>
/// <param name="Value">The first value with the new strategy.</param>
/// <param name="To">Null where nobody can be served there.</param>
/// <param name="SavingBefore">What from saves against to a step before; null where money does not say it.</param>
/// <param name="SavingAfter">What to saves against from a step beyond; null likewise.</param>
public sealed record FlipPointAnswer(
    FlipFactor Factor,
    FlipDirection Direction,
    double Value,
    string Unit,
    string From,
    string? To,
    Money? SavingBefore,
    Money? SavingAfter,
    string Text)
{
    public static FlipPointAnswer Of(FlipView view, FlipPoint point) => new(
        point.Factor,
        point.Direction,
        FlipView.ValueOf(point.Factor, point.Value),
        FlipView.UnitOf(point.Factor),
        point.From,
        point.To,
        view.Saving(point.SavingBefore),
        view.Saving(point.SavingAfter),
        view.TextOf(point));
}

/// <summary>The nearest value of one factor at which sharing a connection and not sharing change places.</summary>
/// <param name="Direction">Where the value lies, seen from the trip as it is.</param>
/// <param name="Value">The first value on the far side.</param>
/// <param name="PaysBelow">True where sharing pays on the side of smaller values.</param>
public sealed record SharingBreakEvenAnswer(FlipFactor Factor, FlipDirection Direction, double Value, string Unit, bool PaysBelow, string Text)
{
    public static SharingBreakEvenAnswer Of(FlipView view, SharingBreakEven sharing) => new(
        sharing.Factor,
        sharing.Direction,
        FlipView.ValueOf(sharing.Factor, sharing.Value),
        FlipView.UnitOf(sharing.Factor),
        sharing.PaysBelow,
        view.TextOf(sharing));
}
