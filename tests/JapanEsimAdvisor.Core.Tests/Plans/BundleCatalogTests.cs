using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Plans;

/// <summary>What is kept for a stay against every bundle made and compared the plain way.</summary>
public sealed class BundleCatalogTests
{
    private const int Catalogs = 120;

    [Fact]
    public void Pools_are_those_of_every_bundle_held_against_every_other() => Assert.All(Enumerable.Range(0, Catalogs), seed =>
    {
        var (catalog, random) = (Shop(seed), new Random(seed));
        foreach (var stay in Stays(random))
        {
            var factor = random.Next(2) == 0 ? 1 : 2.5;
            var (bundles, plain) = (BundleCatalog.For(stay, catalog, factor), new PlainBundles(catalog, stay, factor));
            var eligible = bundles.Classes.Select(_ => random.Next(5) > 0).ToArray();
            var mine = bundles.Classes.Where((_, index) => eligible[index]).SelectMany(offers => offers.Plans).ToHashSet();
            var stored = random.Next(1, 6);
            var pool = bundles.Pool(eligible, stored);

            Assert.Equal(plain.Pool(mine.Contains, stored, false).Select(TextOf), pool.Lines.Select(TextOf));
            Assert.Equal(plain.Pool(mine.Contains, stored, true).Select(TextOf), pool.Routers.Select(TextOf));
        }
    });

    [Fact]
    public void Every_bundle_is_there_where_all_are_asked_for() => Assert.All(Enumerable.Range(0, 20), seed =>
    {
        var (catalog, stay) = (Shop(seed), A.Days(3 + seed));

        Assert.Equal(new PlainBundles(catalog, stay, 1).All().Select(TextOf), BundleCatalog.For(stay, catalog, 1).All.Select(TextOf));
    });

    [Fact]
    public void Packs_that_are_beaten_are_left_out_of_the_pool_and_of_its_pairs()
    {
        var catalog = A.Catalog(SameShop(
            A.Esim("dear", 3, 30, 2000), A.Esim("cheap", 3, 30, 1000), A.Esim("large", 10, 30, 2500), A.Esim("small", 1, 30, 500)));
        var bundles = BundleCatalog.For(A.Days(10), catalog, 1);
        var pool = bundles.Pool([.. bundles.Classes.Select(_ => true)], 8);

        Assert.DoesNotContain(pool.Lines.SelectMany(line => line.Items), item => item.Plan.Id == "dear");
        Assert.Contains(
            pool.Lines,
            line => line.Items is [{ Plan.Id: "cheap" }, { Plan.Id: "large" }] or [{ Plan.Id: "large" }, { Plan.Id: "cheap" }]);
    }

    [Fact]
    public void Stays_alike_in_every_clock_share_their_bundles()
    {
        var catalog = A.Catalog(A.Esim("pack", 3, 30, 1000));

        Assert.Same(
            BundleCatalog.For(A.Stay("2027-04-01", "2027-04-10"), catalog, 1),
            BundleCatalog.For(A.Stay("2027-05-28", "2027-06-06"), catalog, 1));
        Assert.NotSame(
            BundleCatalog.For(A.Stay("2027-04-01", "2027-04-10"), catalog, 1),
            BundleCatalog.For(A.Stay("2027-04-01", "2027-04-11"), catalog, 1));
    }

    [Fact]
    public void With_calendar_months_stays_share_them_that_fall_into_months_alike()
    {
        var monthly = A.Monthly("month", 20, 3000);
        var catalog = A.Catalog(monthly with { Allowance = monthly.Allowance with { CalendarMonth = true } });

        Assert.Same(
            BundleCatalog.For(A.Stay("2027-04-01", "2027-04-10"), catalog, 1),
            BundleCatalog.For(A.Stay("2027-05-11", "2027-05-20"), catalog, 1));
        Assert.NotSame(
            BundleCatalog.For(A.Stay("2027-04-01", "2027-04-10"), catalog, 1),
            BundleCatalog.For(A.Stay("2027-05-28", "2027-06-06"), catalog, 1));
    }

    private static IEnumerable<Stay> Stays(Random random) =>
        [A.Days(random.Next(1, 8)), A.Days(random.Next(8, 40)), A.Stay("2027-04-01 22:30", "2027-04-08 10:00")];

    /// <summary>Two shops with many packs, alike often enough to be compared and to cost the same, beside plans of every sort.</summary>
    private static CatalogSnapshot Shop(int seed)
    {
        var random = new Random(seed);
        var packs = Enumerable.Range(0, random.Next(6, 16))
            .Select(index => Pack("pack-" + random.Next(100) + "-" + index, random) with { SellerId = "shop-" + random.Next(2) });
        var party = new RandomParty(seed);
        var others = Enumerable.Range(0, 4).Select(index => party.Plan("other-" + index) with { SellerId = "shop-" + random.Next(3) });
        return A.Catalog([.. packs, .. others]);
    }

    private static Plan Pack(string id, Random random)
    {
        var (gb, days, yen) = (random.Next(1, 5), Of(random, 3, 5, 7, 15, 30), random.Next(5, 15) * 100);
        var pack = random.Next(8) == 0 ? A.Sim(id, gb, days, yen) : A.Esim(id, gb, days, yen);
        pack = random.Next(4) == 0 ? pack.OwnTopUp(1, 500) : pack;
        pack = random.Next(6) == 0 ? pack.Capped(2, TetherPer.Plan) : random.Next(6) == 0 ? pack.Tethers(TetherPolicy.Unknown) : pack;
        return (random.Next(6) == 0 ? pack.Slows(128) : pack) with
        {
            Fees = random.Next(8) == 0 ? [A.Fee(100, Of(random, FeePer.Day, FeePer.Plan, FeePer.Order))] : [],
            Validity = new Validity(
                ValidityStart.FirstConnection,
                random.Next(5) == 0 ? ValidityClock.Rolling24Hours : ValidityClock.CalendarDay),
            MaxDays = random.Next(8) == 0 ? days : null,
            MinDays = random.Next(8) == 0 ? 5 : null,
            IdentityCheck = random.Next(8) == 0,
        };
    }

    private static T Of<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static Plan[] SameShop(params Plan[] plans) => [.. plans.Select(plan => plan with { SellerId = "shop" })];

    private static string TextOf(Bundle bundle) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join('+', bundle.Items.Select(item => $"{item.Plan.Id}*{item.Purchases}*{item.Days}"))}"
            + $" {bundle.FixedYen} {bundle.SetUpInconvenienceYen} {string.Join(',', bundle.Cycles)}");
}
