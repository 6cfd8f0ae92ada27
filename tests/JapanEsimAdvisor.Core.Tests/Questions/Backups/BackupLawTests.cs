using CsCheck;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Tests.Oracles;

namespace JapanEsimAdvisor.Core.Tests.Questions.Backups;

/// <summary>Every failure again, person by person.</summary>
public sealed class BackupLawTests
{
    private static readonly int Parties = FullRun.Of(80, 800);

    private static readonly string[][] Known = [[], ["au"], ["softbank"], ["docomo"], ["au", "softbank"]];

    private static readonly Gen<int> Seed = Gen.Int[0, 1_000_000];

    [Fact]
    public void Offline_and_alone_is_who_is_so_when_people_are_looked_at_one_by_one()
    {
        Seed.Sample(
            seed =>
            {
                var advice = Advice(seed);
                return Baskets(advice).All(basket => Backup.Of(basket, advice).Failures.All(failure => IsTrue(failure, basket, advice)));
            },
            iter: Parties);
    }

    [Fact]
    public void A_cure_leaves_nobody_alone_and_no_cheaper_line_would()
    {
        var cures = 0;
        Seed.Sample(
            seed =>
            {
                var advice = Advice(seed);
                return Baskets(
                    advice).All(basket => Backup.Of(basket, advice).Failures.Where(failure => !failure.Alone.IsEmpty).All(failure =>
                {
                    Interlocked.Add(ref cures, failure.Cure is null ? 0 : 1);
                    var cheapest = CuresOf(failure, basket, advice)
                        .OrderBy(cure => cure.IsCard)
                        .ThenBy(cure => cure.Yen)
                        .ThenBy(cure => cure.PlanId, StringComparer.Ordinal)
                        .FirstOrDefault();
                    return failure.Cure is null
                        ? cheapest == default && failure.NoCure is not null
                        : cheapest == Rank(failure.Cure.Bundle, advice.TypeOf(failure.Cure.Traveler), advice);
                }));
            },
            iter: Parties);

        Assert.True(cures > Parties / 2, $"only {cures} cures");
    }

    [Fact]
    public void The_cure_for_all_cures_each_failure_that_has_a_cure_and_costs_no_less_than_any()
    {
        Seed.Sample(
            seed =>
            {
                var advice = Advice(seed);
                return Baskets(advice)
                    .Select(basket => (basket, Backup: Backup.Of(basket, advice)))
                    .Where(pair => pair.Backup.CureForAll is not null)
                    .All(pair =>
                {
                    var all = Rank(pair.Backup.CureForAll!.Bundle, advice.TypeOf(pair.Backup.CureForAll.Traveler), advice);
                    return pair.Backup.Failures
                        .Where(failure => failure.Cure is not null)
                        .All(failure => CuresOf(failure, pair.basket, advice).Contains(all));
                });
            },
            iter: Parties);
    }

    private static bool IsTrue(Failure failure, Basket basket, Recommendation advice)
    {
        var people = People(basket);
        var offline = people.Where(person => IsOffline(person, failure, people)).ToList();
        return Same(failure.Offline, offline) && Same(failure.Alone, Alone(failure, people, advice, null));
    }

    private static bool Same(IEnumerable<TravelerCount> told, IEnumerable<Person> people) =>
        told.ToDictionary(one => one.Traveler, one => one.Count).OrderBy(pair => pair.Key)
            .SequenceEqual(
                people.GroupBy(person => person.Traveler).ToDictionary(same => same.Key, same => same.Count()).OrderBy(pair => pair.Key));

    /// <param name="cured">Who has a second line that works.</param>
    private static IEnumerable<Person> Alone(Failure failure, List<Person> people, Recommendation advice, Person? cured) =>
        people.Where(person => IsOffline(person, failure, people) && !IsDead(person, failure, people) && person != cured
            && !people.Any(
                other => other != person && (other == cured || IsOnline(other, failure, people)) && Walk(person, other, advice)));

    private static bool Walk(Person one, Person other, Recommendation advice)
    {
        var (a, b) = (
            advice.Trip.Travelers.Single(traveler => traveler.Id == one.Traveler),
            advice.Trip.Travelers.Single(traveler => traveler.Id == other.Traveler));
        return (a.Group is not null && a.Group == b.Group) || ((a.NeverAlone || a.HoursApartPerDay == 0) && b.HoursApartPerDay == 0);
    }

