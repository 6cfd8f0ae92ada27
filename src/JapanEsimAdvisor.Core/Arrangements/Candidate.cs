namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>One way to serve a whole sub-party together.</summary>
/// <param name="SubParty">Number of the sub-party, above 0, as <see cref="SubParties"/> counts.</param>
/// <param name="Score">What it adds to the score of an arrangement.</param>
/// <param name="IsMarked">Whether it is of the kind of which an arrangement must contain one.</param>
public readonly record struct Candidate(int SubParty, Score Score, bool IsMarked);
