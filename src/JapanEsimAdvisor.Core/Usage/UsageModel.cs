using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>Converts the stated use of travelers to gigabytes a day (decision model, section 1).</summary>
public static class UsageModel
{
    private const double DaysPerMonth = 30;

    /// <summary>Use of one person of a traveler, GB a day, with the trip's factor.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The catalog does not contain a device. The request is checked before.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The catalog does not contain the profile or an activity. The request is checked before.
    /// </exception>
    public static Demand Of(Traveler traveler, Trip trip, CatalogSnapshot catalog) =>
        Stated(traveler, trip, catalog).Times(trip.UsageScale);

    /// <summary>
    /// Number of a person's further devices that use data through a hotspot or router: those of the traveler, unknown
    /// ones, and the one that the profile brings along. A watch or an e-reader does not count.
    /// </summary>
    public static int ConnectingDevices(Traveler traveler, CatalogSnapshot catalog) =>
        traveler.Devices.Count(id => GbPerDay(catalog.Devices[id], catalog) > 0)
        + traveler.UnknownDevices.Length
        + (BroughtBy(traveler, catalog) is { } profile && ListedAs(profile, traveler, catalog) is null ? 1 : 0);

    private static Demand Stated(Traveler traveler, Trip trip, CatalogSnapshot catalog)
    {
        var demand = traveler.Use switch
        {
            Use.Profile(var id) => OfProfile(ProfileOf(id, catalog), traveler, catalog),
            Use.Measured(var gb) => WithDevices(gb, catalog.Usage.Spread.PersonMeasured, traveler, catalog),
            Use.AtHome(var gb) => WithDevices(gb / DaysPerMonth, catalog.Usage.Spread.PersonFromProfile, traveler, catalog),
            Use.Activities activities => FromActivities(activities, traveler, trip, catalog),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return traveler.HasPhone ? demand : demand with { PhoneGbPerDay = 0 };
    }

    private static UsageProfile ProfileOf(string id, CatalogSnapshot catalog) => catalog.Usage.Profiles.Single(profile => profile.Id == id);

    /// <summary>The profile of the traveler where it brings a device along; else null.</summary>
    private static UsageProfile? BroughtBy(Traveler traveler, CatalogSnapshot catalog) =>
        traveler.Use is Use.Profile(var id) && ProfileOf(id, catalog) is { Device: not null } profile ? profile : null;

    /// <summary>The device of the traveler that the profile means; null where the traveler lists none.</summary>
    private static string? ListedAs(UsageProfile profile, Traveler traveler, CatalogSnapshot catalog) =>
        profile.Device is { } device ? traveler.Devices.FirstOrDefault(id => catalog.Devices[id].Class == device) : null;

    /// <summary>The use of a listed device that the profile means is part of the profile, so it does not count twice.</summary>
    private static Demand OfProfile(UsageProfile profile, Traveler traveler, CatalogSnapshot catalog)
    {
        var rest = ListedAs(profile, traveler, catalog) is { } listed
            ? traveler with { Devices = traveler.Devices.Remove(listed) }
            : traveler;
        var phone = WithDevices(profile.GbPerDay - profile.DeviceGbPerDay, catalog.Usage.Spread.PersonFromProfile, rest, catalog);
        return phone with { DevicesGbPerDay = phone.DevicesGbPerDay + profile.DeviceGbPerDay };
    }

    private static Demand WithDevices(double phone, double personCv, Traveler traveler, CatalogSnapshot catalog) =>
        new(phone, traveler.Devices.Sum(id => GbPerDay(catalog.Devices[id], catalog)), personCv);

    private static double GbPerDay(Device device, CatalogSnapshot catalog) =>
        catalog.Usage.GbPerDayByDevice.GetValueOrDefault(device.Class);

    private static Demand FromActivities(Use.Activities use, Traveler traveler, Trip trip, CatalogSnapshot catalog)
    {
        var classes = traveler.Devices.Select(id => (DeviceClass?)catalog.Devices[id].Class).ToHashSet();
        double phone = 0, devices = 0;
        foreach (var (id, hours) in use.HoursPerDay)
        {
            var activity = catalog.Usage.Activities.Single(candidate => candidate.Id == id);
            var gb = hours * activity.GbPerHour * (1 - trip.FreeWifiShare);
            _ = classes.Contains(activity.OnDevice) && activity.OnDevice is not null ? devices += gb : phone += gb;
        }

        return new Demand(phone, devices, catalog.Usage.Spread.PersonFromActivities);
    }
}
