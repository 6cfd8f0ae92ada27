using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>
/// A scenario as text, a line for each thing, named by its first word: <c>trip</c>; <c>advice</c>: strategy, price in
/// yen, and for each line bought <c>buyer: plan &lt; who connects through them</c>; <c>because</c> and <c>beware</c>:
/// codes of its reasons and warnings; and where it matters <c>refuses</c>: strategies that cannot serve the party, and
/// why; <c>risk</c>; <c>nothing</c>: what home roaming adds. A line that begins with spaces continues the one above.
/// </summary>
public static partial class Scenario
{
    /// <summary>
    /// Compares every line that is there with what the advisor says; <c>advice</c>, <c>because</c> and <c>beware</c>
    /// always.
    /// </summary>
    public static void Holds(RealCatalog catalog, string text)
    {
        var lines = Continued().Replace(text, " ").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        var advice = catalog.Advise(lines["trip"]);
        var keys = lines.Keys.Where(key => key != "trip").Union(["advice", "because", "beware"]).ToList();
        var answer = Written(keys, key => Say(key, advice));

        Assert.True(answer == Written(keys, key => lines.GetValueOrDefault(key, "?")), $"The advisor now says:\n{answer}");
    }

    private static string Written(IEnumerable<string> keys, Func<string, string> say) =>
        string.Join('\n', keys.Select(key => $"{key,-8} {say(key)}"));

    private static string Say(string key, Recommendation advice) => key switch
    {
        "advice" => advice.Best is { } best ? $"{best.Strategy} {Price(best, advice)} | {Pods(best.Basket!)}" : "nothing fits",
        "because" => Codes(advice.Best!.Reasons),
        "beware" => Codes(advice.Best!.Warnings),
        "refuses"
            => string.Join(
                "; ", advice.Answers.Where(answer => !answer.IsFeasible).Select(answer => $"{answer.Strategy}: {Codes(answer.Reasons)}")),
        "risk" => Risk(advice.Best!.Risk!),
        "nothing"
            => string.Join(
                "; ",
                advice.DoingNothing.Select(row => FormattableString.Invariant($"{row.Traveler}: {row.Reason.Code}{row.Yen:' ¥'#,0}"))),
        _ => throw new FormatException(key),
    };

    private static string Price(Core.Advice.Answer answer, Recommendation advice)
    {
        var sheet = CostSheet.Of(
            answer.Basket!, advice.Trip.People, advice.Trip.Stay.CalendarDays, ExchangeRates.Yen, advice.Catalog.Rates);
        return FormattableString.Invariant($"¥{sheet.Price.Amount:N0}");
    }

    private static string Pods(Basket basket) => string.Join("; ", basket.Pods.Select(Pod));

    private static string Pod(PlacedPod placed)
    {
        var clients = placed.Clients.IsEmpty
            ? string.Empty
            : " < " + string.Join(" + ", placed.Clients.Select(client => Times(client.Count, client.Traveler)));
        return $"{Times(placed.Times, placed.Host)}: {Bought(placed.Pod.Bundle)}{clients}";
    }

    private static string Bought(Bundle? bundle) =>
        bundle is null ? "no line" : string.Join(" + ", bundle.Items.Select(item => Times(item.Purchases, item.Plan.Id)));

    private static string Times(int times, string what) => times > 1 ? FormattableString.Invariant($"{times} × {what}") : what;

    private static string Codes(IEnumerable<Notice> notices) =>
        string.Join(", ", notices.Select(notice => notice.Code).DefaultIfEmpty("none"));

    [GeneratedRegex(@"\n +")]
    private static partial Regex Continued();

    private static string Risk(GroupRisk risk) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(risk.ChanceOfRunningOut is { } chance ? $"{100 * chance:0.0} % that somebody runs out, " : "")}"
            + $"{(risk.LimitedDays is { } days ? $"{days:0.0} slow days, " : "")}{100 * risk.FullSpeedShare:0.0} % at full speed");
}
