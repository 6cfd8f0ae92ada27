namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>A basket as a point.</summary>
/// <param name="Price">Unrounded yen.</param>
/// <param name="Shortfall">Expected use that is not served at full speed, GB.</param>
/// <param name="LastPod">Index of the last added pod; −1 for a basket without pods.</param>
/// <param name="Rest">Index of the point before that pod, in the set of the sub-party without its members.</param>
internal readonly record struct FrontierPoint(double Price, double Shortfall, int LastPod, int Rest);

/// <summary>Undominated points in order: the price rises and the shortfall falls.</summary>
internal sealed class FrontierSet(FrontierPoint[] points)
{
    public FrontierPoint[] Points { get; } = points;

    /// <summary>The least shortfall at a price or less, GB; null where every point costs more.</summary>
    public double? ShortfallAt(double price)
    {
        int low = 0, high = Points.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Points[middle].Price <= price ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : Points[low - 1].Shortfall;
    }
}

/// <summary>Merges sorted sets of points and leaves out dominated ones, in time linear in their sizes.</summary>
internal sealed class FrontierMerge
{
    private FrontierPoint[] _points;

    private FrontierPoint[] _spare;

    private int _count;

    public FrontierMerge() => (_points, _spare) = (new FrontierPoint[64], new FrontierPoint[64]);

    public FrontierMerge(FrontierSet start)
    {
        _points = new FrontierPoint[start.Points.Length + 64];
        _spare = new FrontierPoint[_points.Length];
        start.Points.CopyTo(_points, 0);
        _count = start.Points.Length;
    }

    public FrontierSet ToSet() => new(_points.AsSpan(0, _count).ToArray());

    /// <summary>Adds every point of a set, plus the price and shortfall of one pod.</summary>
    public void Add(FrontierSet set, double price, double shortfall, int pod)
    {
        var rest = set.Points;
        Reserve(_count + rest.Length);
        var (known, moved, count) = (0, 0, 0);
        var least = double.PositiveInfinity;
        while (known < _count || moved < rest.Length)
        {
            var takeKnown = moved == rest.Length
                || (known < _count && IsNoWorse(_points[known], rest[moved].Price + price, rest[moved].Shortfall + shortfall));
            var point = takeKnown
                ? _points[known++]
                : new FrontierPoint(rest[moved].Price + price, rest[moved].Shortfall + shortfall, pod, moved++);
            if (point.Shortfall < least)
            {
                _spare[count++] = point;
                least = point.Shortfall;
            }
        }

        (_points, _spare, _count) = (_spare, _points, count);
    }

    private static bool IsNoWorse(in FrontierPoint known, double price, double shortfall) =>
        known.Price < price || (known.Price == price && known.Shortfall <= shortfall);

    private void Reserve(int points)
    {
        if (_spare.Length < points)
        {
            Array.Resize(ref _spare, points * 2);
        }
    }
}
