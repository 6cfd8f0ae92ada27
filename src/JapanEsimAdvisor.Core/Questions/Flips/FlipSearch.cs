using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>Walks outward along one factor until what is read of the trip changes, and narrows the change down.</summary>
internal sealed class FlipSearch(ProbeScale scale, Probes probes)
{
    /// <summary>The nearest change on one side; null where there is none in the range.</summary>
    /// <param name="read">What of a probe must change.</param>
    public Change? Nearest<T>(FlipDirection direction, Func<Probe, T> read, T from)
    {
        var near = scale.Present;
        foreach (var value in Grid(direction))
        {
            if (probes.At(scale, value) is not { } probe)
            {
                return null;
            }

            if (!EqualityComparer<T>.Default.Equals(read(probe), from))
            {
                return Narrowed(new Change(near, value, near, value), read, from, read(probe));
            }

            near = value;
        }

        return null;
    }

    /// <param name="to">What is read at the far end: its step of the grid is where the two are compared, unless something else lies nearer.</param>
    private Change? Narrowed<T>(Change change, Func<Probe, T> read, T from, T to)
    {
        while (scale.Between(change.Near, change.Far) is { } middle)
        {
            if (probes.At(scale, middle) is not { } probe)
            {
                return null;
            }

            var found = read(probe);
            if (EqualityComparer<T>.Default.Equals(found, from))
            {
                change = change with { Near = middle };
                continue;
            }

            change = change with { Far = middle, GridFar = EqualityComparer<T>.Default.Equals(found, to) ? change.GridFar : middle };
            to = found;
        }

        return change;
    }

    private ImmutableArray<double> Grid(FlipDirection direction) => direction == FlipDirection.Below ? scale.Below : scale.Above;
}

/// <param name="Near">Last value on the present side.</param>
/// <param name="Far">First value beyond.</param>
/// <param name="GridNear">Step of the grid before the change.</param>
/// <param name="GridFar">Step of the grid beyond it.</param>
internal readonly record struct Change(double Near, double Far, double GridNear, double GridFar);
