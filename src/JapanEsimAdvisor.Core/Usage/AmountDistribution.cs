using System.Buffers;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// A discrete distribution of amounts (yen, packs or GB, at least 0), for quantiles of sums and mixtures. Its size is
/// bounded: amounts that are less likely than <see cref="Grain"/> are joined with their neighbors at their common mean.
/// The amount 0 is never joined. So means and likely amounts are exact, and each operation changes a chance by at most
/// the grain.
/// </summary>
public sealed class AmountDistribution
{
    private const double Grain = 1.0 / 256;

    private const int Cells = 2048;

    private readonly double[] _amounts;

    private readonly double[] _chances;

    private AmountDistribution(double[] amounts, double[] chances)
    {
        _amounts = amounts;
        _chances = chances;
    }

    /// <summary>The amount 0 with chance 1.</summary>
    public static AmountDistribution Nothing { get; } = new([0], [1]);

    /// <summary>Number of possible amounts, at least 1.</summary>
    public int Count => _amounts.Length;

    /// <summary>The expected amount.</summary>
    public double Mean
    {
        get
        {
            double mean = 0;
            for (var i = 0; i < _amounts.Length; i++)
            {
                mean += _amounts[i] * _chances[i];
            }

            return mean;
        }
    }

    /// <summary>A distribution of given amounts.</summary>
    /// <param name="atoms">Amounts in ascending order, with chances that sum to 1.</param>
    public static AmountDistribution Of(IEnumerable<(double Amount, double Chance)> atoms)
    {
        var joined = new Joined();
        foreach (var (amount, chance) in atoms)
        {
            joined.Add(amount * chance, chance);
        }

        return joined.ToDistribution();
    }

    /// <summary>The mixture of several distributions.</summary>
    /// <param name="distributions">At least one.</param>
    /// <param name="weights">One for each distribution, at least 0, not all 0. They need not sum to 1.</param>
    public static AmountDistribution Mix(ReadOnlySpan<AmountDistribution> distributions, ReadOnlySpan<double> weights)
    {
        double most = 0, sum = 0;
        for (var i = 0; i < distributions.Length; i++)
        {
            most = Math.Max(most, distributions[i]._amounts[^1]);
            sum += weights[i];
        }

        using var cells = new CellSums(most);
        for (var i = 0; i < distributions.Length; i++)
        {
            cells.Add(distributions[i], 0, weights[i] / sum);
        }

        return cells.ToDistribution();
    }

    /// <summary>The distribution of the sum of two independent amounts.</summary>
    public AmountDistribution Plus(AmountDistribution other)
    {
        using var cells = new CellSums(_amounts[^1] + other._amounts[^1]);
        for (var i = 0; i < _amounts.Length; i++)
        {
            cells.Add(other, _amounts[i], _chances[i]);
        }

        return cells.ToDistribution();
    }

    /// <summary>The distribution of the sum of several independent amounts with this distribution.</summary>
    /// <param name="times">Number of amounts, at least 1.</param>
    public AmountDistribution Times(int times) => times == 1 ? this
        : times % 2 == 0 ? Plus(this).Times(times / 2)
        : Plus(this).Times(times / 2).Plus(this);

    /// <summary>Every amount multiplied by a factor.</summary>
    /// <param name="factor">Above 0.</param>
    public AmountDistribution Scaled(double factor) => new([.. _amounts.Select(amount => amount * factor)], _chances);

    /// <summary>The smallest amount that is not exceeded with at least this chance.</summary>
    /// <param name="chance">0 to 1.</param>
    public double Quantile(double chance)
    {
        double below = 0;
        for (var i = 0; i < _amounts.Length; i++)
        {
            below += _chances[i];
            if (below >= chance - 1e-9)
            {
                return _amounts[i];
            }
        }

        return _amounts[^1];
    }

    /// <summary>Chance of more than an amount, 0 to 1.</summary>
    public double ChanceOver(double amount)
    {
        double chance = 0;
        for (var i = _amounts.Length - 1; i >= 0 && _amounts[i] > amount; i--)
        {
            chance += _chances[i];
        }

        return chance;
    }

    /// <summary>Expected excess over an amount: E[max(0, X − amount)].</summary>
    public double ExpectedOver(double amount)
    {
        double over = 0;
        for (var i = _amounts.Length - 1; i >= 0 && _amounts[i] > amount; i--)
        {
            over += (_amounts[i] - amount) * _chances[i];
        }

        return over;
    }

    /// <summary>Collects amounts in ascending order and joins unlikely ones.</summary>
    private sealed class Joined
    {
        private readonly List<double> _amounts = [];

        private readonly List<double> _chances = [];

        private double _pendingAmount;

        private double _pendingChance;

        /// <param name="weighted">Amount times chance.</param>
        public void Add(double weighted, double chance)
        {
            if (chance >= Grain || (weighted == 0 && chance > 0))
            {
                Flush();
                Take(weighted, chance);
                return;
            }

            _pendingAmount += weighted;
            _pendingChance += chance;
            if (_pendingChance >= Grain)
            {
                Flush();
            }
        }

        public AmountDistribution ToDistribution()
        {
            Flush();
            return new AmountDistribution([.. _amounts], [.. _chances]);
        }

        private void Flush()
        {
            if (_pendingChance > 0)
            {
                Take(_pendingAmount, _pendingChance);
                (_pendingAmount, _pendingChance) = (0, 0);
            }
        }

        private void Take(double weighted, double chance)
        {
            _amounts.Add(weighted / chance);
            _chances.Add(chance);
        }
    }

    /// <summary>
    /// Sums chances on a fine grid. Each cell keeps the mean of its amounts, so an amount that is alone in its cell
    /// stays exact.
    /// </summary>
    private readonly ref struct CellSums
    {
        private readonly double[] _weighted;

        private readonly double[] _chances;

        private readonly double _perAmount;

        public CellSums(double most)
        {
            _weighted = ArrayPool<double>.Shared.Rent(Cells);
            _chances = ArrayPool<double>.Shared.Rent(Cells);
            _weighted.AsSpan(0, Cells).Clear();
            _chances.AsSpan(0, Cells).Clear();
            _perAmount = most > 0 ? (Cells - 1) / most : 0;
        }

        public void Add(AmountDistribution distribution, double shift, double weight)
        {
            for (var i = 0; i < distribution._amounts.Length; i++)
            {
                var (amount, chance) = (distribution._amounts[i] + shift, distribution._chances[i] * weight);
                var cell = Math.Min(Cells - 1, (int)((amount * _perAmount) + 0.5));
                _weighted[cell] += amount * chance;
                _chances[cell] += chance;
            }
        }

        public AmountDistribution ToDistribution()
        {
            var joined = new Joined();
            for (var cell = 0; cell < Cells; cell++)
            {
                if (_chances[cell] > 0)
                {
                    joined.Add(_weighted[cell], _chances[cell]);
                }
            }

            return joined.ToDistribution();
        }

        public void Dispose()
        {
            ArrayPool<double>.Shared.Return(_weighted);
            ArrayPool<double>.Shared.Return(_chances);
        }
    }
}
