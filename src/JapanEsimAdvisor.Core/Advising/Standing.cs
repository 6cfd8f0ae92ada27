using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Optimizer;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>Where the best basket of a strategy stands, and nothing else of it.</summary>
/// <param name="Unmet">People whose limit is not met.</param>
/// <param name="Total">Expected total, unrounded yen.</param>
/// <param name="HasClients">Whether somebody connects through another.</param>
public sealed record Standing(string Strategy, int Unmet, double Total, bool HasClients)
{
    /// <summary>Smallest difference in yen that is a difference and not a rounding of the sum.</summary>
    public const double Cent = 0.005;

    private const string PerPersonName = "per-person";

    /// <summary>Null where the strategy cannot serve the party.</summary>
    public static Standing? Of(Answer answer) => answer.Basket is { } basket
        ? new Standing(answer.Strategy, basket.Unmet, basket.ExpectedTotal, basket.Pods.Any(placed => !placed.Clients.IsEmpty))
        : null;

    /// <summary>Null where the strategy cannot serve the party.</summary>
    public static Standing? Of(PodTable pods, IStrategy strategy) => PartyPartition.Solve(pods, strategy) is { } found
        ? new Standing(strategy.Name, found.Sum(pod => pod.Unmet), found.Sum(pod => pod.Cost.Total), found.Any(pod => pod.ClientPeople > 0))
        : null;

    /// <summary>
    /// The mix is never worse than the others; where it is one of them, that one's plainer name is the advice. "A line each" with clients in it is no
    /// line each, and stays a mix. Null where nobody can be served.
    /// </summary>
    /// <param name="standings">Of the four strategies in their order, the mix last.</param>
    public static string? Recommended(ImmutableArray<Standing?> standings) => standings[^1] is { } mix
        ? standings.OfType<Standing>().First(one => one.IsAsGoodAs(mix) && !(one.Strategy == PerPersonName && one.HasClients)).Strategy
        : null;

    public bool IsAsGoodAs(Standing other) => Unmet == other.Unmet && Math.Abs(Total - other.Total) < Cent;

    /// <summary>Fewer limits not met, or as many and cheaper.</summary>
    public bool IsBetterThan(Standing other) => Unmet < other.Unmet || (Unmet == other.Unmet && Total <= other.Total - Cent);
}
