using System.ComponentModel.DataAnnotations;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>Where saved trips are kept, for how long, and how many may be saved. Section <c>SavedTrips</c> of the configuration.</summary>
public sealed class SavedTripsOptions
{
    public const string Section = "SavedTrips";

    /// <summary>SQLite connection string; a relative file stands in the content root. Never the catalog's own file.</summary>
    [Required]
    public string Database { get; init; } = "Data Source=trips.db";

    /// <summary>Whole days after the day of departure for which a trip can be opened.</summary>
    [Range(1, 365)]
    public int DaysToKeep { get; init; } = 60;

    /// <summary>Whole days for which an emptied trip is still known to have been there, so that its link says what became of it.</summary>
    [Range(0, 365)]
    public int DaysRemembered { get; init; } = 60;

    /// <summary>Trips that may be saved from one address a day.</summary>
    [Range(1, int.MaxValue)]
    public int SavedPerDay { get; init; } = 20;

    /// <summary>Trips that may be saved from everywhere a minute.</summary>
    [Range(1, int.MaxValue)]
    public int SavedPerMinute { get; init; } = 120;

    /// <summary>Changes and deletions from one address a minute.</summary>
    [Range(1, int.MaxValue)]
    public int ChangesPerMinute { get; init; } = 60;
}
