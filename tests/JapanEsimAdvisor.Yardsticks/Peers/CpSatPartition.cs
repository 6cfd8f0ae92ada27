using JapanEsimAdvisor.Core.Arrangements;

namespace JapanEsimAdvisor.Yardsticks.Peers;

/// <summary>
/// The best basket of a strategy by CP-SAT: coordinates before the total weighted so that none of a later one outweighs
/// it.
/// </summary>
public static class CpSatPartition
{
    /// <summary>
    /// Yen by which two baskets may differ and the solver, which reckons in thousandths of a yen a pod, still take them
    /// for equal: half a thousandth for each pod of either.
    /// </summary>
    public static double ToleranceYen(StrategyOffers offers) => offers.People.Sum() / PerYen;

    private const double PerYen = 1000;

    /// <summary>The score of the basket found, summed up from the pods in full precision; null where there is none.</summary>
    public static Score? Best(StrategyOffers offers)
    {
        if (offers.People.Where((_, type) => !offers.Offers.Any(offer => offer.Counts[type] > 0)).Any())
        {
            return null;
        }

        var model = new CpSatModel(offers.People, [.. offers.Offers.Select(offer => offer.Counts)]);
        if (offers.NeedsMark)
        {
            model.AtLeastOneOf(Enumerable.Range(0, offers.Offers.Length).Where(pod => offers.Offers[pod].Marks));
        }

        return model.Minimize(WeightsOf(offers)) is { } times ? Sum(offers, times) : null;
    }

    private static long[] WeightsOf(StrategyOffers offers)
    {
        var people = offers.People.Sum();
        var unmet = (people * offers.Offers.Max(offer => InThousandths(offer.Score.Total))) + 1;
        var first = unmet * (people + 1);
        return [.. offers.Offers.Select(offer =>
            (offer.Score.First * first) + (offer.Score.Unmet * unmet) + InThousandths(offer.Score.Total))];
    }

    private static long InThousandths(double yen) => (long)Math.Round(yen * PerYen);

    private static Score Sum(StrategyOffers offers, int[] times)
    {
        var sum = default(Score);
        for (var pod = 0; pod < times.Length; pod++)
        {
            for (var time = 0; time < times[pod]; time++)
            {
                sum += offers.Offers[pod].Score;
            }
        }

        return sum;
    }
}
