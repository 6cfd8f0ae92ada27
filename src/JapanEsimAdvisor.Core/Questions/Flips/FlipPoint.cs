namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>The nearest value of a factor, on one side of the present one, at which another strategy is recommended.</summary>
/// <param name="Value">In the factor's unit; days and people whole.</param>
/// <param name="From">Name of the strategy recommended from the present value up to here.</param>
/// <param name="To">Name of the strategy recommended at the value; null where nobody can be served there.</param>
/// <param name="SavingBefore">
/// Unrounded yen of expected total that From saves against To one step of the grid before the flip; null where To is the mix (never dearer, so nothing to
/// save), cannot serve the party there or meets fewer or more limits.
/// </param>
/// <param name="SavingAfter">What To saves against From at the first step of the grid beyond; null likewise.</param>
public sealed record FlipPoint(
    FlipFactor Factor,
    FlipDirection Direction,
    double Value,
    string From,
    string? To,
    double? SavingBefore,
    double? SavingAfter);

/// <summary>The nearest value of a factor at which sharing and not sharing change places: the best basket with a client person and the best without.</summary>
/// <param name="Value">In the factor's unit: the first value on the far side, seen from the present one.</param>
/// <param name="Direction">Where the value lies, seen from the present one.</param>
/// <param name="PaysBelow">True where sharing is better below the value, false where above.</param>
public sealed record SharingBreakEven(FlipFactor Factor, FlipDirection Direction, double Value, bool PaysBelow);
