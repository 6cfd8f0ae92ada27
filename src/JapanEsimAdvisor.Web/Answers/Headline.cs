using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>An answer in one sentence.</summary>
public static class Headline
{
    public static string Of(AdviceView view, Answer answer)
    {
        var pods = answer.Basket!.Pods;
        var lines = pods.Where(placed => placed.Pod.Bundle is not null).ToList();
        return lines switch
        {
            [] => view.Words["headline.no-line"],
            [{ Times: 1, Clients.IsEmpty: true } only] => view.Words.Say("headline.one." + Kind(only), ("plan", view.NameOfBundle(only.Pod.Bundle!))),
            [{ Pod.Kind: PodKind.Hotspot, Times: 1 } host] => view.Words.Say("headline.hotspot", ("plan", view.NameOfBundle(host.Pod.Bundle!)), ("host", view.NameOf(host.Host, 1))),
            [{ Pod.Kind: PodKind.Router, Times: 1 } router] => view.Words.Say("headline.router", ("plan", view.NameOfBundle(router.Pod.Bundle!)), ("host", view.NameOf(router.Host, 1))),
            _ when lines.All(placed => placed.Pod.Kind == PodKind.OwnEsim) => EachEsim(view, lines),
            _ when lines.All(placed => placed.Pod.Kind is PodKind.OwnEsim or PodKind.OwnOther) => view.Words["headline.each"],
            _ when lines.TrueForAll(placed => placed.Pod.Kind == PodKind.Router) => Several(view, "headline.routers", lines),
            _ when lines.TrueForAll(placed => placed.Pod.Kind == PodKind.Hotspot) => Several(view, "headline.hotspots", lines),
            _ => Several(view, "headline.mix", lines),
        };
    }

    private static string EachEsim(AdviceView view, List<PlacedPod> lines) => lines.Select(placed => view.NameOfBundle(placed.Pod.Bundle!)).Distinct().Take(2).ToList() is [var bundle]
        ? view.Words.Say("headline.each-esim-same", ("plan", bundle), ("lines", lines.Sum(placed => placed.Times)))
        : view.Words.Say("headline.each-esim", ("lines", lines.Sum(placed => placed.Times)));

    private static string Several(AdviceView view, string key, List<PlacedPod> lines) =>
        view.Words.Say(key, ("lines", lines.Sum(placed => placed.Times)), ("people", view.Advice.Trip.People));

    private static string Kind(PlacedPod placed) => placed.Pod.Kind == PodKind.Router ? "router" : placed.Pod.Bundle!.Plan.Medium.Wire();
}
