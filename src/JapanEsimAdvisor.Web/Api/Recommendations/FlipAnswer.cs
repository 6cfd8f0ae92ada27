using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>The nearest value of one factor, on one side of the present one, at which another strategy is recommended.</summary>
public sealed class FlipPointAnswer(FlipView view, FlipPoint point)
{
    public FlipFactor Factor { get; } = point.Factor;

    /// <summary>Seen from the trip as it is.</summary>
    public FlipDirection Direction { get; } = point.Direction;

    /// <summary>The first value with the new strategy.</summary>
    public double Value { get; } = FlipView.ValueOf(point.Factor, point.Value);

    public string Unit { get; } = FlipView.UnitOf(point.Factor);
    public string From { get; } = point.From;

    /// <summary>Null where nobody can be served there.</summary>
    public string? To { get; } = point.To;

    /// <summary>What from saves against to a step before; null where money does not say it.</summary>
    public Money? SavingBefore { get; } = view.Saving(point.SavingBefore);

    /// <summary>What to saves against from a step beyond; null likewise.</summary>
    public Money? SavingAfter { get; } = view.Saving(point.SavingAfter);

    public string Text { get; } = view.TextOf(point);
}

/// <summary>The nearest value of one factor at which sharing a connection and not sharing change places.</summary>
public sealed class SharingBreakEvenAnswer(FlipView view, SharingBreakEven sharing)
{
    public FlipFactor Factor { get; } = sharing.Factor;

    /// <summary>Where the value lies, seen from the trip as it is.</summary>
    public FlipDirection Direction { get; } = sharing.Direction;

    /// <summary>The first value on the far side.</summary>
    public double Value { get; } = FlipView.ValueOf(sharing.Factor, sharing.Value);

    public string Unit { get; } = FlipView.UnitOf(sharing.Factor);

    /// <summary>True where sharing pays on the side of smaller values.</summary>
    public bool PaysBelow { get; } = sharing.PaysBelow;

    public string Text { get; } = view.TextOf(sharing);
}
