namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>One way to serve a whole sub-party together.</summary>
/// <param name="SubParty">Number of the sub-party, above 0, as <see cref="SubParties"/> numbers them.</param>
/// <param name="Score">What it adds to the score of an arrangement.</param>
/// <param name="IsMarked">True for the kind of candidate that an arrangement may have to contain.</param>
public readonly record struct Candidate(int SubParty, Score Score, bool IsMarked);
