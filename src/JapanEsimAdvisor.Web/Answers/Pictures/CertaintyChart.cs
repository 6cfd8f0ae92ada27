using System.Collections.Immutable;
using System.Text;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>
/// The price of certainty as a line of steps: to the right what a basket costs, upward how much of the use it serves at full speed. The line goes through
/// every basket of the frontier; those the table lists have a dot and a label.
/// </summary>
public sealed record CertaintyChart
{
    public const int Width = 328;

    public const double Left = 42;

    public const double Right = 200;

    public const double Top = 24;

    private const double Margin = 10;

    private const double Foot = 28;

    private const double LeastHeight = 130;

    private const int MostShares = 4;

    private const double LeastShareStep = 0.01;

    public required ImmutableArray<CertaintyDot> Dots { get; init; }

    /// <summary>Shares along the left edge, with their heights.</summary>
    public required ImmutableArray<(double Y, string Text)> Shares { get; init; }

    public required string Steps { get; init; }

    public required double Bottom { get; init; }

    public required string Text { get; init; }

    public double Height => Bottom + Foot;

    /// <summary>Null where there is one basket only: nothing to compare.</summary>
    public static CertaintyChart? Of(AdviceView view)
    {
        var few = view.Choice.Excerpt;
        return few.Count > 1 ? Draw(view, few, new Field(view.Choice.Frontier, few, Top + Math.Max(LeastHeight, few.Sum(point => CertaintyDot.LabelHeight(view, point))))) : null;
    }

    private static CertaintyChart Draw(AdviceView view, IReadOnlyList<CertaintyPoint> few, Field field)
    {
        var middles = LabelColumn.Spread([.. few.Select(point => (field.Y(point), CertaintyDot.LabelHeight(view, point)))], Top, field.Bottom);
        var prices = few.Select(point => view.CostOf(point.Answer).Price).ToList();
        return new CertaintyChart
        {
            Dots = [.. few.Select((point, index) => new CertaintyDot(view, point, prices[index], Field.X((double)prices[index].Amount, prices), field.Y(point), middles[index]))],
            Shares = [.. field.Shares.Ticks.Select(share => (field.Y(share), view.Words.Percent(share)))],
            Steps = field.Steps(view, prices),
            Bottom = field.Bottom,
            Text = view.Words.Say("picture.certainty", ("count", few.Count), ("low", prices[0]), ("high", prices[^1])),
        };
    }

    /// <summary>Where prices and shares lie.</summary>
    private sealed class Field(ImmutableArray<CertaintyPoint> line, IReadOnlyList<CertaintyPoint> few, double bottom)
    {
        public double Bottom { get; } = bottom;

        public Axis Shares { get; } = Axis.Of(few.Min(ShareOf), few.Max(ShareOf), MostShares, LeastShareStep);

        public double Y(CertaintyPoint point) => Y(ShareOf(point));

        public double Y(double share) => Shares.Place(share, Bottom, Top);

        /// <summary>From the cheapest of the list to the dearest.</summary>
        public static double X(double price, List<Money> prices)
        {
            var (least, most) = ((double)prices[0].Amount, (double)prices[^1].Amount);
            return most > least ? Left + Margin + ((price - least) / (most - least) * (Right - Left - (2 * Margin))) : (Left + Right) / 2;
        }

        /// <summary>Along each basket's share to the next one's price, then up.</summary>
        public string Steps(AdviceView view, List<Money> prices)
        {
            var path = new StringBuilder();
            foreach (var point in line.Where(point => point.IsOnFrontier))
            {
                var (x, y) = (X((double)view.CostOf(point.Answer).Price.Amount, prices), Y(point));
                path.Append(path.Length == 0 ? Svg.Move(x, y) : $"H{Svg.Px(x)}V{Svg.Px(y)}");
            }

            return path.Append('H').Append(Svg.Px(Right)).ToString();
        }

        private static double ShareOf(CertaintyPoint point) => point.Answer.Risk!.FullSpeedShare;
    }
}

/// <summary>A basket on the chart, with its label at the right.</summary>
/// <param name="Middle">Middle of the label.</param>
public sealed record CertaintyDot(AdviceView View, CertaintyPoint Point, Money Price, double X, double Y, double Middle)
{
    /// <summary>Room for a finger on the narrowest phones too, where the picture is drawn at 0.88 of its size.</summary>
    private const double OneLine = 30;

    private const double TwoLines = 40;

    public bool IsShown => Is(View, Point);

    public string Label => View.Words.Money(Price);

    /// <summary>Our advice, or the one shown above; null of the others.</summary>
    public string? Note => (Point.IsAdvised, IsShown) switch
    {
        (true, _) => View.Words["result.our-advice"],
        (_, true) => View.Words["choice.shown"],
        _ => null,
    };

    /// <summary>What a link to this basket says to those who do not see the picture.</summary>
    public string Spoken => View.Words.Say("picture.step", ("price", Price), ("share", new Share(Point.Answer.Risk!.FullSpeedShare)));

    public double Room => LabelHeight(View, Point);

    /// <summary>Along below the steps to the edge, then to the label.</summary>
    public string Leader => $"{Svg.Move(X, Y)}H{Svg.Px(CertaintyChart.Right)}{Svg.Line(CertaintyChart.Right + 14, Middle)}";

    public static double LabelHeight(AdviceView view, CertaintyPoint point) => point.IsAdvised || Is(view, point) ? TwoLines : OneLine;

    private static bool Is(AdviceView view, CertaintyPoint point) => point.Basket.Id == view.Shown?.Basket?.Id;
}
