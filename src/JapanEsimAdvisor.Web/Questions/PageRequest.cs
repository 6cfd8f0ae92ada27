using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>
/// What a form means: names that people type mean ids, and a figure counts instead of the list beside it. A list always says something, so it must
/// not contradict the figure.
/// </summary>
public static class PageRequest
{
    public static TripRequest Of(TripRequest request, DeviceSearch search) => request with
    {
        Travelers = request.Travelers?.Select(traveler => Of(traveler, search)).ToList(),
        Everyone = request.Everyone is { } everyone
            ? everyone with { Apart = everyone.HoursApartPerDay is null ? everyone.Apart : null, Usage = Of(everyone.Usage) }
            : null,
    };

    private static TravelerPart Of(TravelerPart traveler, DeviceSearch search)
    {
        var phone = traveler.Phone is { } name ? search.Read(name, device => device.Class == DeviceClass.Phone) : null;
        return traveler with
        {
            Phone = phone?.Device?.Id ?? traveler.Phone,
            PhoneMarket = traveler.PhoneMarket ?? (phone?.Device is null ? null : phone.Market),
            Devices = traveler.Devices?.Select(typed => OtherDevice(typed, search)?.Id ?? typed).ToList(),
            Apart = traveler.HoursApartPerDay is null ? traveler.Apart : null,
            Usage = Of(traveler.Usage),
        };
    }

    private static Device? OtherDevice(string typed, DeviceSearch search) =>
        search.Read(typed, device => device.Class != DeviceClass.Phone).Device;

    /// <summary>Of several ways the first that is given counts: measured, profile, activities, use at home.</summary>
    private static UsagePart? Of(UsagePart? usage) => usage switch
    {
        { GbPerDay: not null } => new UsagePart { GbPerDay = usage.GbPerDay },
        { Profile: not null } => new UsagePart { Profile = usage.Profile },
        { Activities: not null } => new UsagePart { Activities = usage.Activities },
        _ => usage,
    };
}
