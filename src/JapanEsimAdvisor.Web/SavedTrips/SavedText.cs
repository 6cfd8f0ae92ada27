using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>A saved answer in words, as <see cref="Headline"/> and <see cref="PodText"/> say one of today.</summary>
public static class SavedText
{
    public static string RiskLabel(Words words, SavedAnswer answer) => words[answer.Risk switch
    {
        { ChanceOfRunningOut: not null } when answer.Lines > 1 => "risk.one-runs-out",
        { ChanceOfRunningOut: not null } => "risk.runs-out",
        { LimitedDays: not null } => "risk.limited-days",
        _ => "risk.full-speed",
    }];

    public static string Risk(Words words, SavedAnswer answer) => answer.Risk switch
    {
        { ChanceOfALine: { } chance } => words.Chance(chance),
        { LimitedDays: { } days } => words.Days(days),
        var risk => words.Percent(risk.FullSpeedShare),
    };

    /// <summary>What one buyer orders.</summary>
    public static string Order(Words words, SavedPurchase purchase) => purchase.Quantity > 1
        ? words.Say("plan.times", ("times", purchase.Quantity), ("plan", purchase.FullName))
        : purchase.FullName;

    /// <summary>Who connects through whom.</summary>
    public static string Pod(SavedTripView view, SavedPod pod)
    {
        var (words, host, plan) = (view.Words, view.NameOf(pod.Host, pod.Times), view.NameOfBundle(pod));
        var clients = string.Join(words["form.list-separator"], pod.Clients.Select(client => view.NameOf(client.Traveler, client.Count * pod.Times)));
        return pod.Kind switch
        {
            PodKind.NoLine => words.Say("pod.no-line", ("host", host)),
            PodKind.Hotspot => words.Say("pod.hotspot", ("host", host), ("clients", clients), ("plan", plan)),
            PodKind.Router when pod.Clients.Count == 0 => words.Say("pod.router-alone", ("host", host), ("plan", plan)),
            PodKind.Router => words.Say("pod.router", ("host", host), ("clients", clients), ("plan", plan)),
            _ => words.Say("pod.own", ("host", host), ("plan", plan), ("medium", words["medium." + pod.Purchases[0].Medium.Wire()])),
        };
    }
}
