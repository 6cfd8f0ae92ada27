using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>
/// What a hassle is worth in yen, and the other assumptions of the decision model (sections 1 to 5). Read from <c>data/tariff.json</c>,
/// where each stands with its reason.
/// </summary>
public sealed record InconvenienceTariff
{
    public required double SetUpEsim { get; init; }

    public required double SwapSim { get; init; }

    public required double CollectAndReturnRouter { get; init; }

    public required double CarryRouterPerDay { get; init; }

    public required double HostBatteryPerDay { get; init; }

    public required double HostBatteryPerClientPersonPerDay { get; init; }

    public required double ApartPerPersonHour { get; init; }

    public required double LimitedDayStops { get; init; }

    /// <summary>Under 200 kbit/s, or speed unknown.</summary>
    public required double LimitedDaySlow { get; init; }

    /// <summary>200 to 999 kbit/s.</summary>
    public required double LimitedDayMedium { get; init; }

    /// <summary>From 1,000 kbit/s.</summary>
    public required double LimitedDayFast { get; init; }

    public required double IdentityCheck { get; init; }

    public required double FactorPrice { get; init; }

    public required double FactorBalanced { get; init; }

    public required double FactorEase { get; init; }

    public required double DefaultMaxChanceOfRunningOut { get; init; }

    public required double MinimumFullSpeedShare { get; init; }

    /// <summary>During a trip, use reported below this share of the expected use counts as this share.</summary>
    public required double UsageCheckMinimumShare { get; init; }

    public required int HotspotClientsIphone { get; init; }

    public required int HotspotClientsOther { get; init; }

    public required double RouterUsableShare { get; init; }

    public required int RouterDevicesWhenUnknown { get; init; }

    public required int EsimStoredWhenUnknown { get; init; }

    public required double AssumedFairUseGbPerDay { get; init; }

    public required int MinutesFromLandingToCounter { get; init; }

    public required double TopUpMinimumGb { get; init; }

    public required double TopUpValidityShare { get; init; }

    public required double ApartSometimesHours { get; init; }

    public required double ApartOftenHours { get; init; }

    /// <summary>Days ahead an order for delivery must be placed where the seller's own deadline is not known.</summary>
    public required int DeliveryLeadDaysWhenUnknown { get; init; }

    public required int StaleAfterDays { get; init; }

    /// <summary>How much a yen of inconvenience counts against a yen of price.</summary>
    public double WeightOf(Priority priority) => priority switch
    {
        Priority.Price => FactorPrice,
        Priority.Ease => FactorEase,
        _ => FactorBalanced,
    };

    public double LimitedDay(AfterAction after, int? kbps) => (after, kbps) switch
    {
        (AfterAction.Stops, _) => LimitedDayStops,
        (_, >= 1000) => LimitedDayFast,
        (_, >= 200) => LimitedDayMedium,
        _ => LimitedDaySlow,
    };
}
