using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>
/// Yen for inconvenience, and the other assumptions of the decision model (sections 1 to 5). They come from
/// <c>data/tariff.json</c>, which gives the reason of each.
/// </summary>
public sealed record InconvenienceTariff
{
    /// <summary>Yen to install one eSIM.</summary>
    public required double SetUpEsim { get; init; }

    /// <summary>Yen to change one SIM card.</summary>
    public required double SwapSim { get; init; }

    /// <summary>Yen to collect and return one router.</summary>
    public required double CollectAndReturnRouter { get; init; }

    /// <summary>Yen a day to have a router in the bag and charge it.</summary>
    public required double RouterPerDay { get; init; }

    /// <summary>Yen a day for the battery of a phone that is a hotspot.</summary>
    public required double HostBatteryPerDay { get; init; }

    /// <summary>Yen a day for each client person on a hotspot: more battery, and the host waits.</summary>
    public required double HostBatteryPerClientPersonPerDay { get; init; }

    /// <summary>Yen for one hour in which one person is offline because host and client are apart.</summary>
    public required double ApartPerPersonHour { get; init; }

    /// <summary>Yen for one person and limited day without any data.</summary>
    public required double LimitedDayStops { get; init; }

    /// <summary>Yen for one person and limited day below 200 kbit/s, or at an unknown speed.</summary>
    public required double LimitedDaySlow { get; init; }

    /// <summary>Yen for one person and limited day at 200 to 999 kbit/s.</summary>
    public required double LimitedDayMedium { get; init; }

    /// <summary>Yen for one person and limited day at 1,000 kbit/s or more.</summary>
    public required double LimitedDayFast { get; init; }

    /// <summary>Yen for one identity check.</summary>
    public required double IdentityCheck { get; init; }

    /// <summary>Weight of inconvenience for <see cref="Priority.Price"/>, above 0.</summary>
    public required double FactorPrice { get; init; }

    /// <summary>Weight of inconvenience for <see cref="Priority.Balanced"/>, above 0.</summary>
    public required double FactorBalanced { get; init; }

    /// <summary>Weight of inconvenience for <see cref="Priority.Ease"/>, above 0.</summary>
    public required double FactorEase { get; init; }

    /// <summary>Limit of the chance of running out where the party states none, 0 to 1.</summary>
    public required double DefaultMaxChanceOfRunningOut { get; init; }

    /// <summary>Limit for daily allowances: lowest share of the use at full speed, 0 to 1.</summary>
    public required double MinimumFullSpeedShare { get; init; }

    /// <summary>During a trip, use below this share of the expected use counts as this share, 0 to 1.</summary>
    public required double UsageCheckMinimumShare { get; init; }

    /// <summary>Number of connections of a phone's hotspot where no figure is known.</summary>
    public required int HotspotClientsWhenUnknown { get; init; }

    /// <summary>Share of a router's rated connections that work well, 0 to 1.</summary>
    public required double RouterUsableShare { get; init; }

    /// <summary>Rated connections of a router where the seller states none.</summary>
    public required int RouterDevicesWhenUnknown { get; init; }

    /// <summary>Number of eSIM profiles that a phone stores where not known.</summary>
    public required int EsimStoredWhenUnknown { get; init; }

    /// <summary>Fair use of an unlimited plan where the seller publishes none, GB a day.</summary>
    public required double AssumedFairUseGbPerDay { get; init; }

    /// <summary>Minutes from landing to a counter in arrivals.</summary>
    public required int MinutesFromLandingToCounter { get; init; }

    /// <summary>Smallest plan that counts as a top-up, GB.</summary>
    public required double TopUpMinimumGb { get; init; }

    /// <summary>Shortest validity of such a top-up, as a share of the cycle, 0 to 1.</summary>
    public required double TopUpValidityShare { get; init; }

    /// <summary>Hours a day for "sometimes apart".</summary>
    public required double ApartSometimesHours { get; init; }

    /// <summary>Hours a day for "often apart".</summary>
    public required double ApartOftenHours { get; init; }

    /// <summary>Days between order and delivery where the deadline of the seller is not known.</summary>
    public required int DeliveryLeadDaysWhenUnknown { get; init; }

    /// <summary>A fact is stale when it was not checked for more than this number of days.</summary>
    public required int StaleAfterDays { get; init; }

    /// <summary>Yen of price that one yen of inconvenience counts for, above 0.</summary>
    public double WeightOf(Priority priority) => priority switch
    {
        Priority.Price => FactorPrice,
        Priority.Ease => FactorEase,
        _ => FactorBalanced,
    };

    /// <summary>Yen for one person and limited day.</summary>
    /// <param name="after">What happens after the allowance.</param>
    /// <param name="kbps">Speed after the allowance, kbit/s; null where not known.</param>
    public double LimitedDay(AfterAction after, int? kbps) => (after, kbps) switch
    {
        (AfterAction.Stops, _) => LimitedDayStops,
        (_, >= 1000) => LimitedDayFast,
        (_, >= 200) => LimitedDayMedium,
        _ => LimitedDaySlow,
    };
}
