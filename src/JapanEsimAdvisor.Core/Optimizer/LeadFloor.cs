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
        var leads = Leads(table, strategy);
        var counts = new bool[table.States.Types];
        Array.Fill(counts, true);
        foreach (var (state, lead) in leads)
        {
            for (var type = 0; type < counts.Length && lead == 0; type++)
            {
                counts[type] &= table.States.CountOf(state, type) == 0;
            }
        }

        double most = 0;
        foreach (var (state, lead) in leads)
        {
            most = lead > 0 ? Math.Max(most, (double)Counted(state, table.States, counts) / lead) : most;
        }

        return new LeadFloor(table.States, counts, most > 0 ? 1 / most : 0);
    }

    /// <summary>True where no partition of that floor can be as good as one of the lead.</summary>
    public static bool Passes(double floor, long lead) => floor - Rounding > lead;

    /// <summary>Floor of a sub-party's lead, not rounded up.</summary>
    public double Of(int state) => Counted(state, _states, _counts) * _perPerson;

    /// <summary>By how much a pod of these people raises the floor of a sub-party it is part of: its own lead less the floor of those it takes.</summary>
    public double Left(int state, int lead) => lead - Of(state);

    private static List<(int State, int Lead)> Leads(PodTable table, IStrategy strategy)
    {
        var leads = new List<(int, int)>();
        foreach (var (state, best) in table.Pods)
        {
            foreach (var pod in best)
            {
                if (strategy.Allows(pod))
                {
                    leads.Add((state, strategy.Lead(pod).First));
                }
            }
        }

        return leads;
    }

    private static int Counted(int state, PartyStates states, bool[] counts)
    {
        var people = 0;
        for (var type = 0; type < counts.Length; type++)
        {
            people += counts[type] ? states.CountOf(state, type) : 0;
        }

        return people;
    }
}
