using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Who connects through whom: one pod of an answer, calculated now or saved before.</summary>
/// <param name="Host">Traveler id of the buyer, host or carrier.</param>
/// <param name="Times">So many pods alike.</param>
/// <param name="Clients">People who connect through the host, of each pod.</param>
/// <param name="Plan">Everything one buyer orders, in words.</param>
/// <param name="Medium">What it is bought as, in words; empty for people without a line.</param>
public sealed record Connection(PodKind Kind, string Host, int Times, IReadOnlyList<TravelerCount> Clients, string Plan, string Medium);

/// <summary>How sure an answer is, calculated now or saved before.</summary>
/// <param name="Lines">Lines bought.</param>
/// <param name="ChanceOfALine">That the line most likely to runs out, 0 to 1; null where no allowance is per plan or month.</param>
/// <param name="LimitedDays">Expected limited days where most; null where no plan limits days.</param>
/// <param name="FullSpeedShare">0 to 1.</param>
public readonly record struct AnswerRisk(int Lines, double? ChanceOfALine, double? LimitedDays, double FullSpeedShare);

/// <summary>
/// The one place that words an answer: orders, connections, risk, failures and what helps. Page, API, saved trip, emergency card and calendar say the same.
/// </summary>
public sealed class AnswerText(Words words, TravelerNames names)
{
    /// <summary>So many of a plan: "2 × 5 GB".</summary>
    /// <param name="orders">Times one buyer orders it; a month's plan once, however often it is billed.</param>
    public string Order(string plan, int orders) => orders > 1 ? words.Say("plan.times", ("times", orders), ("plan", plan)) : plan;

    /// <summary>Everything one buyer, or the whole party, orders.</summary>
    public string Orders(IEnumerable<(string Plan, int Orders)> orders) =>
        string.Join(words["certainty.and"], orders.Select(order => Order(order.Plan, order.Orders)));

    /// <summary>Who connects through whom.</summary>
    public string Connection(Connection pod)
    {
        var (host, clients) = (names.Of(pod.Host, pod.Times), Clients(pod));
        return Words.Sentence(pod.Kind switch
        {
            PodKind.NoLine => words.Say("pod.no-line", ("host", host)),
            PodKind.Hotspot => words.Say("pod.hotspot", ("host", host), ("clients", clients), ("plan", pod.Plan)),
            PodKind.Router when pod.Clients.Count == 0 => words.Say("pod.router-alone", ("host", host), ("plan", pod.Plan)),
            PodKind.Router => words.Say("pod.router", ("host", host), ("clients", clients), ("plan", pod.Plan)),
            _ => words.Say("pod.own", ("host", host), ("plan", pod.Plan), ("medium", pod.Medium)),
        });
    }

    /// <summary>People who connect through the hosts of pods alike.</summary>
    public string Clients(Connection pod) => Names(pod.Clients.Select(client => client with { Count = client.Count * pod.Times }));

    public string Names(IEnumerable<TravelerCount> people) => Join(people.Select(one => names.Of(one.Traveler, one.Count)));

    public string Join(IEnumerable<string> texts) => string.Join(words["form.list-separator"], texts);

    /// <summary>What the figure of <see cref="Risk"/> is about: where several lines can run out, one of them.</summary>
    public string RiskLabel(AnswerRisk risk) => words[risk switch
    {
        { ChanceOfALine: not null, Lines: > 1 } => "risk.one-runs-out",
        { ChanceOfALine: not null } => "risk.runs-out",
        { LimitedDays: not null } => "risk.limited-days",
        _ => "risk.full-speed",
    }];

    public string Risk(AnswerRisk risk) => risk switch
    {
        { ChanceOfALine: { } chance } => words.Chance(chance),
        { LimitedDays: { } days } => words.Days(days),
        _ => words.Percent(risk.FullSpeedShare),
    };

    /// <summary>What fails.</summary>
    /// <param name="what">Traveler id of the person who carries the phone or router; else the code of the network.</param>
    /// <param name="plans">Names of the plans it cuts off.</param>
    /// <param name="isOwn">Whether the reader carries the router.</param>
    public string Failure(FailureKind kind, string what, IEnumerable<string> plans, bool isOwn) => (kind, isOwn) switch
    {
        (FailureKind.HostPhone, _) => words.Say("backup.host-phone", ("host", names.Of(what, 1))),
        (FailureKind.Router, true) => words["backup.router-own"],
        (FailureKind.Router, _) => words.Say("backup.router", ("host", names.Of(what, 1))),
        _ when what == Networks.Unknown => words.Say("backup.network-unknown", ("plans", Join(plans))),
        _ => words.Say("backup.network", ("network", words["network." + what])),
    };

    /// <summary>The cheapest further line that helps.</summary>
    /// <param name="key">The sentence; with <c>-own</c> where the reader buys it.</param>
    /// <param name="buyer">Null where the reader buys it.</param>
    public string Cure(string key, string plan, Money price, TravelerCount? buyer) => buyer is null
        ? words.Say(key + "-own", ("plan", plan), ("amount", price))
        : words.Say(key, ("plan", plan), ("who", names.Of(buyer.Traveler, buyer.Count)), ("amount", price));

    /// <summary>What helps where no line does.</summary>
    public string NoCure(string code) => words["backup.none." + code];
}
