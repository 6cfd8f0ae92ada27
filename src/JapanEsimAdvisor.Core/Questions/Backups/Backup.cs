using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>What fails.</summary>
public enum FailureKind
{
    /// <summary>The phone that shares its line is empty, broken or lost.</summary>
    HostPhone,

    /// <summary>The rented router is empty, broken or lost.</summary>
    Router,

    /// <summary>One Japanese network is down.</summary>
    Network,
}

/// <summary>The effect of one failure on a basket.</summary>
/// <param name="Kind">What fails.</param>
/// <param name="What">
/// Id of the traveler with the phone or router; for a network its name, or <see cref="Networks.Unknown"/>.
/// </param>
/// <param name="Plans">Ids of the plans that fail.</param>
/// <param name="Offline">People without a connection, the owner of the failed phone included.</param>
/// <param name="Alone">
/// Those of them who are with nobody who surely has a connection. The owner of a failed phone is never among them,
/// because a further line does not help.
/// </param>
/// <param name="Cure">
/// The cheapest spare line with which nobody is alone. Null where nobody is alone, or where no line is enough.
/// </param>
/// <param name="NoCure">
/// Why there is no such line: one of <see cref="SpareLines.Codes"/>. Null where there is one or nobody is alone.
/// </param>
public sealed record Failure(
    FailureKind Kind,
    string What,
    ImmutableArray<string> Plans,
    ImmutableArray<TravelerCount> Offline,
    ImmutableArray<TravelerCount> Alone,
    SpareLine? Cure,
    string? NoCure);

/// <summary>A further line that somebody buys in case of a failure.</summary>
/// <param name="Traveler">Id of the traveler who buys it. They have no connection in that failure.</param>
/// <param name="Count">Number of lines: one for each of the equal pods.</param>
/// <param name="Bundle">What each buyer buys.</param>
/// <param name="Yen">
/// Unrounded yen of all lines for the whole stay, unavoidable fees included. Pay as you go counts the buyer's own use.
/// </param>
public sealed record SpareLine(string Traveler, int Count, Bundle Bundle, decimal Yen);

/// <summary>
/// Whether a failed phone, router or network leaves somebody alone and offline, and the cheapest spare line against it
/// (method, sections 5 and 9).
/// </summary>
/// <param name="Failures">
/// Every single failure: phones by pod, routers by pod, then networks by name, the unknown one last.
/// </param>
/// <param name="CureForAll">
/// The cheapest single line that helps in every failure that has a spare line; null where there is none.
/// </param>
public sealed record Backup(ImmutableArray<Failure> Failures, SpareLine? CureForAll)
{
    /// <summary>True where no single failure leaves somebody alone and offline.</summary>
    public bool IsSafe => Failures.All(failure => failure.Alone.IsEmpty);

    /// <summary>The failures of a basket.</summary>
    /// <param name="basket">A basket that serves the party.</param>
    /// <param name="advice">The recommendation of the basket.</param>
    public static Backup Of(Basket basket, Recommendation advice)
    {
        var outages = Outage.AllOf(basket, advice);
        var lines = new SecondLines(advice);
        var cured = outages.Select(outage => (Outage: outage, Cure: SpareLines.For([outage], lines))).ToList();
        var curable = cured.Where(pair => pair.Cure is not null).Select(pair => pair.Outage).ToList();
        return new Backup(
            [.. cured.Select(pair => ToFailure(pair.Outage, pair.Cure, lines))],
            curable.Count == 0 ? null : SpareLines.For(curable, lines));
    }

    private static Failure ToFailure(Outage outage, SpareLine? cure, SecondLines lines) => new(
        outage.Kind,
        outage.What,
        outage.Plans,
        outage.Counted(outage.Offline.Concat(outage.Dead)),
        outage.Counted(outage.Alone),
        cure,
        outage.Alone.IsEmpty || cure is not null ? null : SpareLines.WhyNone(outage, lines));
}
