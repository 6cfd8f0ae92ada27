using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Who connects through whom, in words.</summary>
public static class PodText
{
    public static string Of(AdviceView view, PlacedPod placed) => Sentence(InWords(view, placed));

    /// <summary>With a capital letter in front, where the script has them.</summary>
    public static string Sentence(string text) => Words.Sentence(text);

    private static string InWords(AdviceView view, PlacedPod placed) => placed.Pod.Kind switch
    {
        PodKind.NoLine => view.Words.Say("pod.no-line", ("host", view.NameOf(placed.Host, placed.Times))),
        PodKind.Hotspot => view.Words.Say("pod.hotspot", ("host", view.NameOf(placed.Host, placed.Times)), ("clients", Clients(view, placed)), ("plan", view.NameOfBundle(placed.Pod.Bundle!))),
        PodKind.Router when placed.Clients.IsEmpty => view.Words.Say("pod.router-alone", ("host", view.NameOf(placed.Host, placed.Times)), ("plan", view.NameOfBundle(placed.Pod.Bundle!))),
        PodKind.Router => view.Words.Say("pod.router", ("host", view.NameOf(placed.Host, placed.Times)), ("clients", Clients(view, placed)), ("plan", view.NameOfBundle(placed.Pod.Bundle!))),
        _ => view.Words.Say("pod.own", ("host", view.NameOf(placed.Host, placed.Times)), ("plan", view.NameOfBundle(placed.Pod.Bundle!)), ("medium", view.Words["medium." + placed.Pod.Bundle!.Plan.Medium.Wire()])),
    };

    /// <summary>Names of those a notice concerns, with a colon, where it does not concern everybody.</summary>
    public static string Who(AdviceView view, Notice notice) => Who(view, notice.Travelers);

    public static string Who(AdviceView view, IReadOnlyCollection<string> travelers) => view.Names.Who(travelers);

    private static string Clients(AdviceView view, PlacedPod placed) =>
        view.Join(placed.Clients.Select(client => view.NameOf(client.Traveler, client.Count * placed.Times)));
}
