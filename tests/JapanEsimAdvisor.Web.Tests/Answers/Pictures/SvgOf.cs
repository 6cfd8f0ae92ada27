using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace JapanEsimAdvisor.Web.Tests.Answers.Pictures;

/// <summary>Figures read back from what was drawn and what was written.</summary>
internal static partial class SvgOf
{
    /// <summary>A unit of the picture's grid.</summary>
    public const double Grain = 0.11;

    public static double Number(this IElement element, string name) =>
        double.Parse(element.GetAttribute(name)!, CultureInfo.InvariantCulture);

    /// <summary>Where a mark was shifted to.</summary>
    public static (double X, double Y) Place(this IElement element)
    {
        var numbers = NumberPattern()
            .Matches(element.GetAttribute("transform")!)
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))
            .ToList();
        return (numbers[0], numbers[1]);
    }

    /// <summary>The amount in a text; null where there is none.</summary>
    public static double? Amount(string text) => NumberPattern().Match(text) is { Success: true } match
        ? double.Parse(match.Value.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture)
        : null;

    /// <summary>Drawn places lie on one straight scale with the figures they stand for.</summary>
    public static void Scaled(IReadOnlyList<(double Figure, double Place)> points)
    {
        var (low, high) = (points.MinBy(point => point.Figure), points.MaxBy(point => point.Figure));
        Assert.True(high.Figure > low.Figure);
        Assert.All(
            points,
            point => Assert.Equal(
                low.Place + ((point.Figure - low.Figure) / (high.Figure - low.Figure) * (high.Place - low.Place)), point.Place, Grain));
    }

    [GeneratedRegex("-?[0-9][0-9,]*(?:[.][0-9]+)?")]
    private static partial Regex NumberPattern();
}
