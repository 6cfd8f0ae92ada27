namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>Labels beside a chart, one above the other, each as near to its point as the others leave room.</summary>
public static class LabelColumn
{
    /// <param name="labels">Wished-for middle and height of each.</param>
    /// <returns>Middles in the order given; in order of wishes they do not overlap, and lie between top and bottom where there is room.</returns>
    public static IReadOnlyList<double> Spread(IReadOnlyList<(double At, double Height)> labels, double top, double bottom)
    {
        var order = Enumerable.Range(0, labels.Count).OrderBy(index => labels[index].At).ToList();
        var middles = new double[labels.Count];
        var edge = top;
        foreach (var index in order)
        {
            middles[index] = Math.Max(labels[index].At, edge + (labels[index].Height / 2));
            edge = middles[index] + (labels[index].Height / 2);
        }

        edge = bottom;
        foreach (var index in Enumerable.Reverse(order))
        {
            middles[index] = Math.Min(middles[index], edge - (labels[index].Height / 2));
            edge = middles[index] - (labels[index].Height / 2);
        }

        return middles;
    }
}