    private static bool IsDead(Person person, Failure failure, List<Person> people) =>
        failure.Kind == FailureKind.HostPhone && person.IsHost && Fails(person, failure, people);

    private static bool IsOffline(Person person, Failure failure, List<Person> people) => failure.Kind == FailureKind.Network
        ? person.Placed.Pod.Bundle is { } bundle
            && (failure.What == Networks.Unknown ? Unknown(bundle) : Days(bundle).Any(networks => networks.SetEquals([failure.What])))
        : Fails(person, failure, people);

    private static bool IsOnline(Person person, Failure failure, List<Person> people) => person.Placed.Pod.Bundle is { } bundle
        && (failure.Kind == FailureKind.Network ? Outlasts(bundle, failure.What) : !Fails(person, failure, people));

    private static bool Outlasts(Bundle bundle, string network) => !Unknown(bundle)
        && Days(bundle).All(networks => networks.Count(known => known != network) >= (network == Networks.Unknown ? 2 : 1));

    /// <summary>Networks of each kind of day: of all plans where each lasts the stay, else of one plan at a time.</summary>
    private static IEnumerable<HashSet<string>> Days(Bundle bundle) => bundle.Items.All(item => item.Days >= bundle.ClockDays)
        ? Unknown(bundle) ? [] : [[.. bundle.Items.SelectMany(item => item.Plan.Networks)]]
        : bundle.Items.Select(item => item.Plan.Networks.ToHashSet());

    private static bool Unknown(Bundle bundle) => bundle.Items.Any(item => item.Plan.Networks.IsEmpty);

    /// <summary>In the first of the pods of that kind which that traveler hosts.</summary>
    private static bool Fails(Person person, Failure failure, List<Person> people)
    {
        var kind = failure.Kind == FailureKind.Router ? PodKind.Router : PodKind.Hotspot;
        return ReferenceEquals(
            person.Placed,
            people.First(other => other.Placed.Pod.Kind == kind && other.Placed.Host == failure.What).Placed);
    }

    private static List<(bool IsCard, double Yen, string PlanId)> CuresOf(Failure failure, Basket basket, Recommendation advice)
    {
        var people = People(basket);
        var bundles = BundleCatalog.For(advice.Trip.Stay, advice.Catalog, advice.Catalog.Tariff.WeightOf(advice.Trip.Priority));
        return
        [
            .. from person in people
               where IsOffline(person, failure, people) && !IsDead(person, failure, people) && !Alone(failure, people, advice, person).Any()
               let type = advice.TypeOf(person.Traveler)
               from line in bundles.All
               where line.Plan.Medium != Medium.PocketWifi
                   && line.Items.All(item => EligibilityRule.FirstNo(item.Plan, advice.Hosts[type.Index].Buyer) is null)
               where failure.Kind != FailureKind.Network || Outlasts(line, failure.What)
               let own = person.IsHost && person.Placed.Pod.Kind != PodKind.Router ? person.Placed.Pod.Bundle : null
               where line.Plan.Medium != Medium.Esim || line.SetUps + (own?.Plan.Medium == Medium.Esim ? own.SetUps : 0) <= 8
               where line.Plan.Medium != Medium.Sim || own?.Plan.Medium != Medium.Sim
               select Rank(line, type, advice),
        ];
    }

    private static (bool IsCard, double Yen, string PlanId) Rank(Bundle line, TravelerType type, Recommendation advice) => (
        line.Plan.Medium == Medium.Sim,
        line.FixedYen
            + (line.YenPerGb * type.Demand.GbPerDay * line.DemandDays)
            + (line.SetUpInconvenienceYen * A.Tariff.WeightOf(advice.Trip.Priority)),
        line.Plan.Id);

    private static List<Person> People(Basket basket) =>
        [.. basket.Pods.SelectMany(placed =>
            placed.Clients.Select(client => new Person(placed, client.Traveler, false)).Prepend(new Person(placed, placed.Host, true)))];

    private static Recommendation Advice(int seed)
    {
        var (trip, catalog) = RandomParty.Of(seed);
        return A.Advise(
            trip,
            catalog with
            {
                Plans = [.. catalog.Plans.Select((plan, index) => plan with { Networks = [.. Known[(seed + index) % Known.Length]] })],
            });
    }

    private static IEnumerable<Basket> Baskets(Recommendation advice) => advice.Answers.Select(answer => answer.Basket).OfType<Basket>();

    /// <summary>One person; random parties name everybody apart.</summary>
    private sealed record Person(PlacedPod Placed, string Traveler, bool IsHost);
}
