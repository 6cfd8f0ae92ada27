using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>In which rows one basket costs more than another.</summary>
public static class CostDifference
{
    /// <summary>
    /// A row for each code in which the two differ as shown, the largest loss first, savings (below 0) last. Their sum is the difference of the two totals
    /// shown.
    /// </summary>
    public static ImmutableArray<CostRow> Between(CostSheet sheet, CostSheet than) =>
    [
        .. CostParts.All
            .Select(part => new CostRow(part.Code, part.Group, new Money(Sum(sheet, part.Code) - Sum(than, part.Code), sheet.Currency)))
            .Where(row => row.Amount.Amount != 0)
            .OrderByDescending(row => row.Amount.Amount),
    ];

    private static decimal Sum(CostSheet sheet, string code) => sheet.Rows.Where(row => row.Code == code).Sum(row => row.Amount.Amount);
}
