using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Yardsticks.Peers;

/// <summary>A pod as a solver sees it that weighs price against shortfall.</summary>
/// <param name="Counts">People of each type in it.</param>
/// <param name="Price">Unrounded yen.</param>
/// <param name="ShortfallGb">GB of expected use past full speed.</param>
public sealed record FrontierOffer(ImmutableArray<int> Counts, double Price, double ShortfallGb);

/// <summary>The set partition behind the frontier.</summary>
/// <param name="People">People of each type.</param>
public sealed record FrontierOffers(ImmutableArray<int> People, ImmutableArray<FrontierOffer> Offers)
{
    private static readonly PodKind[] Kinds = [PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router];

    /// <summary>
    /// For every sub-party every host over every bundle, less those that another pod of the same people beats or equals
    /// in price and shortfall. Enumerated apart from the search, which tries fewer.
    /// </summary>
    public static FrontierOffers Of(SolvedParty party)
    {
        var (parties, factory) = (party.Pods.SubParties, party.Factory());
        return new FrontierOffers(
            parties.Counts(parties.Everybody),
            [.. Enumerable.Range(1, parties.Everybody)
                .SelectMany(subParty => Undominated(OffersOf(PodMembers.Of(parties.Counts(subParty)), factory)))]);
    }

    private static IEnumerable<FrontierOffer> OffersOf(PodMembers members, PodFactory factory)
    {
        if (factory.WithoutLine(members) is not null)
        {
            yield return new FrontierOffer(members.Counts, 0, 0);
        }

        foreach (var frame in FramesOf(members, factory))
        {
            foreach (var bundle in factory.Bundles(frame.Kind, frame.Host))
            {
                if (PodSearch.Serves(bundle, frame.Kind) && factory.Shortfall(frame, bundle) is { } shortfall)
                {
                    yield return new FrontierOffer(members.Counts, bundle.YenAt(frame.Demand.GbPerDay), shortfall);
                }
            }
        }
    }

    private static IEnumerable<PodFrame> FramesOf(PodMembers members, PodFactory factory)
    {
        foreach (var kind in Kinds)
        {
            for (var host = 0; host < members.Counts.Length; host++)
            {
                if (factory.Frame(kind, host, members) is { } frame)
                {
                    yield return frame;
                }
            }
        }
    }

    private static List<FrontierOffer> Undominated(IEnumerable<FrontierOffer> offers)
    {
        var left = new List<FrontierOffer>();
        foreach (var offer in offers.OrderBy(offer => offer.Price).ThenBy(offer => offer.ShortfallGb))
        {
            if (left.Count == 0 || offer.ShortfallGb < left[^1].ShortfallGb)
            {
                left.Add(offer);
            }
        }

        return left;
    }
}
