using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>What some people of a saved answer can do when one thing fails, as it stood.</summary>
/// <param name="Pod">Place of their pod in the answer.</param>
/// <param name="Traveler">Traveler id.</param>
/// <param name="IsHost">They carry the line or the router of their pod.</param>
/// <param name="What">Traveler id of who carries the phone or router; else the network's code.</param>
/// <param name="Plans">Names of the plans it cuts off.</param>
/// <param name="IsDead">Their own phone fails.</param>
/// <param name="IsAlone">Nobody walks with them who surely has a connection.</param>
/// <param name="Sharers">Who walks with them and can pass a connection on.</param>
/// <param name="Companions">Who else walks with them and has one.</param>
/// <param name="Cure">The cheapest further line that leaves nobody alone; null where nobody is, or none does.</param>
/// <param name="NoCure">Code of why there is none; null where there is one or nobody is alone.</param>
public sealed record SavedFallBack(
    int Pod,
    string Traveler,
    bool IsHost,
    FailureKind Kind,
    string What,
    IReadOnlyList<string> Plans,
    bool IsDead,
    bool IsAlone,
    IReadOnlyList<SavedClient> Sharers,
    IReadOnlyList<SavedClient> Companions,
    SavedCure? Cure,
    string? NoCure);

/// <param name="Traveler">Traveler id of who buys it.</param>
/// <param name="Count">So many of it.</param>
/// <param name="Plan">What it is called, seller first.</param>
/// <param name="Price">For all of it, in the reader's currency.</param>
public sealed record SavedCure(string Traveler, int Count, string Plan, Money Price);
