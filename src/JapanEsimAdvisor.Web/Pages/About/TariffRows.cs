using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Pages.About;

/// <summary>The published inconvenience tariff and the other assumptions of the calculation, as rows.</summary>
public sealed class TariffRows(Words words, InconvenienceTariff tariff)
{
    /// <summary>Efforts and their price.</summary>
    public IEnumerable<(string Text, string Value)> Troubles =>
    [
        Yen("tariff.setUpEsim", tariff.SetUpEsim),
        Yen("tariff.swapSim", tariff.SwapSim),
        Yen("tariff.identityCheck", tariff.IdentityCheck),
        Yen("tariff.collectAndReturnRouter", tariff.CollectAndReturnRouter),
        Yen("tariff.carryRouterPerDay", tariff.RouterPerDay, "per-day"),
        Yen("tariff.hostBatteryPerDay", tariff.HostBatteryPerDay, "per-day"),
        Yen("tariff.hostBatteryPerClientPersonDay", tariff.HostBatteryPerClientPersonPerDay, "per-person-day"),
        Yen("tariff.apartPerPersonHour", tariff.ApartPerPersonHour, "per-person-hour"),
        Yen("tariff.limitedDayStops", tariff.LimitedDayStops, "per-person-day"),
        Yen("tariff.limitedDayUnder200OrUnknown", tariff.LimitedDaySlow, "per-person-day"),
        Yen("tariff.limitedDayFrom200To999", tariff.LimitedDayMedium, "per-person-day"),
        Yen("tariff.limitedDayFrom1000", tariff.LimitedDayFast, "per-person-day"),
    ];

    /// <summary>Assumptions for values that the user does not give.</summary>
    public IEnumerable<(string Text, string Value)> Assumptions =>
    [
        Factor("tariff.preferenceFactorPrice", tariff.FactorPrice),
        Factor("tariff.preferenceFactorBalanced", tariff.FactorBalanced),
        Factor("tariff.preferenceFactorEase", tariff.FactorEase),
        Percent("tariff.defaultMaxChanceOfRunningOut", tariff.DefaultMaxChanceOfRunningOut),
        Percent("tariff.minimumFullSpeedShare", tariff.MinimumFullSpeedShare),
        Percent("tariff.usageCheckMinimumShare", tariff.UsageCheckMinimumShare),
        Count("tariff.hotspotClientsWhenUnknown", "devices", tariff.HotspotClientsWhenUnknown),
        Percent("tariff.routerUsableShare", tariff.RouterUsableShare),
        Count("tariff.routerDevicesWhenUnknown", "devices", tariff.RouterDevicesWhenUnknown),
        Count("tariff.esimStoredDefault", "profiles", tariff.EsimStoredWhenUnknown),
        Count("tariff.unlimitedAssumedFairUseGbPerDay", "gb-per-day", tariff.AssumedFairUseGbPerDay),
        Count("tariff.landingToCounterMinutes", "minutes", tariff.MinutesFromLandingToCounter),
        Count("tariff.deliveryLeadDaysWhenUnknown", "days", tariff.DeliveryLeadDaysWhenUnknown),
        Count("tariff.topUpMinimumGb", "gb", tariff.TopUpMinimumGb),
        Percent("tariff.topUpValidityShare", tariff.TopUpValidityShare),
        Count("tariff.apartHoursSometimes", "hours-per-day", tariff.ApartSometimesHours),
        Count("tariff.apartHoursOften", "hours-per-day", tariff.ApartOftenHours),
        Count("tariff.staleAfterDays", "days", tariff.StaleAfterDays),
    ];

    private (string Text, string Value) Yen(string key, double yen, string? per = null)
    {
        var amount = words.Money(new Money((decimal)yen, ExchangeRates.Yen));
        return (words[key], per is null ? amount : words.Say("tariff-unit." + per, ("amount", amount)));
    }

    private (string Text, string Value) Factor(string key, double factor) =>
        (words[key], words.Say("tariff-unit.factor", ("factor", factor)));

    private (string Text, string Value) Percent(string key, double share) => (words[key], words.Percent(share));

    private (string Text, string Value) Count(string key, string unit, double count) =>
        (words[key], words.Say("tariff-unit." + unit, ("count", count)));
}
