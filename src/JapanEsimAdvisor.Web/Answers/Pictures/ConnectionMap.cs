using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>Who connects through whom, drawn as a metro map: a line of track for each pod, a station for everybody on it.</summary>
/// <param name="Mark">Letter of the way, that stands where each track begins.</param>
/// <param name="Text">The same in words.</param>
public sealed record ConnectionMap(string Mark, string Text, ImmutableArray<MapLine> Lines)
{
    /// <param name="answer">One with a basket.</param>
    public static ConnectionMap Of(AdviceView view, Answer answer)
    {
        var pods = answer.Basket!.Pods;
        return new ConnectionMap(
            view.Words["mark." + answer.Strategy],
            view.Words.Say("map.text", ("connections", string.Join(view.Words["map.separator"], pods.Select(placed => view.Text.Connection(view.ConnectionOf(placed)))))),
            [.. pods.Select(placed => MapLine.Of(view, placed))]);
    }
}
