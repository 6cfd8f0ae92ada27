namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>What of a trip is changed to see when the advice changes.</summary>
public enum FlipFactor
{
    /// <summary>Everybody's use scaled alike; told as the party's mean, GB a person and day.</summary>
    DailyUse,

    /// <summary>Hours a day everybody but children who are never alone is away from the others.</summary>
    HoursApart,

    /// <summary>Days in Japan, both ends included; the departure moves.</summary>
    Length,

    /// <summary>People; added ones are copies of the last, removed from the end.</summary>
    GroupSize,
}

public enum FlipDirection
{
    Below,
    Above,
}
