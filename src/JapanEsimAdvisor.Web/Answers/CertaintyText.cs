using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>How sure a basket is, and what it buys, in a few words.</summary>
public static class CertaintyText
{
    /// <summary>How much of the use runs at full speed.</summary>
    public static string Share(Words words, double share) => words.Say(
        share switch
        {
            >= 0.995 => "certainty.all",
            >= 0.9 => "certainty.almost-all",
            >= 0.7 => "certainty.most",
            >= 0.5 => "certainty.half",
            _ => "certainty.little",
        },
        ("share", new Share(share)));

    /// <summary>How likely it is to run out, or on how many days it is slow; null where neither says anything.</summary>
    public static string? Risk(AdviceView view, Answer answer) => answer.Risk is { ChanceOfRunningOut: null, LimitedDays: null }
        ? null
        : view.Words.Say("certainty.risk", ("label", view.Text.RiskLabel(AdviceView.RiskOf(answer))), ("value", view.Text.Risk(AdviceView.RiskOf(answer))));

    /// <summary>Everything the party buys, without who buys it.</summary>
    public static string Purchases(AdviceView view, Basket basket)
    {
        var bought = view.PurchasesOf(basket)
            .GroupBy(purchase => purchase.Plan.Id, purchase => purchase.Placed.Times * purchase.Item.Orders)
            .Select(same => (view.NameOfPlan(same.Key), same.Sum()))
            .ToList();
        return bought.Count == 0 ? view.Words["headline.no-line"] : view.Text.Orders(bought);
    }

    /// <summary>By how much a choice differs from our advice, in what is paid and in all.</summary>
    public static IEnumerable<string> AgainstAdvice(AdviceView view, Answer chosen)
    {
        if (view.Advice.Best is not { } best || chosen.Basket!.Id == best.Basket!.Id)
        {
            return [view.Words["choice.is-advice"]];
        }

        var (one, other) = (view.CostOf(chosen), view.CostOf(best));
        return
        [
            Difference(view, one.Price.Amount - other.Price.Amount, "choice.price-more", "choice.price-less", "choice.price-same"),
            Difference(view, one.ExpectedTotal.Amount - other.ExpectedTotal.Amount, "choice.total-more", "choice.total-less", "choice.total-same"),
        ];
    }

    private static string Difference(AdviceView view, decimal amount, string more, string less, string same) => view.Words.Say(
        amount switch { > 0 => more, < 0 => less, _ => same },
        ("amount", new Core.Units.Money(Math.Abs(amount), view.Currency)));
}
