using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Facts of a plan in words.</summary>
public static class PlanText
{
    /// <summary>How much data, and what comes after it.</summary>
    public static string Allowance(Words words, Plan plan)
    {
        var allowance = plan.Allowance;
        var amount = allowance switch
        {
            { Kind: AllowanceKind.PayAsYouGo } => words["allowance.pay-as-you-go"],
            { SpeedKbps: { } speed } => words.Say("allowance.held", ("kbps", speed)),
            { Gb: { } gb, Per: { } per } => words.Say("allowance.per-" + per.Wire(), ("gb", gb)),
            { Kind: AllowanceKind.Unlimited } => words["allowance.unlimited-unpublished"],
            _ => words["allowance.unknown"],
        };
        return allowance is { Gb: null, After: AfterAction.Unknown } or { Kind: AllowanceKind.PayAsYouGo }
            ? amount
            : words.Say("allowance.and-after", ("amount", amount), ("after", After(words, allowance)));
    }

    public static string Range(AdviceView view, Purchase purchase)
    {
        var (low, high) = (In(view, purchase.Item.ListedLow, purchase.Placed.Times), In(view, purchase.Item.ListedHigh, purchase.Placed.Times));
        return low == high ? view.Words["price.about"] : view.Words.Say("price.range", ("low", low), ("high", high));
    }

    private static Money In(AdviceView view, Money listed, int times) =>
        view.Catalog.Rates.FromYen(view.Catalog.Rates.ToYen(listed) * times, view.Currency);

    private static string After(Words words, Allowance allowance) => (allowance.After, allowance.AfterKbps) switch
    {
        (AfterAction.Slows, { } kbps) => words.Say("after.slows-to", ("kbps", kbps)),
        (AfterAction.Slows, _) => words["after.slows"],
        (AfterAction.Stops, _) => words["after.stops"],
        (AfterAction.Charged, _) => words["after.charged"],
        _ => words["after.unknown"],
    };
}
