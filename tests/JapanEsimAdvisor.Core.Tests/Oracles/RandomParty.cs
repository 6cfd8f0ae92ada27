using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Oracles;

/// <summary>Small parties and catalogs of every sort, the same for the same seed.</summary>
public sealed class RandomParty(int seed)
{
    private static readonly string?[] Phones =
    [
        null, null, "iphone", "android", "one-client", "no-hotspot", "dual-sim", "old-phone", "feature-phone",
    ];

    private static readonly string[] Devices = ["laptop", "tablet", "console", "watch"];

    private readonly Random _random = new(seed);

    public static (Trip Trip, CatalogSnapshot Catalog) Of(int seed, int mostPeople = 5, bool ownTopUps = false, int fewestPeople = 1)
    {
        var random = new RandomParty(seed);
        return (random.Trip(mostPeople, fewestPeople), A.Catalog(random.Plans(ownTopUps)));
    }

    /// <summary>A party in which everybody stands in two rows of the request, so that people alike are not named together.</summary>
    public static (Trip Trip, CatalogSnapshot Catalog) InTwoRows(int seed, int mostPeople)
    {
        var (trip, catalog) = Of(seed, mostPeople / 2);
        return (trip with
        {
            Travelers = [.. trip.Travelers, .. trip.Travelers.Select(traveler => traveler with { Id = traveler.Id + "-again" })],
        }, catalog);
    }

    public Trip Trip(int mostPeople, int fewestPeople = 1)
    {
        var stay = Chance(0.3) ? A.Stay("2027-04-01 22:30", "2027-04-08 10:00") : A.Days(_random.Next(2, 20));
        return stay.For([.. Enumerable.Range(0, _random.Next(fewestPeople, mostPeople + 1)).Select(person => Traveler("p" + person))]) with
        {
            Priority = Pick(Priority.Balanced, Priority.Price, Priority.Ease),
            MaxChanceOfRunningOut = Pick(0.05, 0.2, 0.4),
        };
    }

    /// <summary>Three to eight plans, now and then two of one shop.</summary>
    public List<Plan> Plans(bool ownTopUps) =>
        [.. Enumerable.Range(0, _random.Next(3, 9))
            .Select(index => Plan("plan-" + index) with { SellerId = "shop-" + _random.Next(6) })
            .Select(plan => Ready(plan, ownTopUps))];

    private static Plan Ready(Plan plan, bool ownTopUps) => plan.Medium == Medium.Roaming
        ? plan with { SellerId = "home-op" }
        : ownTopUps ? plan.OwnTopUp(1, 700) : plan;

    public Plan Plan(string id) => Varied(_random.Next(9) switch
    {
        0 or 1 or 2 => A.Esim(id, _random.Next(1, 30), _random.Next(3, 31), _random.Next(5, 60) * 100),
        3 => A.Esim(id, _random.Next(1, 30), _random.Next(3, 31), _random.Next(5, 60) * 100).Slows(Pick<int?>(null, 128, 384, 1000)),
        4 => A.Daily(id, _random.Next(1, 5), _random.Next(1, 9) * 100),
        5 => A.Sim(id, _random.Next(1, 30), _random.Next(5, 31), _random.Next(5, 50) * 100),
        6 => A.Roaming(id, "home-op", _random.Next(1, 4), _random.Next(0, 10) * 100),
        7 => Pick(A.Unlimited(id, 30, _random.Next(20, 90) * 100), A.PayAsYouGo(id, _random.Next(2, 12) * 100), A.Monthly(id, 20, 3000)),
        _ => A.Router(id, _random.Next(3, 12) * 100, _random.Next(2, 10), _random.Next(2, 12)),
    });

    private Plan Varied(Plan plan) => plan with
    {
        Tethering = Pick(
            new Tethering(TetherPolicy.Allowed),
            new Tethering(TetherPolicy.Allowed),
            new Tethering(TetherPolicy.Unknown),
            new Tethering(TetherPolicy.Capped, _random.Next(1, 8), Pick(TetherPer.Plan, TetherPer.Day, TetherPer.Month))),
        IdentityCheck = Chance(0.2),
        JapaneseNumber = Chance(0.3),
        SoldIn = Chance(0.1) ? ["KR"] : null,
    };

    private Traveler Traveler(string id) => A.Traveler(id, Pick(0, 0.25, 0.7, 0.7, 2, 3)) with
    {
        Phone = Pick(Phones),
        Esim = Pick<Tristate?>(Tristate.Yes, Tristate.Yes, Tristate.Yes, Tristate.No, Tristate.Unknown, null),
        CarrierLocked = Chance(0.1),
        Devices = Chance(0.3) ? [Pick(Devices)] : [],
        HoursApartPerDay = Pick(0, 0, 0, 1, 4),
        Group = Pick(null, null, "family", "friends"),
        NeverAlone = Chance(0.15),
        ReachableWhenApart = Chance(0.15),
        KeepsHomeLine = Chance(0.7),
        NeedsJapaneseNumber = Chance(0.06),
        HomeOperator = Chance(0.4) ? "home-op" : null,
    };

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private T Pick<T>(params ReadOnlySpan<T> of) => of[_random.Next(of.Length)];
}
