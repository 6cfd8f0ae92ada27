using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>
/// Replaces names that people type for phones and devices by ids, where one device is surely meant. Other names stay as
/// they are: they count as unknown devices.
/// </summary>
public static class TripNames
{
    /// <summary>The request with ids in place of sure names, and the market that the name of a phone states.</summary>
    public static TripRequest Of(TripRequest request, DeviceSearch search) =>
        request with { Travelers = request.Travelers?.Select(traveler => Of(traveler, search)).ToList() };

    private static TravelerPart Of(TravelerPart traveler, DeviceSearch search)
    {
        var phone = traveler.Phone is { } name and not TravelerPart.NoPhone ? search.Read(name, device => device.Class == DeviceClass.Phone) : null;
        return traveler with
        {
            Phone = phone?.Device?.Id ?? traveler.Phone,
            PhoneMarket = traveler.PhoneMarket ?? (phone?.Device is null ? null : phone.Market),
            Devices = traveler.Devices?.Select(typed => OtherDevice(typed, search)?.Id ?? typed).ToList(),
        };
    }

    private static Device? OtherDevice(string typed, DeviceSearch search) =>
        search.Read(typed, device => device.Class != DeviceClass.Phone).Device;
}
