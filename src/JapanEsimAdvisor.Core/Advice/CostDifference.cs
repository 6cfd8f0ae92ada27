using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Compares the rows of two cost sheets.</summary>
public static class CostDifference
{
    /// <summary>
    /// One row for each code with different amounts, the largest extra cost first, savings (below 0) last. Their sum is
    /// the difference of the two displayed totals.
    /// </summary>
    /// <param name="sheet">A cost sheet.</param>
    /// <param name="than">The sheet to compare with, in the same currency.</param>
    public static ImmutableArray<CostRow> Between(CostSheet sheet, CostSheet than) =>
    [
        .. CostParts.All
            .Select(part => new CostRow(part.Code, part.Group, new Money(Sum(sheet, part.Code) - Sum(than, part.Code), sheet.Currency)))
            .Where(row => row.Amount.Amount != 0)
            .OrderByDescending(row => row.Amount.Amount),
    ];

    private static decimal Sum(CostSheet sheet, string code) => sheet.Rows.Where(row => row.Code == code).Sum(row => row.Amount.Amount);
}
