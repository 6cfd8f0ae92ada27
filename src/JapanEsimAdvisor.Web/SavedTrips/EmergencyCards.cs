using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>A card for each traveler to carry on paper: how they connect, and what they do when that fails.</summary>
/// <param name="Who">What the traveler is called.</param>
/// <param name="Connection">How they connect, in a sentence.</param>
public sealed record EmergencyCard(string Who, string Connection, IReadOnlyList<EmergencyRow> Rows);

/// <param name="When">What fails.</param>
/// <param name="Then">What to do, sentence by sentence.</param>
public sealed record EmergencyRow(string When, IReadOnlyList<string> Then);

/// <summary>The cards of one answer, of today or saved, in one language.</summary>
public sealed class EmergencyCards
{
    private readonly Words _words;

    private readonly TravelerNames _names;

    private readonly AnswerText _text;

    private readonly IReadOnlyList<SavedPod> _pods;

    private readonly IReadOnlyList<SavedFallBack> _fallBacks;

    private EmergencyCards(Words words, TravelerNames names, IReadOnlyList<SavedPod> pods, IReadOnlyList<SavedFallBack>? fallBacks)
    {
        (_words, _names, _text, _pods, _fallBacks) = (words, names, new AnswerText(words, names), pods, fallBacks ?? []);
        All = [.. pods.SelectMany((pod, index) => OfPod(pod, index))];
    }

    public IReadOnlyList<EmergencyCard> All { get; }

    /// <param name="view">Advice with an answer to act on.</param>
    public static EmergencyCards Of(AdviceView view) => new(view.Words, view.Names, AnswerKeeping.Pods(view), AnswerKeeping.FallBacks(view));

    public static EmergencyCards Of(SavedTripView view) => new(view.Words, view.Names, view.Trip.Answer.Pods, view.Trip.Answer.FallBacks);

    private IEnumerable<EmergencyCard> OfPod(SavedPod pod, int index)
    {
        yield return Card(pod.Host, pod.Times, HostConnection(pod), index, isHost: true);
        foreach (var client in pod.Clients)
        {
            yield return Card(client.Traveler, client.Count * pod.Times, ClientConnection(pod), index, isHost: false);
        }
    }

    private EmergencyCard Card(string traveler, int people, string connection, int pod, bool isHost) => new(
        Words.Sentence(_names.Of(traveler, people)),
        connection,
        [.. _fallBacks.Where(one => (one.Pod, one.Traveler, one.IsHost) == (pod, traveler, isHost)).Select(Row)]);

    private string HostConnection(SavedPod pod) => (pod.Kind, pod.Clients.Count) switch
    {
        (PodKind.NoLine, _) => _words["emergency.connect.none"],
        (PodKind.Router, 0) => _words.Say("emergency.connect.router-own", ("plan", Plan(pod))),
        (PodKind.Router, _) => _words.Say("emergency.connect.router-host", ("plan", Plan(pod)), ("clients", Clients(pod))),
        (_, 0) => _words.Say("emergency.connect.own", ("plan", Plan(pod))),
        _ => _words.Say("emergency.connect.host", ("plan", Plan(pod)), ("clients", Clients(pod))),
    };

    private string ClientConnection(SavedPod pod) => _words.Say(
        pod.Kind == PodKind.Router ? "emergency.connect.router" : "emergency.connect.hotspot",
        ("host", _names.Of(pod.Host, pod.Times)),
        ("plan", Plan(pod)));

    private EmergencyRow Row(SavedFallBack one) => new(When(one), [.. Then(one)]);

    private string When(SavedFallBack one) => one.IsDead ? _words["emergency.own-phone"] : _text.Failure(one.Kind, one.What, one.Plans, one.IsHost);

    private IEnumerable<string> Then(SavedFallBack one)
    {
        if (one.IsDead)
        {
            yield return one.Sharers.Count + one.Companions.Count > 0
                ? _words.Say("emergency.use-phone", ("names", Names([.. one.Sharers, .. one.Companions])))
                : _words["emergency.no-phone"];
        }
        else if (one.Sharers.Count > 0)
        {
            yield return _words.Say("emergency.share", ("names", Names(one.Sharers)));
        }
        else if (one.Companions.Count > 0)
        {
            yield return _words.Say("emergency.near", ("names", Names(one.Companions)));
        }
        else
        {
            yield return _words["emergency.alone"];
        }

        if (one.IsAlone && Help(one) is { } help)
        {
            yield return help;
        }
    }

    /// <summary>The cheapest further line, or what to do where none helps.</summary>
    private string? Help(SavedFallBack one) => one switch
    {
        { Cure: { } cure } => _text.Cure("backup.cure", cure.Plan, cure.Price, IsBuyer(one, cure) ? null : new TravelerCount(cure.Traveler, cure.Count)),
        { NoCure: { } code } => _text.NoCure(code),
        _ => null,
    };

    /// <summary>Whether the one person of this card, and nobody else alike, is who buys the cure.</summary>
    private bool IsBuyer(SavedFallBack one, SavedCure cure) =>
        (cure.Traveler, cure.Count) == (one.Traveler, 1) && PeopleOf(one) == 1 && _fallBacks.Count(other => (other.Kind, other.What, other.Traveler) == (one.Kind, one.What, one.Traveler)) == 1;

    private int PeopleOf(SavedFallBack one) => _pods[one.Pod] is var pod && one.IsHost ? pod.Times : pod.Times * pod.Clients.Where(client => client.Traveler == one.Traveler).Sum(client => client.Count);

    private string Plan(SavedPod pod) => pod.ToConnection(_words, _text).Plan;

    private string Clients(SavedPod pod) => _text.Clients(pod.ToConnection(_words, _text));

    private string Names(IEnumerable<SavedClient> people) => _text.Names(people.Select(one => new TravelerCount(one.Traveler, one.Count)));
}
