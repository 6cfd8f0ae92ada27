using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Catalog;

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

/// <summary>A model, with what differs by the market a unit was made for.</summary>
public sealed record Device
{
    /// <summary>What is said where no source states it.</summary>
    public const string PortalUnknown = "unknown";

    public static readonly ImmutableArray<string> PortalAnswers = ["yes", "no", "limited", PortalUnknown];

    public required string Id { get; init; }

    public required string Brand { get; init; }

    public ImmutableArray<string> BrandAliases { get; init; } = [];

    public required string Name { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public required DeviceClass Class { get; init; }

    public int? Released { get; init; }

    /// <summary>Units of markets not listed under <see cref="Variants"/>.</summary>
    public required Tristate Esim { get; init; }

    public int? SimSlots { get; init; }

    public ImmutableArray<MarketVariant> Variants { get; init; } = [];

    public int? EsimStored { get; init; }

    public int? EsimActive { get; init; }

    public bool? CanHost { get; init; }

    /// <summary>Wi-Fi connections to plan with as a hotspot.</summary>
    public int? HotspotClients { get; init; }

    public bool? JoinsWifi { get; init; }

    /// <summary>Whether it passes the sign-in page of a public Wi-Fi: one of <see cref="PortalAnswers"/>.</summary>
    public string CaptivePortal { get; init; } = PortalUnknown;

    public required Source Source { get; init; }

    public MarketVariant? VariantFor(string market) => Variants.FirstOrDefault(variant => variant.Markets.Contains(market));

    /// <summary>True where some market's units differ in eSIM, so that the market must be asked.</summary>
    public bool EsimDependsOnMarket => Variants.Any(variant => variant.Esim != Esim);
}

public sealed record MarketVariant(
    ImmutableArray<string> Markets,
    Tristate Esim,
    int? SimSlots,
    ImmutableArray<string> ModelNumbers,
    Source? Source);
