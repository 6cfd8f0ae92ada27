using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// A floor of a strategy's first coordinate (hosts, routers, clients): people whom no pod takes for nothing need at least their number over that of the
/// pod which takes most of them for one.
/// </summary>
internal sealed class LeadFloor
{
    /// <summary>Sums of quotients, in another order than the whole numbers they bound.</summary>
    private const double Rounding = 1e-9;

    private readonly PartyStates _states;

    private readonly bool[] _counts;

    private readonly double _perPerson;

    private LeadFloor(PartyStates states, bool[] counts, double perPerson) => (_states, _counts, _perPerson) = (states, counts, perPerson);

    public static LeadFloor Of(PodTable table, IStrategy strategy)
    {
        var counts = new bool[table.States.Types];
        Array.Fill(counts, true);
        foreach (var pod in Allowed(table, strategy))
        {
            if (strategy.Lead(pod).First == 0)
            {
                LeaveOut(pod, counts);
            }
        }

        return new LeadFloor(table.States, counts, Array.IndexOf(counts, true) < 0 ? 0 : LeastPerPerson(table, strategy, counts));
    }

    /// <summary>True where no partition of that floor can be as good as one of the lead.</summary>
    public static bool Passes(double floor, long lead) => floor - Rounding > lead;

    /// <summary>Floor of a sub-party's lead, not rounded up.</summary>
    public double Of(int state)
    {
        var people = 0;
        for (var type = 0; type < _counts.Length; type++)
        {
            people += _counts[type] ? _states.CountOf(state, type) : 0;
        }

        return people * _perPerson;
    }

    /// <summary>By how much a pod of these people raises the floor of a sub-party it is part of: its own lead less the floor of those it takes.</summary>
    public double Left(int state, int lead) => lead - Of(state);

    private static double LeastPerPerson(PodTable table, IStrategy strategy, bool[] counts)
    {
        double most = 0;
        foreach (var pod in Allowed(table, strategy))
        {
            var lead = strategy.Lead(pod).First;
            most = lead > 0 ? Math.Max(most, (double)Counted(pod, counts) / lead) : most;
        }

        return most > 0 ? 1 / most : 0;
    }

    private static IEnumerable<Pod> Allowed(PodTable table, IStrategy strategy)
    {
        foreach (var (_, best) in table.Pods)
        {
            foreach (var pod in best)
            {
                if (strategy.Allows(pod))
                {
                    yield return pod;
                }
            }
        }
    }

    private static void LeaveOut(Pod pod, bool[] counts)
    {
        for (var type = 0; type < counts.Length; type++)
        {
            counts[type] &= pod.Members.Counts[type] == 0;
        }
    }

    private static int Counted(Pod pod, bool[] counts)
    {
        var people = 0;
        for (var type = 0; type < counts.Length; type++)
        {
            people += counts[type] ? pod.Members.Counts[type] : 0;
        }

        return people;
    }
}
