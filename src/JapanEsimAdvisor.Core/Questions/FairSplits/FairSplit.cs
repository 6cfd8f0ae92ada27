using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>
/// Shares of the price, with a test: would a group of people who share a connection pay less with its own advice? The
/// test uses the price only, inside each pod (method, sections 5 and 9). It does not compute the core of the game.
/// Where a few shifts do not make the shares stable, the result contains the basic shares and names the group.
/// </summary>
public sealed record FairSplit
{
    /// <summary>What each person pays.</summary>
    public required FairShares Shares { get; init; }

    /// <summary>True where the shares differ from the basic rule, so that no group would save by itself.</summary>
    public required bool Adjusted { get; init; }

    /// <summary>The group that would save most by itself; empty where the shares are stable.</summary>
    public ImmutableArray<TravelerCount> BlockedBy { get; init; } = [];

    /// <summary>What that group would save together; null where the shares are stable.</summary>
    public Money? Saves { get; init; }

    /// <summary>
    /// What the people of one pod would save in separate pods. Then no shares can be stable. Null where they would save
    /// nothing.
    /// </summary>
    public Money? SavedApart { get; init; }

    /// <summary>True where no group would save by itself.</summary>
    public bool IsStable => Saves is null;

    /// <summary>True where no shares can be stable.</summary>
    public bool IsImpossible => SavedApart is not null;

    /// <summary>The tested shares of a basket.</summary>
    /// <param name="basket">The basket.</param>
    /// <param name="advice">The recommendation of the basket.</param>
    /// <param name="currency">ISO 4217 code of a currency with a rate.</param>
    /// <param name="own">Prices for the same recommendation.</param>
    /// <exception cref="KeyNotFoundException">The currency has no rate.</exception>
    public static FairSplit Of(Basket basket, Recommendation advice, string currency, OwnPrices own)
    {
        var rates = advice.Catalog.Rates;
        var pods = basket.Pods.Select(placed => PodSplit.Tested(PodPeople.Of(placed, advice), currency, rates, own)).ToList();
        var blocked = pods.Where(pod => pod.BlockedBy is not null).MaxBy(pod => pod.BlockedBy!.Saves);
        return new FairSplit
        {
            Shares = FairShares.Of(pods, advice, currency),
            Adjusted = pods.Exists(pod => pod.Adjusted),
            BlockedBy = blocked is null ? [] : blocked.People.Named(blocked.BlockedBy!.Counts),
            Saves = Shown(blocked?.BlockedBy!.Saves),
            SavedApart = Shown(pods.Max(pod => pod.SavedApart)),
        };

        Money? Shown(decimal? amount) => amount is { } exact
            ? new Money(Math.Round(exact, rates.ByCurrency[currency].Decimals, MidpointRounding.AwayFromZero), currency)
            : null;
    }
}
