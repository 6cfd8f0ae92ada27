using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Tests.Catalog;

public sealed class CatalogSnapshotTests
{
    private static readonly Plan Sound = A.Esim("plan", 5, 10, 2000);

    private static readonly Price Floor = new(10, false, 2000, null, "JPY", false);

    public static TheoryData<string, Plan> Unadvisable => new()
    {
        { "ended", Sound with { Offered = false } },
        { "addition", Sound with { IsAddition = true } },
        { "coverage-unconfirmed", Sound with { Countries = null } },
        { "coverage-unconfirmed", Sound with { Countries = ImmutableArray.Create("KR", "TW") } },
        { "no-price", Sound with { Prices = [] } },
        { "no-price", A.PayAsYouGo("payg", 500) with { PricePerGb = null, Prices = [A.Rate(100)] } },
        { "price-floor-only", Sound with { Prices = [Floor] } },
        { "undated", Sound with { Source = A.Source with { Checked = null } } },
        { "allowance-unknown", Sound with { Allowance = Sound.Allowance with { Gb = null } } },
        { "allowance-unknown", A.Daily("daily", 1, 100) with { Allowance = new Allowance { Kind = AllowanceKind.Daily } } },
        { "allowance-unknown", A.Monthly("month", 1, 100) with { Allowance = new Allowance { Kind = AllowanceKind.Monthly } } },
    };

    public static TheoryData<Plan> Advisable =>
    [
        Sound,
        Sound with { Prices = [Floor, A.Price(10, 2500)] },
        A.PayAsYouGo("payg", 500),
        A.Unlimited("unlimited", 10, 4000),
    ];

    [Theory]
    [MemberData(nameof(Unadvisable))]
    public void What_is_not_known_well_enough_is_never_advised(string code, Plan plan)
    {
        Assert.Equal(code, CatalogSnapshot.NotAdvisableBecause(plan));
    }

    [Theory]
    [MemberData(nameof(Advisable))]
    public void A_dated_priced_plan_that_covers_Japan_is_advised(Plan plan)
    {
        Assert.Null(CatalogSnapshot.NotAdvisableBecause(plan));
    }

    [Fact]
    public void A_benchmark_of_the_market_comes_before_one_for_any_and_a_newer_one_before_an_older()
    {
        static Benchmark Of(string id, string? market, string? date, bool historic = false, string topic = "roaming") =>
            new(id, topic, market, null, 1, 2, "USD", historic, new Source("https://source.example", null, date, "official", "high"));

        var catalog = A.Catalog(Sound) with
        {
            Benchmarks = [Of("any", null, "2026-11"), Of("us-old", "US", "2025"), Of("us", "US", "2026-01"), Of(
                "us-gone", "US", "2026-10", historic: true), Of("us-undated", "US", null), Of("other", "US", "2026-11", topic: "wifi")],
        };

        Assert.Equal("us", catalog.Typical("roaming", "US")?.Id);
        Assert.Equal("any", catalog.Typical("roaming", "CN")?.Id);
        Assert.Equal("any", catalog.Typical("roaming")?.Id);
        Assert.Null(catalog.Typical("sim", "US"));
    }

    [Fact]
    public void Where_a_plan_is_sold_falls_back_to_its_seller_and_then_to_the_sellers_market()
    {
        var seller = A.Seller("shop-plan") with { Market = ["KR"] };
        var selling = seller with { SoldIn = ImmutableArray.Create("TW") };

        Assert.Equal(["KR"], A.Catalog(Sound).With(seller).SoldIn(Sound));
        Assert.Equal(["TW"], A.Catalog(Sound).With(selling).SoldIn(Sound));
        Assert.Equal(["DE"], A.Catalog(Sound).With(selling).SoldIn(Sound with { SoldIn = ImmutableArray.Create("DE") }));
    }

    [Fact]
    public void Handover_falls_back_to_the_seller()
    {
        var post = new Handover(HandoverKind.PostOffice, [], [], 2, null);
        var shop = new Handover(HandoverKind.Shop, [], ["JP"], null, null);
        var catalog = A.Catalog(Sound).With(A.Seller("shop-plan") with { ObtainedBy = [post] });

        Assert.Equal([post], catalog.ObtainedBy(Sound));
        Assert.Equal([shop], catalog.ObtainedBy(Sound with { ObtainedBy = [shop] }));
    }

    [Fact]
    public void Only_fees_that_always_fall_due_belong_to_the_price()
    {
        var optional = A.Fee(900, FeePer.Order) with { When = FeeWhen.Optional };
        var late = A.Fee(800, FeePer.Day) with { When = FeeWhen.Contingent };
        var plan = Sound with { Fees = [A.Fee(100, FeePer.Plan), optional, late] };
        var catalog = A.Catalog(plan).With(A.Seller("shop-plan") with { Fees = [A.Fee(50, FeePer.Order)] });

        Assert.Equal([50m, 100m], catalog.UnavoidableFees(plan).Select(fee => fee.Amount));
    }

    [Fact]
    public void A_range_counts_with_its_middle_and_is_not_a_confirmed_price()
    {
        var range = new Price(10, false, 1000, 2000, "JPY", false);

        Assert.Equal(A.Yen(1500), range.Middle);
        Assert.False((Sound with { Prices = [range] }).PriceConfirmed);
        Assert.True(Sound.PriceConfirmed);
        Assert.Equal(A.Yen(150), (A.Fee(100, FeePer.Order) with { High = 200 }).Middle);
    }

    [Theory]
    [InlineData(AfterAction.Stops, null, 500)]
    [InlineData(AfterAction.Stops, 1000, 500)]
    [InlineData(AfterAction.Slows, null, 300)]
    [InlineData(AfterAction.Slows, 199, 300)]
    [InlineData(AfterAction.Slows, 200, 200)]
    [InlineData(AfterAction.Slows, 999, 200)]
    [InlineData(AfterAction.Slows, 1000, 80)]
    public void A_limited_day_costs_by_what_is_left_of_the_speed(AfterAction after, int? kbps, double yen)
    {
        Assert.Equal(yen, A.Tariff.LimitedDay(after, kbps));
    }

    [Theory]
    [InlineData(TetherPolicy.Allowed, null, null, true)]
    [InlineData(TetherPolicy.Capped, 2.0, TetherPer.Day, true)]
    [InlineData(TetherPolicy.Capped, 2.0, null, false)]
    [InlineData(TetherPolicy.Capped, null, TetherPer.Day, false)]
    [InlineData(TetherPolicy.Unknown, null, null, false)]
    [InlineData(TetherPolicy.Forbidden, null, null, false)]
    public void An_unknown_rule_or_a_cap_of_unknown_size_never_serves_a_client(TetherPolicy policy, double? gb, TetherPer? per, bool serves)
    {
        Assert.Equal(serves, new Tethering(policy, gb, per).MayServe);
    }
}
