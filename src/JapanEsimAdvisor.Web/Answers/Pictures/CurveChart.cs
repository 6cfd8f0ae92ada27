using System.Collections.Immutable;
using System.Globalization;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>What each way costs against days or people, a line a way, in the reader's currency.</summary>
public sealed record CurveChart
{
    public const int Width = 328;

    public const double Top = 16;

    public const double Bottom = 216;

    public const double Right = 284;

    public const int Height = 252;

    public const double FigureSize = 12.5;

    private const double Margin = 8;

    private const int MostPrices = 4;

    /// <summary>Figures along the foot that stand side by side without touching.</summary>
    private const int MostFigures = 8;

    /// <summary>length, size.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>What stands along the foot.</summary>
    public required string Unit { get; init; }

    public required double Left { get; init; }

    public required ImmutableArray<(double Y, string Text)> Prices { get; init; }

    /// <summary>Days or people along the foot; those without a text have a tick alone.</summary>
    public required ImmutableArray<(double X, string? Text, bool IsPresent)> Figures { get; init; }

    public required ImmutableArray<CurveTrack> Tracks { get; init; }

    public required ImmutableArray<CurveRow> Rows { get; init; }

    /// <summary>Null where there is one point only, or none that has a price: nothing to draw.</summary>
    /// <param name="kind">length, size: the end of the keys of its texts.</param>
    public static CurveChart? Of(AdviceView view, ImmutableArray<CurvePoint> points, string kind)
    {
        var rows = points.Select(point => CurveRow.Of(view, point)).ToImmutableArray();
        return rows.Count(row => row.Prices.Any(price => price is not null)) > 1 ? Draw(view, rows, kind) : null;
    }

    private static CurveChart Draw(AdviceView view, ImmutableArray<CurveRow> rows, string kind)
    {
        var most = rows.SelectMany(row => row.Prices).Max(price => price?.Amount ?? 0);
        var axis = Axis.Of(0, (double)most, MostPrices, (double)MinorUnit(view));
        var prices = axis.Ticks.Select(price => (Y: axis.Place(price, Bottom, Top), Text: view.Words.Money(new Money((decimal)price, view.Currency)))).ToImmutableArray();
        var left = prices.Max(price => TextWidth.Of(price.Text, FigureSize)) + 8;
        return new CurveChart
        {
            Kind = kind,
            Text = view.Words.Say("picture." + kind, ("least", rows[0].Value), ("most", rows[^1].Value)),
            Unit = view.Words[kind == "length" ? "curves.days" : "curves.people"],
            Left = left,
            Prices = prices,
            Figures = [.. rows.Select((row, index) => (PlaceOf(row.Value, rows, left), HasFigure(rows, index) ? row.Value.ToString(CultureInfo.InvariantCulture) : null, row.IsPresent))],
            Tracks = CurveTrack.Of([.. view.Advice.Answers.Select(answer => answer.Strategy)], rows, value => PlaceOf(value, rows, left), price => axis.Place((double)price.Amount, Bottom, Top)),
            Rows = rows,
        };
    }

    private static decimal MinorUnit(AdviceView view) => view.Catalog.Rates.ByCurrency[view.Currency].MinorUnit;

    private static double PlaceOf(int value, ImmutableArray<CurveRow> rows, double left) =>
        left + Margin + ((value - rows[0].Value) / (double)(rows[^1].Value - rows[0].Value) * (Right - left - (2 * Margin)));

    /// <summary>All, or every other one counted from the present one.</summary>
    private static bool HasFigure(ImmutableArray<CurveRow> rows, int index) =>
        rows.Length <= MostFigures || (index - rows.IndexOf(rows.First(row => row.IsPresent))) % 2 == 0;
}

/// <summary>The four prices for one length or size, as the table shows them.</summary>
/// <param name="Value">Days or people.</param>
/// <param name="Prices">In the order of the answers; null where the way is not possible.</param>
public sealed record CurveRow(int Value, bool IsPresent, ImmutableArray<Money?> Prices)
{
    public static CurveRow Of(AdviceView view, CurvePoint point) => new(point.Value, point.IsPresent, [.. point.Prices.Select(price => PriceOf(view, price.Basket, point))]);

    /// <summary>The price the page of that trip would show.</summary>
    private static Money? PriceOf(AdviceView view, Basket? basket, CurvePoint point) => basket is null
        ? null
        : CostSheet.Of(basket, point.Trip.People, point.Trip.Stay.CalendarDays, view.Currency, view.Catalog.Rates).Price;
}
