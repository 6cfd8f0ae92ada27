namespace JapanEsimAdvisor.Core.Advice;

/// <summary>So many of the people alike of a traveler.</summary>
/// <param name="Traveler">Traveler id.</param>
/// <param name="Count">At least 1.</param>
public sealed record TravelerCount(string Traveler, int Count);
