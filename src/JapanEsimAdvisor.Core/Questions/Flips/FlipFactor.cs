namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>The fact of a trip that changes in the search for flips.</summary>
public enum FlipFactor
{
    /// <summary>
    /// The use of every person, multiplied by the same factor. The value is the mean of the party, GB a day and person.
    /// </summary>
    DailyUse,

    /// <summary>
    /// Hours a day apart from the others, the same for every person except children who are never alone.
    /// </summary>
    HoursApart,

    /// <summary>Days in Japan, both ends included. The departure moves.</summary>
    Length,

    /// <summary>
    /// Number of people. Added people are copies of the last traveler. People are removed from the end.
    /// </summary>
    GroupSize,
}

/// <summary>On which side of the present value a flip is.</summary>
public enum FlipDirection
{
    Below,
    Above,
}
