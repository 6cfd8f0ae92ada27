using System.Collections.Frozen;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>The whole catalog at one moment. Immutable.</summary>
public sealed record CatalogSnapshot
{
    /// <summary>Reasons in order: the first that applies is reported.</summary>
    private static readonly (string Code, Func<Plan, bool> Holds)[] WhyNotAdvisable =
    [
        ("ended", plan => !plan.Offered),
        ("addition", plan => plan.IsAddition),
        ("coverage-unconfirmed", plan => plan.Countries is not { } countries || !countries.Contains("JP")),
        ("no-price", plan => plan.Allowance.Kind == AllowanceKind.PayAsYouGo ? plan.PricePerGb is null : plan.Prices.IsEmpty),
        ("price-floor-only", plan => !plan.Prices.IsEmpty && plan.Prices.All(price => price.IsFloor)),
        ("undated", plan => plan.Source.Checked is null),
        ("allowance-unknown", plan => plan.Allowance is
        {
            Kind: AllowanceKind.Fixed or AllowanceKind.Daily or AllowanceKind.Monthly,
            Gb: null,
        }),
    ];

    /// <summary>Every code of <see cref="NotAdvisableBecause"/>.</summary>
    public static ImmutableArray<string> NotAdvisableCodes { get; } = [.. WhyNotAdvisable.Select(reason => reason.Code)];

    /// <summary>Hash of the content. The same facts have the same version.</summary>
    public required string Version { get; init; }

    /// <summary>All plans, ordered by id.</summary>
    public required ImmutableArray<Plan> Plans { get; init; }

    /// <summary>By seller id.</summary>
    public required FrozenDictionary<string, Seller> Sellers { get; init; }

    /// <summary>By device id.</summary>
    public required FrozenDictionary<string, Device> Devices { get; init; }

    /// <summary>By IATA code.</summary>
    public required FrozenDictionary<string, Airport> Airports { get; init; }

    /// <summary>Profiles, activities and the spread of use.</summary>
    public required UsageFacts Usage { get; init; }

    /// <summary>Yen for inconvenience, and other assumptions.</summary>
    public required InconvenienceTariff Tariff { get; init; }

    /// <summary>Yen for one unit of each currency.</summary>
    public required ExchangeRates Rates { get; init; }

    /// <summary>Where the rates were read; null where not known.</summary>
    public Source? RatesSource { get; init; }

    /// <summary>Typical market prices.</summary>
    public ImmutableArray<Benchmark> Benchmarks { get; init; } = [];

    /// <summary>Sources of single facts that pages cite, by id.</summary>
    public FrozenDictionary<string, Source> Facts { get; init; } = FrozenDictionary<string, Source>.Empty;

    /// <summary>
    /// The newest dated benchmark of a topic; null where there is none. One for a given market comes before one for any
    /// market.
    /// </summary>
    /// <param name="topic">As <see cref="Benchmark.Topic"/>.</param>
    /// <param name="markets">ISO 3166 codes; null entries are ignored.</param>
    public Benchmark? Typical(string topic, params IReadOnlyList<string?> markets) => Benchmarks
        .Where(benchmark => benchmark is { Historic: false, Source.Checked: not null } && benchmark.Topic == topic)
        .Where(benchmark => benchmark.Market is null || markets.Contains(benchmark.Market))
        .OrderByDescending(benchmark => benchmark.Market is not null)
        .ThenByDescending(benchmark => Source.LatestDay(benchmark.Source.Checked))
        .ThenBy(benchmark => benchmark.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Name of a plan with its seller, for places that do not show the seller separately.</summary>
    public string NameOf(Plan plan) => $"{SellerOf(plan).Name} {plan.Name}";

    /// <summary>The seller of a plan.</summary>
    public Seller SellerOf(Plan plan) => Sellers[plan.SellerId];

    /// <summary>
    /// Where a plan is sold: as stated for the plan, else for its seller, else the home market of the seller (decision
    /// model, section 3). ISO 3166 codes or <c>worldwide</c>.
    /// </summary>
    public ImmutableArray<string> SoldIn(Plan plan) => plan.SoldIn ?? SellerOf(plan).SoldIn ?? SellerOf(plan).Market;

    /// <summary>
    /// Ways in which a plan reaches the buyer: its own, else those of its seller; empty where not known.
    /// </summary>
    public ImmutableArray<Handover> ObtainedBy(Plan plan) => plan.ObtainedBy.IsEmpty ? SellerOf(plan).ObtainedBy : plan.ObtainedBy;

    /// <summary>Fees that every buyer pays: those of the seller, then those of the plan.</summary>
    public IEnumerable<Fee> UnavoidableFees(Plan plan) =>
        SellerOf(plan).Fees.Concat(plan.Fees).Where(fee => fee.When == FeeWhen.Always);

    /// <summary>Code of the reason why a plan is shown but never advised; null where it may be advised.</summary>
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
