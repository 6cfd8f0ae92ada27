namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// The nearest value of a factor, on one side of the present value, at which another strategy is recommended.
/// </summary>
/// <param name="Factor">The factor.</param>
/// <param name="Direction">Side of the value, seen from the present value.</param>
/// <param name="Value">In the unit of the factor. Days and people are whole numbers.</param>
/// <param name="From">Name of the strategy that is recommended at the present value.</param>
/// <param name="To">
/// Name of the strategy that is recommended at the value; null where no strategy can serve the party.
/// </param>
/// <param name="SavingBefore">
/// Unrounded yen of expected total that From saves compared with To, one step of the grid before the flip. Null where
/// To is the mix (it is never more expensive), where To cannot serve the party, or where the two meet a different
/// number of limits.
/// </param>
/// <param name="SavingAfter">
/// Unrounded yen that To saves compared with From, at the first step of the grid after the flip. Null in the same
/// cases, with the two strategies exchanged.
/// </param>
public sealed record FlipPoint(
    FlipFactor Factor,
    FlipDirection Direction,
    double Value,
    string From,
    string? To,
    double? SavingBefore,
    double? SavingAfter);

/// <summary>
/// The nearest value of a factor at which the order of sharing and not sharing changes. It compares the best basket
/// with a client person and the best basket without one.
/// </summary>
/// <param name="Factor">The factor.</param>
/// <param name="Direction">Side of the value, seen from the present value.</param>
/// <param name="Value">
/// In the unit of the factor: the first value after the change, seen from the present value.
/// </param>
/// <param name="PaysBelow">True where sharing is better below the value, false where it is better above.</param>
public sealed record SharingBreakEven(FlipFactor Factor, FlipDirection Direction, double Value, bool PaysBelow);
