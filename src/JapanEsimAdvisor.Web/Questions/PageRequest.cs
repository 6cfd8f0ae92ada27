namespace JapanEsimAdvisor.Web.Questions;

/// <summary>
/// What a form means: a figure counts instead of the list beside it. A list always says something, so it must not
/// contradict the figure.
/// </summary>
public static class PageRequest
{
    public static TripRequest Of(TripRequest request) => request with
    {
        Travelers = request.Travelers?.Select(Of).ToList(),
        Everyone = request.Everyone is { } everyone
            ? everyone with { Apart = everyone.HoursApartPerDay is null ? everyone.Apart : null, Usage = Of(everyone.Usage) }
            : null,
    };

    private static TravelerPart Of(TravelerPart traveler) => traveler with
    {
        Apart = traveler.HoursApartPerDay is null ? traveler.Apart : null,
        Usage = Of(traveler.Usage),
    };

    /// <summary>Of several ways the first that is given counts: measured, profile, activities, use at home.</summary>
    private static UsagePart? Of(UsagePart? usage) => usage switch
    {
        { GbPerDay: not null } => new UsagePart { GbPerDay = usage.GbPerDay },
        { Profile: not null } => new UsagePart { Profile = usage.Profile },
        { Activities: not null } => new UsagePart { Activities = usage.Activities },
        _ => usage,
    };
}
