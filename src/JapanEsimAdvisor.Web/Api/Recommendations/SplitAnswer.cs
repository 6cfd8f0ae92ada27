using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Who pays what of the price, tested against what every group would pay by itself.</summary>
public sealed class SplitAnswer(AdviceView view, FairSplit split)
{
    /// <summary>True where no group of people who share a connection would pay less by its own advice.</summary>
    public bool Stable { get; } = split.IsStable;

    /// <summary>True where shares were moved from the plain rule to make it so.</summary>
    public bool Adjusted { get; } = split.Adjusted;

    /// <summary>True where apart they would pay less in all, so that no split can please everybody.</summary>
    public bool Impossible { get; } = split.IsImpossible;

    /// <summary>The group that would save most; null where stable.</summary>
    public BlockingAnswer? BlockedBy { get; } = split.Saves is { } saves ? new(split.BlockedBy, saves) : null;

    /// <summary>What apart they would save in all; null unless impossible.</summary>
    public Money? SavedApart { get; } = split.SavedApart;

    /// <summary>Everybody once; they add up to the price.</summary>
    public IReadOnlyList<HeadShare> Shares { get; } = split.Shares.Heads;

    /// <summary>What is owed to buyers, one for each person who owes.</summary>
    public IReadOnlyList<Transfer> Transfers { get; } = split.Shares.Transfers;

    public string Text { get; } = SplitText.Of(view, split);
}

/// <param name="Saves">What the group would pay less by itself.</param>
public sealed record BlockingAnswer(IReadOnlyList<TravelerCount> Travelers, Money Saves);
