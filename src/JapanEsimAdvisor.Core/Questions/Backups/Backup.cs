using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Questions.Backups;

public enum FailureKind
{
    /// <summary>The phone that shares its line is empty, broken or lost.</summary>
    HostPhone,

    /// <summary>The rented router is empty, broken or lost.</summary>
    Router,

    /// <summary>One Japanese network is down.</summary>
    Network,
}

/// <summary>What one thing that fails does to a basket.</summary>
/// <param name="What">Traveler who carries the phone or router; the network, or <see cref="Networks.Unknown"/>.</param>
/// <param name="Plans">Ids of the plans it cuts off.</param>
/// <param name="Offline">Who has no connection then, the one whose phone died among them.</param>
/// <param name="Alone">Those of them with whom nobody walks who surely has one. Whose own phone died is never among them: no line would help.</param>
/// <param name="Cure">The cheapest line that leaves nobody alone; null where nobody is, or none does.</param>
/// <param name="NoCure">
/// Why somebody alone has no cure: no-line-to-add, no-other-network-known, one-line-not-enough; null where there is a cure or nobody is alone.
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
/// <param name="Traveler">One person of this traveler buys it, who has no connection in that failure.</param>
/// <param name="Count">So many of it: one for each of the pods alike.</param>
/// <param name="Yen">Unrounded price of them all for the whole stay, unavoidable fees included; pay as you go at the buyer's own use.</param>
public sealed record SpareLine(string Traveler, int Count, Bundle Bundle, decimal Yen);

/// <summary>Whether one dead phone, lost router or failed network leaves somebody alone offline, and the cheapest cure (method, sections 5 and 9).</summary>
/// <param name="Failures">Every single failure: phones and routers by pod, then networks by name, the unknown one last.</param>
/// <param name="CureForAll">The cheapest single line that cures every failure that has a cure; null where none does.</param>
public sealed record Backup(ImmutableArray<Failure> Failures, SpareLine? CureForAll)
{
    public bool IsSafe => Failures.All(failure => failure.Alone.IsEmpty);

    public static Backup Of(Basket basket, Recommendation advice)
    {
        var outages = Outage.AllOf(basket, advice);
        var lines = new SecondLines(advice);
        var cured = outages.Select(outage => (Outage: outage, Cure: Cures.For([outage], lines))).ToList();
        var curable = cured.Where(pair => pair.Cure is not null).Select(pair => pair.Outage).ToList();
        return new Backup(
            [.. cured.Select(pair => ToFailure(pair.Outage, pair.Cure, lines))],
            curable.Count == 0 ? null : Cures.For(curable, lines));
    }

    private static Failure ToFailure(Outage outage, SpareLine? cure, SecondLines lines) => new(
        outage.Kind,
        outage.What,
        outage.Plans,
        outage.Counted(outage.Offline.Concat(outage.Dead)),
        outage.Counted(outage.Alone),
        cure,
        outage.Alone.IsEmpty || cure is not null ? null : Cures.WhyNone(outage, lines));
}
