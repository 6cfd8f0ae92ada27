using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>The core's recommendation as the contract of version 1.</summary>
public static class RecommendationMapping
{
    public static RecommendationResponse ToResponse(AdviceView view) =>
        ToResponse(view, view.Includes("flip-points") ? new FlipView(view, FlipPoints.Of(view.Advice)) : null);

    private static RecommendationResponse ToResponse(AdviceView view, FlipView? flips) => new(
        view.Advice.Recommended,
        [.. view.Advice.Answers.Select(answer => Strategy(view, answer))],
        view.Choice.Chosen is { } chosen ? Strategy(view, chosen) : null,
        new DoingNothingAnswer([.. view.Advice.DoingNothing.Select(row => DoingNothing(view, row))]),
        view.Shown?.Basket is { } basket ? [.. Answers.Checklist.Of(view.Advice, basket).Select(task => Task(view, task))] : [],
        [.. view.Advice.Assumptions.Select(notice => Coded(view, "assumption", notice))],
        view.Includes("frontier") ? [.. view.Choice.Frontier.Select(point => Point(view, point))] : null,
        flips is null ? null : [.. flips.Flips.Points.Select(point => FlipPointAnswer.Of(flips, point))],
        flips is null ? null : [.. flips.Flips.Sharing.Select(sharing => SharingBreakEvenAnswer.Of(flips, sharing))],
        flips?.Flips.IsSkipped == true ? new CodedText("too-various", view.Words["flip.too-various"], []) : null,
        view.Includes("why-not") ? WhyNotMapping.ToResponse(view) : null,
        view.Catalog.Stamp(view.Shown?.Basket is { } shown ? view.PurchasesOf(shown).Select(purchase => purchase.Plan) : []));

    private static CodedText Coded(AdviceView view, string family, Notice notice) => new(notice.Code, view.Say(family, notice), notice.Travelers);

    private static StrategyAnswer Strategy(AdviceView view, Answer answer) => Plain(view, answer) with
    {
        Percentiles = answer.IsFeasible && view.Includes("percentiles") ? Percentiles(view, answer) : null,
        Split = answer.Basket is { } split && view.Includes("fair-split") ? SplitAnswer.Of(view, view.SplitOf(split)) : null,
        Backup = answer.Basket is { } failing && view.Includes("backup") ? BackupAnswer.Of(view, Backup.Of(failing, view.Advice)) : null,
    };

    /// <summary>Without the parts that are calculated only on request.</summary>
    private static StrategyAnswer Plain(AdviceView view, Answer answer) => new(
        answer.Strategy,
        answer.IsFeasible,
        answer.Basket?.Id,
        answer.Basket?.Unmet,
        answer.IsFeasible ? Cost(view, answer) : null,
        null,
        answer.Basket is { } basket ? [.. view.PurchasesOf(basket).Select(purchase => Purchase(view, purchase))] : [],
        answer.Basket is { } connected ? [.. connected.Pods.SelectMany(Connections)] : [],
        answer.Risk?.ChanceOfRunningOut,
        answer.Risk?.LimitedDays,
        answer.Risk?.FullSpeedShare,
        answer.Basket is { } placed ? [.. Travelers(view, placed)] : [],
        [.. answer.Warnings.Select(notice => Coded(view, "warning", notice))],
        [.. answer.Reasons.Select(notice => Coded(view, "reason", notice))],
        null,
        null,
        answer.IsFeasible ? Headline.Of(view, answer) : null,
        answer.IsFeasible ? new RiskInWords(view.Text.RiskLabel(AdviceView.RiskOf(answer)), view.Text.Risk(AdviceView.RiskOf(answer))) : null);

    private static FrontierPoint Point(AdviceView view, CertaintyPoint point)
    {
        var (whole, basket) = (Plain(view, point.Answer), point.Basket);
        return new FrontierPoint(
            basket.Id,
            whole.Strategy,
            whole.Cost!.Price,
            whole.Cost.ExpectedTotal,
            point.Answer.Risk!.FullSpeedShare,
            whole.ChanceOfRunningOut,
            whole.LimitedDays,
            basket.Unmet,
            point.IsAdvised,
            point.IsOnFrontier,
            point.Beside is { } beside ? Coded(view, "reason", beside.Notice) with { Code = beside.Code } : null,
            whole.Cost,
            whole.Purchases,
            whole.Connections,
            whole.Travelers,
            whole.Warnings);
    }

