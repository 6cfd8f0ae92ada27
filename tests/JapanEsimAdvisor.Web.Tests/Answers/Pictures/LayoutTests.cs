using CsCheck;
using JapanEsimAdvisor.Web.Answers.Pictures;

namespace JapanEsimAdvisor.Web.Tests.Answers.Pictures;

/// <summary>Axes, labels and texts of the pictures keep to their places.</summary>
public sealed class LayoutTests
{
    private static readonly Gen<(double At, double Height)[]> Labels = Gen.Select(Gen.Double[0, 300], Gen.Double[10, 40]).Array[1, 8];

    [Theory]
    [InlineData(0, 29_500, 4, 0, 30_000, 10_000)]
    [InlineData(0, 413, 4, 0, 600, 200)]
    [InlineData(0, 20_000, 4, 0, 20_000, 5_000)]
    [InlineData(0.02, 1, 4, 0, 1, 0.5)]
    [InlineData(0.981, 0.998, 4, 0.98, 1, 0.01)]
    [InlineData(0.3, 0.3, 4, 0.3, 0.31, 0.01)]
    public void An_axis_runs_between_round_figures_in_round_steps(double least, double most, int steps, double from, double to, double step)
    {
        var axis = Axis.Of(least, most, steps, 0.01);

        Assert.Equal(from, axis.Least, 1e-9);
        Assert.Equal(to, axis.Most, 1e-9);
        Assert.Equal(step, axis.Step, 1e-9);
        Assert.Equal(to, axis.Ticks.Last(), 1e-9);
    }

    [Fact]
    public void An_axis_holds_what_it_was_made_for_in_a_few_steps() =>
        Gen.Select(Gen.Double[0, 1e6], Gen.Double[0, 1e6]).Sample((one, other) =>
    {
        var (least, most) = (Math.Min(one, other), Math.Max(one, other));
        var axis = Axis.Of(least, most, 4, 0.01);

        Assert.True(axis.Least <= least + 1e-6 && axis.Most >= most - 1e-6);
        Assert.InRange(axis.Ticks.Count(), 2, 7);
    });

    [Fact]
    public void Labels_that_have_room_do_not_overlap_and_keep_their_order() => Labels.Sample(labels =>
    {
        var bottom = Math.Max(340, labels.Sum(label => label.Height));
        var middles = LabelColumn.Spread(labels, 0, bottom);
        var placed = labels.Zip(middles).OrderBy(label => label.First.At).ToList();

        Assert.All(
            placed.Zip(placed.Skip(1)),
            pair => Assert.True(
                pair.First.Second + (pair.First.First.Height / 2) <= pair.Second.Second - (pair.Second.First.Height / 2) + 1e-9));
        Assert.All(
            placed, label => Assert.InRange(label.Second, (label.First.Height / 2) - 1e-9, bottom - (label.First.Height / 2) + 1e-9));
    });

    [Fact]
    public void A_label_with_room_stands_at_its_point() =>
        Assert.Equal([50, 150, 100], LabelColumn.Spread([(50, 20), (150, 20), (100, 20)], 0, 200));

    [Theory]
    [InlineData("Ana", 60, "Ana")]
    [InlineData("Maximiliana of the long name", 100, "Maximiliana…")]
    [InlineData("第 1 组的 10 位旅客", 60, "第 1 组…")]
    public void A_text_too_long_is_cut_and_says_so(string text, double room, string fit)
    {
        Assert.Equal(fit, TextWidth.Fit(text, 13, room));
        Assert.True(TextWidth.Of(fit, 13) <= room);
    }

    [Fact]
    public void A_cut_never_halves_a_letter() => Assert.DoesNotContain(
        Enumerable.Range(1, 200).Select(room => TextWidth.Fit("😀😀😀 and 😀", 13, room)),
        text => text
            .Where((letter, index) => char.IsHighSurrogate(letter) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])))
            .Any());
}
