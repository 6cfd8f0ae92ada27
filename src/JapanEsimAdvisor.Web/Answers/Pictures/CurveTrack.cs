using System.Collections.Immutable;
using System.Text;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>One way's line on a chart: its marks, and where its letter stands at the right.</summary>
/// <param name="Path">Broken where the way is not possible.</param>
/// <param name="Stops">Points, left to right.</param>
/// <param name="Middle">Height of the letter.</param>
public sealed record CurveTrack(string Strategy, string Path, ImmutableArray<(double X, double Y)> Stops, double Middle)
{
    private const double LetterRoom = 22;

    /// <summary>A shape for each strategy, so that lines differ without color.</summary>
    public string Shape => Strategy switch
    {
        "per-person" => "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0",
        "shared-hotspot" => "M-3.5 -3.5h7v7h-7z",
        "pocket-wifi" => "M0 -4.5l4.5 8h-9z",
        _ => "M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
    };

    /// <summary>From the last point to the letter.</summary>
    public string Leader => Svg.Move(Stops[^1].X, Stops[^1].Y) + Svg.Line(CurveChart.Right, Stops[^1].Y) + Svg.Line(CurveChart.Right + 10, Middle);

    /// <summary>Those that are possible somewhere; the mix first, which is drawn broad, under the way it may be the same as.</summary>
    public static ImmutableArray<CurveTrack> Of(ImmutableArray<string> strategies, ImmutableArray<CurveRow> rows, Func<int, double> across, Func<Money, double> up)
    {
        var stops = strategies.Select((_, way) => StopsOf(way, rows, across, up)).ToList();
        var drawn = Enumerable.Range(0, strategies.Length).Where(way => stops[way].Any(stop => stop is not null)).ToList();
        var middles = LabelColumn.Spread([.. drawn.Select(way => (stops[way].Last(stop => stop is not null)!.Value.Y, LetterRoom))], CurveChart.Top - 8, CurveChart.Bottom + 8);
        return
        [
            .. drawn.Select((way, index) => new CurveTrack(strategies[way], PathOf(stops[way]), [.. stops[way].OfType<(double, double)>()], middles[index])).Reverse(),
        ];
    }

    private static List<(double X, double Y)?> StopsOf(int way, ImmutableArray<CurveRow> rows, Func<int, double> across, Func<Money, double> up) =>
        [.. rows.Select(row => row.Prices[way] is { } price ? (across(row.Value), up(price)) : ((double, double)?)null)];

    private static string PathOf(List<(double X, double Y)?> stops)
    {
        var path = new StringBuilder();
        for (var index = 0; index < stops.Count; index++)
        {
            if (stops[index] is { } stop)
            {
                path.Append(index > 0 && stops[index - 1] is not null ? Svg.Line(stop.X, stop.Y) : Svg.Move(stop.X, stop.Y));
            }
        }

        return path.ToString();
    }
}
