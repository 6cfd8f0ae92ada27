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
    /// Number of a person's further devices that use data through a hotspot or router. A watch or an e-reader does not
    /// count.
    /// </summary>
    public static int ConnectingDevices(Traveler traveler, CatalogSnapshot catalog) =>
        traveler.Devices.Count(id => GbPerDay(catalog.Devices[id], catalog) > 0);

    private static Demand Stated(Traveler traveler, Trip trip, CatalogSnapshot catalog) => traveler.Use switch
    {
        Use.Profile(var id) => WithDevices(ProfileGb(id, catalog), catalog.Usage.Spread.PersonFromProfile, traveler, catalog),
        Use.Measured(var gb) => WithDevices(gb, catalog.Usage.Spread.PersonMeasured, traveler, catalog),
        Use.AtHome(var gb) => WithDevices(gb / DaysPerMonth, catalog.Usage.Spread.PersonFromProfile, traveler, catalog),
        Use.Activities activities => FromActivities(activities, traveler, trip, catalog),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static double ProfileGb(string id, CatalogSnapshot catalog) =>
        catalog.Usage.Profiles.Single(profile => profile.Id == id).GbPerDay;

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
