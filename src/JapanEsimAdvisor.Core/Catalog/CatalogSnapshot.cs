using System.Collections.Frozen;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>The whole catalog at one moment, immutable. Advice needs nothing else.</summary>
public sealed record CatalogSnapshot
{
    /// <summary>In the order in which the first is reported.</summary>
    private static readonly (string Code, Func<Plan, bool> Holds)[] WhyNotAdvisable =
    [
        ("ended", plan => !plan.Offered),
        ("addition", plan => plan.IsAddition),
        ("coverage-unconfirmed", plan => plan.Countries is not { } countries || !countries.Contains("JP")),
        ("no-price", plan => plan.Allowance.Kind == AllowanceKind.PayAsYouGo ? plan.PricePerGb is null : plan.Prices.IsEmpty),
        ("price-floor-only", plan => !plan.Prices.IsEmpty && plan.Prices.All(price => price.IsFloor)),
        ("undated", plan => plan.Source.Checked is null),
        ("allowance-unknown", plan => plan.Allowance is { Kind: AllowanceKind.Fixed or AllowanceKind.Daily or AllowanceKind.Monthly, Gb: null }),
    ];

    /// <summary>Every code of <see cref="NotAdvisableBecause"/>.</summary>
    public static ImmutableArray<string> NotAdvisableCodes { get; } = [.. WhyNotAdvisable.Select(reason => reason.Code)];

    /// <summary>Hash of the content: the same facts, the same version.</summary>
    public required string Version { get; init; }

    /// <summary>Ordered by id.</summary>
    public required ImmutableArray<Plan> Plans { get; init; }

    public required FrozenDictionary<string, Seller> Sellers { get; init; }

    public required FrozenDictionary<string, Device> Devices { get; init; }

    public required FrozenDictionary<string, Airport> Airports { get; init; }

    public required UsageFacts Usage { get; init; }

    public required InconvenienceTariff Tariff { get; init; }

    public required ExchangeRates Rates { get; init; }

    /// <summary>Where the rates stand; null where a catalog was made without.</summary>
    public Source? RatesSource { get; init; }

    public ImmutableArray<Benchmark> Benchmarks { get; init; } = [];

    /// <summary>Where single facts stand that pages cite, by id.</summary>
    public FrozenDictionary<string, Source> Facts { get; init; } = FrozenDictionary<string, Source>.Empty;

    /// <summary>The newest dated benchmark of a topic for one of the markets, or for any; null where there is none.</summary>
    public Benchmark? Typical(string topic, params IReadOnlyList<string?> markets) => Benchmarks
        .Where(benchmark => benchmark is { Historic: false, Source.Checked: not null } && benchmark.Topic == topic && (benchmark.Market is null || markets.Contains(benchmark.Market)))
        .OrderByDescending(benchmark => benchmark.Market is not null)
        .ThenByDescending(benchmark => Source.LatestDay(benchmark.Source.Checked))
        .ThenBy(benchmark => benchmark.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>What a plan is called where its seller does not stand beside it.</summary>
    public string NameOf(Plan plan) => $"{SellerOf(plan).Name} {plan.Name}";

    public Seller SellerOf(Plan plan) => Sellers[plan.SellerId];

    /// <summary>Where a plan is sold: as stated for it, else for its seller, else the seller's own market (decision model, section 3).</summary>
    public ImmutableArray<string> SoldIn(Plan plan) => plan.SoldIn ?? SellerOf(plan).SoldIn ?? SellerOf(plan).Market;

    public ImmutableArray<Handover> ObtainedBy(Plan plan) => plan.ObtainedBy.IsEmpty ? SellerOf(plan).ObtainedBy : plan.ObtainedBy;

    /// <summary>Fees that are part of the price, the seller's and the plan's own.</summary>
    public IEnumerable<Fee> UnavoidableFees(Plan plan) =>
        SellerOf(plan).Fees.Concat(plan.Fees).Where(fee => fee.When == FeeWhen.Always);

    /// <summary>Why a plan is shown but never advised; null where it may be advised.</summary>
    public static string? NotAdvisableBecause(Plan plan)
    {
        foreach (var (code, holds) in WhyNotAdvisable)
        {
            if (holds(plan))
            {
                return code;
            }
        }

        return null;
    }
}
