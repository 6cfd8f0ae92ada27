using CsCheck;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

public sealed class LognormalTests
{
    private static readonly Gen<(double Mean, double SquaredCv, double Amount)> Any =
        Gen.Select(Gen.Double[0.01, 100], Gen.Double[0.01, 4], Gen.Double[0.001, 200]);

    [Fact]
    public void A_larger_allowance_is_passed_less_often()
    {
        Gen.Select(Any, Gen.Double[0, 50]).Sample((use, more) =>
        {
            var lognormal = new Lognormal(use.Mean, use.SquaredCv);
            return lognormal.ChanceOver(use.Amount + more) <= lognormal.ChanceOver(use.Amount)
                && lognormal.ExpectedOver(use.Amount + more) <= lognormal.ExpectedOver(use.Amount) + 1e-12;
        });
    }

    [Fact]
    public void Who_uses_more_passes_the_allowance_more_often()
    {
        Gen.Select(Any, Gen.Double[1, 10]).Sample((use, times) =>
            new Lognormal(
                use.Mean * times,
                use.SquaredCv).ChanceOver(use.Amount) >= new Lognormal(use.Mean, use.SquaredCv).ChanceOver(use.Amount));
    }

    [Fact]
    public void Scaling_use_and_allowance_alike_changes_no_chance_and_scales_the_shortfall()
    {
        Gen.Select(Any, Gen.Double[0.1, 10]).Sample((use, scale) =>
        {
            var (one, scaled) = (new Lognormal(use.Mean, use.SquaredCv), new Lognormal(use.Mean * scale, use.SquaredCv));
            return Math.Abs(one.ChanceOver(use.Amount) - scaled.ChanceOver(use.Amount * scale)) < 1e-9
                && Math.Abs((one.ExpectedOver(use.Amount) * scale) - scaled.ExpectedOver(use.Amount * scale)) < 1e-9 * use.Mean * scale;
        });
    }

    [Fact]
    public void Expected_use_past_an_amount_is_the_integral_of_the_chance()
    {
        Any.Sample(
            use =>
            {
                var lognormal = new Lognormal(use.Mean, use.SquaredCv);
                return Math.Abs(Integral(lognormal, use.Amount) - lognormal.ExpectedOver(use.Amount)) < 2e-4 * use.Mean;
            },
            iter: 40);
    }

    [Fact]
    public void The_amount_at_a_standard_score_is_passed_with_its_chance()
    {
        Gen.Select(Any, Gen.Double[-3, 3]).Sample((use, score) =>
        {
            var lognormal = new Lognormal(use.Mean, use.SquaredCv);
            return Math.Abs(lognormal.ChanceOver(lognormal.AtStandardScore(score)) - Normal.Sf(score)) < 1e-9;
        });
    }

    [Fact]
    public void Zero_use_never_runs_short()
    {
        var none = new Lognormal(0, 0.5);

        Assert.Equal((0, 0, 0), (none.ChanceOver(0), none.ExpectedOver(0), none.AtStandardScore(3)));
    }

    [Fact]
    public void Without_an_allowance_everything_is_past_it()
    {
        var use = new Lognormal(2, 0.5);

        Assert.Equal((1, 2), (use.ChanceOver(0), use.ExpectedOver(0)));
    }

    /// <summary>∫ Q(x) dx from the amount, over the logarithm of x, where the integrand is smooth.</summary>
    private static double Integral(Lognormal use, double amount)
    {
        const int steps = 4000;
        var (low, high) = (Math.Log(amount), Math.Max(Math.Log(amount), Math.Log(use.AtStandardScore(9))));
        var (width, sum) = ((high - low) / steps, 0.0);
        for (var step = 0; step < steps; step++)
        {
            var x = Math.Exp(low + ((step + 0.5) * width));
            sum += use.ChanceOver(x) * x * width;
        }

        return sum;
    }
}
