using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Who pays what of the price, tested against what every group would pay by itself.</summary>
/// <param name="Stable">True where no group of people who share a connection would pay less by its own advice.</param>
/// <param name="Adjusted">True where shares were moved from the plain rule to make it so.</param>
/// <param name="Impossible">True where apart they would pay less in all, so that no split can please everybody.</param>
/// <param name="BlockedBy">The group that would save most; null where stable.</param>
/// <param name="SavedApart">What apart they would save in all; null unless impossible.</param>
/// <param name="Shares">Everybody once; they add up to the price.</param>
/// <param name="Transfers">What is owed to buyers, one for each person who owes.</param>
public sealed record SplitAnswer(
    bool Stable,
    bool Adjusted,
    bool Impossible,
    BlockingAnswer? BlockedBy,
    Money? SavedApart,
    IReadOnlyList<HeadShare> Shares,
    IReadOnlyList<Transfer> Transfers,
    string Text)
{
    public static SplitAnswer Of(AdviceView view, FairSplit split) => new(
        split.IsStable,
        split.Adjusted,
        split.IsImpossible,
        split.Saves is { } saves ? new BlockingAnswer(split.BlockedBy, saves) : null,
        split.SavedApart,
        split.Shares.Heads,
        split.Shares.Transfers,
        SplitText.Of(view, split));
}

/// <param name="Saves">What the group would pay less by itself.</param>
public sealed record BlockingAnswer(IReadOnlyList<TravelerCount> Travelers, Money Saves);
