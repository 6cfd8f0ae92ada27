namespace JapanEsimAdvisor.Core.Advice;

/// <summary>A number of people of a traveler.</summary>
/// <param name="Traveler">Traveler id.</param>
/// <param name="Count">Number of people, at least 1.</param>
public sealed record TravelerCount(string Traveler, int Count);
