namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>An axis with round figures at equal steps.</summary>
/// <param name="Step">1, 2 or 5 times a power of ten.</param>
public sealed record Axis(double Least, double Most, double Step)
{
    /// <param name="mostSteps">Steps at most, but for one more at each end to reach round figures.</param>
    /// <param name="leastStep">The smallest step that means something.</param>
    public static Axis Of(double least, double most, int mostSteps, double leastStep)
    {
        var step = Math.Max(leastStep, RoundUp((most - least) / mostSteps));
        var (from, to) = (Math.Floor((least / step) + Grain) * step, Math.Ceiling((most / step) - Grain) * step);
        return new Axis(from, to > from ? to : from + step, step);
    }

    /// <summary>So that 0.3 / 0.1 counts as three steps.</summary>
    private const double Grain = 1e-9;

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((Most - Least) / Step) + 1).Select(tick => Least + (tick * Step));

    /// <summary>Where a value lies between the places of the ends.</summary>
    public double Place(double value, double from, double to) => from + ((value - Least) / (Most - Least) * (to - from));

    private static double RoundUp(double step)
    {
        if (step <= 0)
        {
            return 0;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return new[] { 1.0, 2, 5, 10 }.First(times => times * power >= step * (1 - Grain)) * power;
    }
}
