using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Oracles;

/// <summary>
/// Draws whole trips as section 1 of the method describes them and counts what happens: a factor for the trip common to
/// all, a factor for each person, a factor for each person and day, all log-normal with mean 1; days are independent
/// only once person and trip are known.
/// </summary>
public sealed class TripSimulation(int seed, double dayCv = 0.7, double tripCv = 0.2)
{
    private readonly Random _random = new(seed);

    /// <summary>What one pod meets on its cycles, as means over all trips.</summary>
    public Outcome Run(IReadOnlyList<Person> people, IReadOnlyList<CycleRun> runs, double packGb, int trips)
    {
        var tally = new Tally(trips);
        for (var trip = 0; trip < trips; trip++)
        {
            tally.Add(OnePod(new Pod(people, runs), Factor(tripCv), packGb));
        }

        return tally.Outcome;
    }

    /// <summary>Chance that at least one of several pods runs out, all on the same trip.</summary>
    public double ChanceThatSomebodyRunsOut(IReadOnlyList<Pod> pods, int trips)
    {
        var shortTrips = 0;
        for (var trip = 0; trip < trips; trip++)
        {
            var common = Factor(tripCv);
            var runsOut = false;
            foreach (var pod in pods)
            {
                runsOut |= OnePod(pod, common, 1).RanOut;
            }

            shortTrips += runsOut ? 1 : 0;
        }

        return (double)shortTrips / trips;
    }

    /// <summary>What a party pays beyond its fixed price on each of so many trips, in ascending order.</summary>
    public double[] Spendings(IReadOnlyList<Spending> pods, int trips)
    {
        var paid = new double[trips];
        for (var trip = 0; trip < trips; trip++)
        {
            var common = Factor(tripCv);
            foreach (var pod in pods)
            {
                var one = OnePod(pod.Pod, common, pod.PackGb);
                paid[trip] += (one.TopUps * pod.YenPerPack) + (one.ShortfallGb * pod.YenPerGb);
            }
        }

        Array.Sort(paid);
        return paid;
    }

    /// <summary>
    /// Use of the days left of a pod's trip on which the first days took about so much (within a thirtieth), in
    /// ascending order.
    /// </summary>
    public double[] RestAfter(IReadOnlyList<Person> people, int days, double usedGb, int daysLeft, int trips)
    {
        var rests = new List<double>();
        for (var trip = 0; trip < trips; trip++)
        {
            var common = Factor(tripCv);
            var paces = people.Select(person => person.GbPerDay * common * Factor(person.Cv)).ToArray();
            if (Math.Abs(Days(paces, days) - usedGb) < usedGb / 30)
            {
                rests.Add(Days(paces, daysLeft));
            }
        }

        rests.Sort();
        return [.. rests];
    }

    private double Days(double[] gbPerDay, int days)
    {
        double used = 0;
        for (var day = 0; day < days; day++)
        {
            foreach (var pace in gbPerDay)
            {
                used += pace * Factor(dayCv);
            }
        }

        return used;
    }

    private Trip OnePod(Pod pod, double common, double packGb)
    {
        var people = pod.People.Select(person => person with { GbPerDay = person.GbPerDay * common * Factor(person.Cv) }).ToArray();
        var trip = new Trip(false, 0, 0, 0);
        foreach (var run in pod.Runs)
        {
            for (var cycle = 0; cycle < run.Count; cycle++)
            {
                trip = OneCycle(trip, people, run, packGb);
            }
        }

        return trip;
    }

    private Trip OneCycle(Trip trip, Person[] people, CycleRun run, double packGb)
    {
        double used = 0;
        var limitedDays = trip.LimitedDays;
        for (var day = 0; day < run.Days; day++)
        {
            foreach (var person in people)
            {
                used += person.GbPerDay * Factor(dayCv);
            }

            limitedDays += used > run.Gb ? 1 : 0;
        }

        var over = Math.Max(0, used - run.Gb);
        return new Trip(trip.RanOut || over > 0, limitedDays, trip.ShortfallGb + over, trip.TopUps + Math.Ceiling(over / packGb));
    }

    /// <summary>Log-normal with mean 1.</summary>
    private double Factor(double cv)
    {
        var variance = Math.Log(1 + (cv * cv));
        var score = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return Math.Exp((Math.Sqrt(variance) * score) - (variance / 2));
    }

    public readonly record struct Person(double GbPerDay, double Cv);

    public sealed record Pod(IReadOnlyList<Person> People, IReadOnlyList<CycleRun> Runs);

    /// <summary>A pod that buys packs, or is charged by the gigabyte.</summary>
    public sealed record Spending(Pod Pod, double PackGb, double YenPerPack, double YenPerGb);

    /// <summary>Means with their standard errors.</summary>
    public sealed record Outcome(Estimate ChanceOfRunningOut, Estimate LimitedDays, Estimate ShortfallGb, Estimate TopUps);

    public readonly record struct Estimate(double Mean, double StandardError);

    private readonly record struct Trip(bool RanOut, double LimitedDays, double ShortfallGb, double TopUps);

    private sealed class Tally(int trips)
    {
        private readonly double[] _sums = new double[4];

        private readonly double[] _squares = new double[4];

        public Outcome Outcome => new(Of(0), Of(1), Of(2), Of(3));

        public void Add(Trip trip)
        {
            Span<double> values = [trip.RanOut ? 1 : 0, trip.LimitedDays, trip.ShortfallGb, trip.TopUps];
            for (var i = 0; i < values.Length; i++)
            {
                _sums[i] += values[i];
                _squares[i] += values[i] * values[i];
            }
        }

        private Estimate Of(int i)
        {
            var mean = _sums[i] / trips;
            return new Estimate(mean, Math.Sqrt(Math.Max(0, (_squares[i] / trips) - (mean * mean)) / trips));
        }
    }
}
