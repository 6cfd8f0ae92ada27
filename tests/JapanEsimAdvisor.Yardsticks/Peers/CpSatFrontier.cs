using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Questions.Certainty;

namespace JapanEsimAdvisor.Yardsticks.Peers;

/// <summary>
/// Price against shortfall by CP-SAT, exact by the ε-constraint method (Haimes, Lasdon and Wismer 1971): the cheapest
/// basket, of the cheapest the one of least shortfall, then the cheapest that spares more than
/// <see cref="Frontier.GrainGb"/>, until there is none.
/// </summary>
/// <param name="offers">Pods to choose from.</param>
public sealed class CpSatFrontier(FrontierOffers offers)
{
    private const double PerYen = 1000;

    private const double PerGb = 1_000_000;

    private const long Grain = (long)(Frontier.GrainGb * PerGb);

    private readonly long[] _prices = [.. offers.Offers.Select(offer => (long)Math.Round(offer.Price * PerYen))];

    private readonly long[] _shortfalls = [.. offers.Offers.Select(offer => (long)Math.Round(offer.ShortfallGb * PerGb))];

    /// <summary>
    /// Yen by which the solver's baskets, of thousandths of a yen a pod, may differ from those in full precision: half
    /// a thousandth for each pod of either, and as much again because baskets so near in price count as equal in price.
    /// </summary>
    public double ToleranceYen => 2 * SamePrice / PerYen;

    /// <summary>GB by which they may, of kilobytes a pod.</summary>
    public double ToleranceGb => offers.People.Sum() / PerGb;

    /// <summary>Thousandths of a yen that rounding pod by pod can put between baskets of one price.</summary>
    private int SamePrice => offers.People.Sum();

    /// <summary>Every basket, cheapest first; empty where the party cannot be served.</summary>
    public ImmutableArray<CpSatPoint> Solve()
    {
        var points = ImmutableArray.CreateBuilder<CpSatPoint>();
        var times = Cheapest(null);
        while (times is not null)
        {
            points.Add(PointOf(times));
            times = Cheapest(Dot(_shortfalls, times) - Grain - 1);
        }

        return points.ToImmutable();
    }

    /// <summary>
    /// The cheapest basket of at most this shortfall, and of the cheapest the one of least shortfall; null where there
    /// is none.
    /// </summary>
    /// <param name="mostGb">GB; more by <see cref="ToleranceGb"/> will do.</param>
    public CpSatPoint? At(double mostGb) =>
        Cheapest((long)Math.Ceiling((mostGb + ToleranceGb) * PerGb)) is { } times ? PointOf(times) : null;

    private int[]? Cheapest(long? most)
    {
        if (most < 0 || offers.People.Where((_, type) => !offers.Offers.Any(offer => offer.Counts[type] > 0)).Any())
        {
            return null;
        }

        var model = new CpSatModel(offers.People, [.. offers.Offers.Select(offer => offer.Counts)]);
        if (most is { } limit)
        {
            model.AtMost(_shortfalls, limit);
        }

        if (model.Minimize(_prices) is not { } cheapest)
        {
            return null;
        }

        model.AtMost(_prices, Dot(_prices, cheapest) + SamePrice);
        return model.Minimize(_shortfalls);
    }

    private CpSatPoint PointOf(int[] times) => new(Sum(times, offer => offer.Price), Sum(times, offer => offer.ShortfallGb));

    private static long Dot(long[] weights, int[] times) => weights.Zip(times).Sum(pair => pair.First * pair.Second);

    private double Sum(int[] times, Func<FrontierOffer, double> figure) =>
        offers.Offers.Zip(times).Sum(pair => figure(pair.First) * pair.Second);
}

/// <summary>A basket as the solver found it, summed up from its pods in full precision.</summary>
/// <param name="Price">Yen.</param>
/// <param name="ShortfallGb">GB of expected use past full speed.</param>
public readonly record struct CpSatPoint(double Price, double ShortfallGb);