    private static CostAnswer Cost(AdviceView view, Answer answer)
    {
        var sheet = view.CostOf(answer);
        return new CostAnswer(
            sheet.Price,
            sheet.ExpectedTopUps,
            sheet.Inconvenience,
            sheet.ExpectedTotal,
            sheet.PerPerson,
            sheet.PerPersonPerDay,
            [.. sheet.Rows.Select(row => new CostRowAnswer(row.Code, view.CostText(row), row.Amount))]);
    }

    private static PercentilesAnswer Percentiles(AdviceView view, Answer answer)
    {
        var range = view.RangeOf(answer);
        return new PercentilesAnswer(range.P10, range.P50, range.P90);
    }

    private static PurchaseAnswer Purchase(AdviceView view, Purchase purchase) => new(
        purchase.Plan.Id,
        purchase.Plan.SellerId,
        purchase.Plan.Name,
        purchase.Plan.Medium,
        purchase.Item.Orders,
        purchase.Placed.Times,
        purchase.Placed.Host,
        purchase.Item.Days,
        purchase.Price,
        purchase.ListedPrice,
        purchase.IsConfirmed ? null : new MoneyRange(purchase.Item.ListedLow.Amount * purchase.Placed.Times, purchase.Item.ListedHigh.Amount * purchase.Placed.Times, purchase.Item.Listed.Currency),
        purchase.IsConfirmed,
        view.Catalog.SellerOf(purchase.Plan).Website,
        view.Catalog.SellerOf(purchase.Plan).Website,
        purchase.BuyBefore,
        purchase.Plan.Source.Checked,
        purchase.Plan.Source.Url ?? purchase.Plan.Source.CollectedFrom,
        view.Catalog.SellerOf(purchase.Plan).Name,
        Words.Sentence(view.NameOf(purchase.Placed.Host, purchase.Placed.Times)));

    private static IEnumerable<ConnectionAnswer> Connections(PlacedPod placed) =>
        ConnectionAnswer.Of(placed.Pod.Kind, placed.Host, placed.Times, placed.Clients.Select(client => (client.Traveler, client.Count)));

    private static IEnumerable<TravelerAnswer> Travelers(AdviceView view, Basket basket)
    {
        var shares = SharesOf(view, basket);
        return from part in TripMapping.Parts(view.Request).Select((part, index) => (Part: part, Id: view.Advice.Trip.Travelers[index].Id))
               let pods = basket.Pods.Where(placed => placed.People.Contains(part.Id)).Select(placed => placed.Pod).ToList()
               let worst = pods.MaxBy(pod => pod.Risk.ChanceOfRunningOut ?? pod.Risk.LimitedDays ?? 0)!
               select new TravelerAnswer(
                   part.Id,
                   part.Part.Name,
                   part.Part.Count ?? 1,
                   view.Advice.TypeOf(part.Id).Demand.GbPerDay,
                   worst.Risk.ChanceOfRunningOut,
                   worst.Risk.LimitedDays,
                   GroupRisk.ShareOf(worst.Risk.ShortfallGb, worst.Demand.GbPerDay * view.Advice.Trip.Stay.DemandDays),
                   shares.Of(part.Id));
    }

    private static FairShares SharesOf(AdviceView view, Basket basket) =>
        view.Includes("fair-split") ? view.SplitOf(basket).Shares : FairShares.Plain(basket, view.Advice, view.Currency);

    private static DoingNothingRow DoingNothing(AdviceView view, HomeRoaming row) => new(
        row.Traveler,
        row.Operator,
        row.PlanId,
        row.Yen is { } yen ? view.Catalog.Rates.FromYen(yen, view.Currency) : null,
        row.Reason.Code,
        view.Say("reason", row.Reason));

    private static TaskAnswer Task(AdviceView view, ChecklistTask task) => new(task.When, task.Due, task.Traveler, task.Notice.Code, view.Say("task", task.Notice));
}
