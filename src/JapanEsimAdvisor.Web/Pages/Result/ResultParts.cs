using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Answers.Pictures;
using JapanEsimAdvisor.Web.SavedTrips;

namespace JapanEsimAdvisor.Web.Pages.Result;

/// <summary>Every figure of a result page, calculated before the page is written: views only show.</summary>
public sealed class ResultParts
{
    private ResultParts(AdviceView view)
    {
        View = view;
        WhyNot = new WhyNotView(view);
        Verdicts = view.Choice.Plans;
        if (view.Advice.Best is not null)
        {
            var curves = CostCurves.Of(view.Advice, Choice.MostSubPartiesOfFlipsOnAPage);
            Flips = new FlipView(view, FlipPoints.Of(view.Advice, Choice.MostSubPartiesOfFlipsOnAPage));
            Curves = [.. new[] { CurveChart.Of(view, curves.ByLength, "length"), CurveChart.Of(view, curves.BySize, "size") }.OfType<CurveChart>()];
        }
    }

    public AdviceView View { get; }

    /// <summary>Null where nobody can be served.</summary>
    public FlipView? Flips { get; }

    /// <summary>Empty where nobody can be served, and where the party is too various.</summary>
    public IReadOnlyList<CurveChart> Curves { get; } = [];

    public WhyNotView WhyNot { get; }

    /// <summary>On the plans that were asked about.</summary>
    public ImmutableArray<PlanVerdict> Verdicts { get; }

    /// <summary>What belongs to the basket that is shown; null where none is.</summary>
    public BasketParts? Basket { get; private init; }

    public static ResultParts Of(AdviceView view) => new(view) { Basket = view.Shown is { Basket: { } basket } shown ? BasketParts.Of(view, shown, basket) : null };
}

/// <summary>Figures of the basket that a result page shows.</summary>
/// <param name="Range">What is really paid: in one trip of ten no more, in half of them, in nine of ten.</param>
/// <param name="Certainty">Baskets from cheap to sure; empty where the party is too various.</param>
public sealed record BasketParts(
    AdviceView View,
    CostSheet Cost,
    (Money P10, Money P50, Money P90) Range,
    ImmutableArray<Purchase> Purchases,
    FairSplit Split,
    Backup Backup,
    IReadOnlyList<CertaintyPoint> Certainty,
    IReadOnlyList<ChecklistTask> Tasks,
    EmergencyCards Emergencies)
{
    public static BasketParts Of(AdviceView view, Answer shown, Basket basket) => new(
        view,
        view.CostOf(shown),
        view.RangeOf(shown),
        view.PurchasesOf(basket),
        view.SplitOf(basket),
        view.BackupOf(basket),
        view.Choice.Excerpt,
        [.. Checklist.Of(view.Advice, basket)],
        EmergencyCards.Of(view));
}
