using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>Kind of device.</summary>
public enum DeviceClass
{
    Phone,
    Tablet,
    Watch,
    Laptop,
    Console,
    EReader,
    Camera,
    Other,
}

/// <summary>A device model. Some facts differ by the market that a unit was made for.</summary>
public sealed record Device
{
    /// <summary>Value of <see cref="CaptivePortal"/> where no source states it.</summary>
    public const string PortalUnknown = "unknown";

    /// <summary>Every value of <see cref="CaptivePortal"/>.</summary>
    public static readonly ImmutableArray<string> PortalAnswers = ["yes", "no", "limited", PortalUnknown];

    /// <summary>Unique in the catalog.</summary>
    public required string Id { get; init; }

    public required string Brand { get; init; }

    /// <summary>Other spellings of the brand, for the search.</summary>
    public ImmutableArray<string> BrandAliases { get; init; } = [];

    public required string Name { get; init; }

    /// <summary>Other names of the model, for the search.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Model numbers of units whose market is not known, for the search.</summary>
    public ImmutableArray<string> ModelNumbers { get; init; } = [];

    /// <summary>Where <see cref="ModelNumbers"/> were read; null where there are none.</summary>
    public Source? ModelNumbersSource { get; init; }

    public required DeviceClass Class { get; init; }

    /// <summary>Year of release; null where not known.</summary>
    public int? Released { get; init; }

    /// <summary>Whether units take an eSIM, for markets that <see cref="Variants"/> does not list.</summary>
    public required Tristate Esim { get; init; }

    /// <summary>
    /// Number of physical slots, for markets that <see cref="Variants"/> does not list; null where not known.
    /// </summary>
    public int? SimSlots { get; init; }

    /// <summary>What differs by market.</summary>
    public ImmutableArray<MarketVariant> Variants { get; init; } = [];

    /// <summary>Number of eSIM profiles that it stores; null where not known.</summary>
    public int? EsimStored { get; init; }

    /// <summary>Number of eSIM profiles that are active at the same time; null where not known.</summary>
    public int? EsimActive { get; init; }

    /// <summary>Whether it can be a hotspot; null where not known.</summary>
    public bool? CanHost { get; init; }

    /// <summary>Number of Wi-Fi connections to plan with as a hotspot; null where not known.</summary>
    public int? HotspotClients { get; init; }

    /// <summary>Whether it connects to Wi-Fi; null where not known.</summary>
    public bool? JoinsWifi { get; init; }

    /// <summary>
    /// Whether it can complete the sign-in page of a public Wi-Fi: one of <see cref="PortalAnswers"/>.
    /// </summary>
    public string CaptivePortal { get; init; } = PortalUnknown;

    /// <summary>Where these facts were read.</summary>
    public required Source Source { get; init; }

    /// <summary>The variant of a market (ISO 3166 code); null where the market is not listed.</summary>
    public MarketVariant? VariantFor(string market) => Variants.FirstOrDefault(variant => variant.Markets.Contains(market));

    /// <summary>True where units of some market differ in eSIM. Then the traveler must state the market.</summary>
    public bool EsimDependsOnMarket => Variants.Any(variant => variant.Esim != Esim);
}

/// <summary>Facts of the units for some markets.</summary>
/// <param name="Markets">ISO 3166 codes.</param>
/// <param name="Esim">Whether these units take an eSIM.</param>
/// <param name="SimSlots">Number of physical slots; null where not known.</param>
/// <param name="ModelNumbers">Model numbers of these units; empty where not known.</param>
/// <param name="Source">Where these facts were read; null where the device's source states them.</param>
public sealed record MarketVariant(
    ImmutableArray<string> Markets,
    Tristate Esim,
    int? SimSlots,
    ImmutableArray<string> ModelNumbers,
    Source? Source)
{
    /// <summary>
    /// True where a travel eSIM can be installed only outside of these markets: the traveler installs it after the
    /// departure from home.
    /// </summary>
    public bool InstallsAbroadOnly { get; init; }
}
