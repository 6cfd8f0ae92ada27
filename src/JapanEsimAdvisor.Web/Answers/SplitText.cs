using JapanEsimAdvisor.Core.Questions.FairSplits;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>A fair split in words: what page and API both say of it.</summary>
public static class SplitText
{
    /// <summary>One sentence about whether everybody can be content with the split.</summary>
    public static string Of(AdviceView view, FairSplit split) => split switch
    {
        { SavedApart: { } amount } when view.Advice.Trip.People > 1 => view.Words.Say("split.impossible", ("amount", amount)),
        { Saves: { } amount } => view.Words.Say("split.blocked", ("names", view.Text.Names(split.BlockedBy)), ("amount", amount)),
        { Shares.Transfers: [] } => view.Words["split.own-lines"],
        { Adjusted: true } => view.Words["split.adjusted"],
        _ => view.Words["split.stable"],
    };

    public static string Of(AdviceView view, Transfer transfer) => view.Words.Say(
        transfer.Count == 1 ? "split.pay" : "split.pay-each",
        ("from", view.NameOf(transfer.From, transfer.Count)),
        ("to", view.NameOfHost(transfer.To)),
        ("amount", transfer.AmountEach));
}
