using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// The cheapest covers of one price table for every number of days: an unbounded covering problem over (days, price).
/// The best cover for more days uses the best covers for fewer days. So the table grows when a longer stay needs it,
/// and existing entries stay. Safe for use by several threads.
/// </summary>
public sealed class PriceCovers
{
    private const int FirstLength = 32;

    private readonly ImmutableArray<Price> _packs;

    private readonly ImmutableArray<decimal> _packAmounts;

    private readonly ImmutableArray<(Price Row, decimal Amount)> _rates;

    private readonly decimal _perPurchase;

    /// <summary>
    /// By number of days: the least cost of packs, the fewest purchases at that cost, and the last pack.
    /// </summary>
    private volatile Step[] _steps = [default];

    /// <summary>Prepares a price table.</summary>
    /// <param name="rows">Rows with a usable price, at least one, of one currency.</param>
    /// <param name="perPurchase">
    /// Extra amount of each purchase for the comparison (fees and set-up), in the currency of the rows.
    /// </param>
    public PriceCovers(ImmutableArray<Price> rows, decimal perPurchase)
    {
        _perPurchase = perPurchase;
        _packs = [.. rows.Where(row => !row.DayRate)];
        _packAmounts = [.. _packs.Select(row => row.Middle.Amount)];
        _rates = [.. rows.Where(row => row.DayRate).Select(row => (row, row.Middle.Amount))];
    }

    /// <summary>The cheapest cover. Of equal ones, the cover with the fewest purchases.</summary>
    /// <param name="days">Number of days to cover, at least 1.</param>
    public PriceCover Cheapest(int days)
    {
        if (_rates.IsEmpty && _packs is [var only])
        {
            var purchases = ((days - 1) / only.Days) + 1;
            return new PriceCover([(only, purchases, purchases * only.Days)]);
        }

        var steps = Upto(days);
        var best = _packs.IsEmpty ? default(RatedCover?) : new RatedCover(steps[days].Cost, steps[days].Purchases, null, 0);
        foreach (var (rate, amount) in _rates)
        {
            best = WithRate(rate, amount, days, steps, best);
        }

        return CoverOf(best!.Value, days, steps);
    }

    /// <summary>Covers some of the days at a rate and the others with packs.</summary>
    private RatedCover WithRate(Price rate, decimal amount, int days, Step[] steps, RatedCover? before)
    {
        var best = new RatedCover((amount * days) + _perPurchase, 1, rate, days);
        for (var rated = 1; rated < days && !_packs.IsEmpty; rated++)
        {
            var rest = steps[days - rated];
            best = best.Or(new RatedCover(rest.Cost + (amount * rated) + _perPurchase, rest.Purchases + 1, rate, rated));
        }

        return before is { } known ? known.Or(best) : best;
    }

    private PriceCover CoverOf(RatedCover cover, int days, Step[] steps)
    {
        var rows = ImmutableArray.CreateBuilder<(Price Row, int Purchases, int Days)>();
        AddPacks(rows, days - cover.Rated, steps);
        if (cover.Rate is { } rate)
        {
            rows.Add((rate, 1, cover.Rated));
        }

        return new PriceCover(rows.DrainToImmutable());
    }

    /// <summary>Adds the packs for a number of days, longest row first.</summary>
    private void AddPacks(ImmutableArray<(Price Row, int Purchases, int Days)>.Builder rows, int days, Step[] steps)
    {
        if (days == 0)
        {
            return;
        }

        Span<int> counts = stackalloc int[_packs.Length];
        for (var day = days; day > 0; day -= _packs[steps[day].Pack].Days)
        {
            counts[steps[day].Pack]++;
        }

        for (var pack = 0; pack < counts.Length; pack++)
        {
            if (counts[pack] > 0)
            {
                var at = rows.Count;
                while (at > 0 && rows[at - 1].Row.Days < _packs[pack].Days)
                {
                    at--;
                }

                rows.Insert(at, (_packs[pack], counts[pack], counts[pack] * _packs[pack].Days));
            }
        }
    }

    private Step[] Upto(int days)
    {
        var known = _steps;
        if (days < known.Length || _packs.IsEmpty)
        {
            return known;
        }

        var steps = new Step[Math.Max(FirstLength, Math.Max(days + 1, 2 * known.Length))];
        known.CopyTo(steps, 0);
        for (var day = known.Length; day < steps.Length; day++)
        {
            steps[day] = Next(steps, day);
        }

        return _steps = steps;
    }

    private Step Next(Step[] steps, int day)
    {
        var best = new Step(decimal.MaxValue, int.MaxValue, -1);
        for (var pack = 0; pack < _packs.Length; pack++)
        {
            var rest = steps[Math.Max(0, day - _packs[pack].Days)];
            var (cost, purchases) = (rest.Cost + _packAmounts[pack] + _perPurchase, rest.Purchases + 1);
            if (cost < best.Cost || (cost == best.Cost && purchases < best.Purchases))
            {
                best = new Step(cost, purchases, pack);
            }
        }

        return best;
    }

    private readonly record struct Step(decimal Cost, int Purchases, int Pack);

    /// <summary>A cover with at most one rate.</summary>
    /// <param name="Cost">Price and extra amounts.</param>
    /// <param name="Purchases">Number of purchases.</param>
    /// <param name="Rate">Rate of one day for some of the days; null where packs cover all days.</param>
    /// <param name="Rated">Number of days at the rate.</param>
    private readonly record struct RatedCover(decimal Cost, int Purchases, Price? Rate, int Rated)
    {
        public RatedCover Or(in RatedCover other) =>
            other.Cost < Cost || (other.Cost == Cost && other.Purchases < Purchases) ? other : this;
    }
}
