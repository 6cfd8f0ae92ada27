using System.Collections.Immutable;
using Google.OrTools.Sat;

namespace JapanEsimAdvisor.Yardsticks.Peers;

/// <summary>
/// A set partition for CP-SAT of Google OR-Tools: how often each pod is taken, everybody in exactly one. Built anew for
/// each question, as the solver keeps nothing between two.
/// </summary>
internal sealed class CpSatModel
{
    /// <summary>
    /// One thread, as the search it is compared with, and the same run for the same question. The full linear
    /// relaxation is what suits set partitions: of two workers, no relaxation, search by cores and no presolve none was
    /// faster.
    /// </summary>
    private const string Parameters = "num_workers:1,random_seed:1,linearization_level:2";

    private readonly CpModel _model = new();

    private readonly IntVar[] _times;

    public CpSatModel(ImmutableArray<int> people, IReadOnlyList<ImmutableArray<int>> pods)
    {
        _times = [.. pods.Select((counts, index) => Variable(Most(counts, people), index))];
        for (var type = 0; type < people.Length; type++)
        {
            var with = Enumerable.Range(0, pods.Count).Where(pod => pods[pod][type] > 0).ToArray();
            if (people[type] == 1)
            {
                _model.AddExactlyOne(with.Select(pod => (BoolVar)_times[pod]));
            }
            else
            {
                _model.Add(LinearExpr.WeightedSum(with.Select(pod => _times[pod]), with.Select(pod => pods[pod][type])) == people[type]);
            }
        }
    }

    public void AtLeastOneOf(IEnumerable<int> pods) => _model.Add(LinearExpr.Sum(pods.Select(pod => _times[pod])) >= 1);

    public void AtMost(long[] weights, long most) => _model.Add(LinearExpr.WeightedSum(_times, weights) <= most);

    /// <summary>How often each pod is taken where the weights sum up to the least; null where nobody can be placed so.</summary>
    /// <exception cref="InvalidOperationException">The solver gave up or found the model wrong.</exception>
    public int[]? Minimize(long[] weights)
    {
        _model.Minimize(LinearExpr.WeightedSum(_times, weights));
        using var solver = new CpSolver { StringParameters = Parameters };
        return solver.Solve(_model) switch
        {
            CpSolverStatus.Optimal => [.. _times.Select(times => (int)solver.Value(times))],
            CpSolverStatus.Infeasible => null,
            var status => throw new InvalidOperationException("CP-SAT ended with " + status + "."),
        };
    }

    private static int Most(ImmutableArray<int> counts, ImmutableArray<int> people) =>
        counts.Zip(people).Where(pair => pair.First > 0).Min(pair => pair.Second / pair.First);

    private IntVar Variable(int most, int index)
    {
        var name = "pod" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return most == 1 ? _model.NewBoolVar(name) : _model.NewIntVar(0, most, name);
    }
}
