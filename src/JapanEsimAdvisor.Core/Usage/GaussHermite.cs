namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// Gauss–Hermite rule with 21 nodes for the expectation over a standard normal variable (decision model, section 2).
/// Newton's method on the normalized Hermite recurrence finds the nodes (Press et al., Numerical Recipes, section 4.6).
/// </summary>
public static class GaussHermite
{
    private const int Count = 21;

    private static readonly double[] StandardScores = new double[Count];

    private static readonly double[] NodeWeights = new double[Count];

    static GaussHermite()
    {
        for (var i = 0; i < (Count + 1) / 2; i++)
        {
            var (root, weight) = Root(Guess(i));
            Place(i, root, weight);
            Place(Count - 1 - i, -root, weight);
        }
    }

    /// <summary>The 21 nodes, as standard normal scores.</summary>
    public static ReadOnlySpan<double> Scores => StandardScores;

    /// <summary>The weights of the nodes. They sum to 1.</summary>
    public static ReadOnlySpan<double> Weights => NodeWeights;

    private static void Place(int index, double root, double weight)
    {
        StandardScores[index] = root * Math.Sqrt(2);
        NodeWeights[index] = weight / Math.Sqrt(Math.PI);
    }

    private static double Guess(int i) => i switch
    {
        0 => Math.Sqrt((2 * Count) + 1) - (1.85575 * Math.Pow((2 * Count) + 1, -0.16667)),
        1 => Previous(0) - (1.14 * Math.Pow(Count, 0.426) / Previous(0)),
        2 => (1.86 * Previous(1)) - (0.86 * Previous(0)),
        3 => (1.91 * Previous(2)) - (0.91 * Previous(1)),
        _ => (2 * Previous(i - 1)) - Previous(i - 2),
    };

    private static double Previous(int i) => StandardScores[i] / Math.Sqrt(2);

    private static (double Root, double Weight) Root(double guess)
    {
        var x = guess;
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var (value, slope) = Hermite(x);
            var step = value / slope;
            x -= step;
            if (Math.Abs(step) < 1e-15)
            {
                break;
            }
        }

        var derivative = Hermite(x).Slope;
        return (x, 2 / (derivative * derivative));
    }

    private static (double Value, double Slope) Hermite(double x)
    {
        double current = Math.Pow(Math.PI, -0.25), before = 0;
        for (var k = 0; k < Count; k++)
        {
            (current, before) = ((x * Math.Sqrt(2.0 / (k + 1)) * current) - (Math.Sqrt((double)k / (k + 1)) * before), current);
        }

        return (current, Math.Sqrt(2.0 * Count) * before);
    }
}
