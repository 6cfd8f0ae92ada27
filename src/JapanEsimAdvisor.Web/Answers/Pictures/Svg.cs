using System.Globalization;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>Figures and paths as SVG writes them, whatever the language of the page.</summary>
public static class Svg
{
    /// <summary>To a tenth of a unit.</summary>
    public static string Px(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Move(double x, double y) => $"M{Px(x)} {Px(y)}";

    public static string Line(double x, double y) => $"L{Px(x)} {Px(y)}";

    public static string Shift(double x, double y) => $"translate({Px(x)} {Px(y)})";
}
