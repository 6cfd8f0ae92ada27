using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Usage;
using Person = JapanEsimAdvisor.Core.Tests.Oracles.TripSimulation.Person;

namespace JapanEsimAdvisor.Core.Tests.Usage;

/// <summary>Closed forms against simulated trips: chances within 1.5 percentage points or two standard errors.</summary>
public sealed class SimulatedTripsTests
{
    private const int Trips = 30_000;

    /// <summary>
    /// One day of a few unlike people is less log-normal than a trip is: some limited day, and each. No advice rests on
    /// the first figure: daily plans are judged by limited days and full-speed share.
    /// </summary>
    private static readonly (double Some, double Each) DaysOfAPool = (0.04, 0.02);

    public static TheoryData<string, Person[], CycleRun[]> Cases => new()
    {
        { "one person, one cycle", [new(1, 0.5)], [new(1, 10, 12)] },
        { "one person, seven and three days", [new(0.7, 0.5)], [new(1, 7, 7), new(1, 3, 7)] },
        { "one person, days", [new(0.7, 0.5)], [new(10, 1, 1.5)] },
        { "one person who measured, three days", [new(2, 0.2)], [new(3, 3, 8), new(1, 1, 8)] },
        { "one person slowed in the middle", [new(1, 0.5)], [new(1, 10, 10)] },
        { "two people", [new(0.7, 0.5), new(2, 0.35)], [new(1, 10, 25)] },
        { "a family of days", [new(0.25, 0.5), new(0.7, 0.5), new(0.7, 0.5), new(2, 0.5)], [new(7, 1, 5)] },
        { "four people, two packs", [new(0.5, 0.5), new(0.5, 0.5), new(1, 0.2), new(1, 0.35)], [new(2, 7, 24)] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Closed_forms_agree_with_simulated_trips(string name, Person[] people, CycleRun[] runs)
    {
        var packGb = runs[0].Gb / 4;
        var seen = new TripSimulation(name.Length * 7919).Run(people, runs, packGb, Trips);
        var (use, demand, days) = (new CycleUse([.. runs], 1), Pool(people), runs.Sum(run => run.Count * run.Days));
        var mean = demand.GbPerDay * days;
        var (some, each) = runs[0].Days == 1 && people.Length > 1 ? DaysOfAPool : (0.015, 0.015);

        AssertNear(ShortageModel.ChanceOfRunningOut(use, demand), seen.ChanceOfRunningOut, some);
        AssertNear(ShortageModel.LimitedDays(use, demand), seen.LimitedDays, each * days);
        AssertNear(ShortageModel.ShortfallGb(use, demand), seen.ShortfallGb, 0.015 * mean);
        AssertNear(ShortageModel.ExpectedTopUps(use, demand, packGb), seen.TopUps, 0.06 * seen.TopUps.Mean);
    }

    /// <summary>The references of section 7 were simulated too: 0.1827 and 1.38.</summary>
    [Fact]
    public void The_simulation_gives_the_simulated_references_of_the_method()
    {
        var sevenAndThree = new TripSimulation(1).Run([new(0.7, 0.5)], [new(1, 7, 7), new(1, 3, 7)], 1, Trips);
        var tenDays = new TripSimulation(2).Run([new(1, 0.5)], [new(1, 10, 10)], 1, Trips);

        Assert.Equal(0.1827, sevenAndThree.ChanceOfRunningOut.Mean, 3 * sevenAndThree.ChanceOfRunningOut.StandardError);
        Assert.Equal(1.38, tenDays.LimitedDays.Mean, 3 * tenDays.LimitedDays.StandardError);
    }

    private static void AssertNear(double formula, TripSimulation.Estimate seen, double tolerance) =>
        Assert.Equal(seen.Mean, formula, Math.Max(tolerance, 2 * seen.StandardError));

    private static PooledDemand Pool(Person[] people) =>
        PooledDemand.Of(people.Select(person => (person.GbPerDay, person.Cv, 1)), A.Usage.Spread);
}
