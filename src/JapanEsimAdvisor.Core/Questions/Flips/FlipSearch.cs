using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// Tries the values of one factor outward from the present value until a result changes, and then narrows the change.
/// </summary>
internal sealed class FlipSearch(ProbeScale scale, Probes probes)
{
    /// <summary>
    /// The nearest change on one side; null where there is none in the range, or where a trip cannot be solved.
    /// </summary>
    /// <param name="direction">The side.</param>
    /// <param name="read">Reads the result from a probe.</param>
    /// <param name="from">The result at the present value.</param>
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

    /// <summary>Narrows a change between two values.</summary>
    /// <param name="change">The change between two steps of the grid.</param>
    /// <param name="read">Reads the result from a probe.</param>
    /// <param name="from">The result on the near side.</param>
    /// <param name="to">
    /// The result on the far side. Where the search finds a third result nearer, that one replaces it.
    /// </param>
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

/// <summary>A change of a result between two values of a factor.</summary>
/// <param name="Near">Last value before the change, seen from the present value.</param>
/// <param name="Far">First value after the change.</param>
/// <param name="GridNear">Step of the grid before the change.</param>
/// <param name="GridFar">Step of the grid after the change, for comparing the two results.</param>
internal readonly record struct Change(double Near, double Far, double GridNear, double GridFar);
