using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>
/// Who pays what, tested: would any group of people who share a connection pay less by its own advice? Price only, inside each pod (method, sections 5
/// and 9). No core is computed: where a few shifts do not make the shares stable, the plain ones stand and the group is named.
/// </summary>
public sealed record FairSplit
{
    public required FairShares Shares { get; init; }

    /// <summary>True where shares were moved from the plain rule so that no group would rather buy by itself.</summary>
    public required bool Adjusted { get; init; }

    /// <summary>The group that would save most by itself; empty where the split is stable.</summary>
    public ImmutableArray<TravelerCount> BlockedBy { get; init; } = [];

    /// <summary>What that group would save together; null where the split is stable.</summary>
    public Money? Saves { get; init; }

    /// <summary>What people of one pod would save apart, so that no split can please all; null where not.</summary>
    public Money? SavedApart { get; init; }

    public bool IsStable => Saves is null;

    public bool IsImpossible => SavedApart is not null;

    /// <param name="currency">ISO 4217; the catalog has a rate for it.</param>
    /// <param name="own">Of the same recommendation.</param>
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

        Money? Shown(decimal? amount) => amount is { } exact ? new Money(Math.Round(exact, rates.ByCurrency[currency].Decimals, MidpointRounding.AwayFromZero), currency) : null;
    }
}
