using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>Finds the cheapest spare line with which failures leave nobody alone.</summary>
public static class SpareLines
{
    private const string NoLine = "no-line-to-add";

    private const string NoOtherNetwork = "no-other-network-known";

    private const string OneIsNotEnough = "one-line-not-enough";

    /// <summary>Every code of <see cref="WhyNone"/>.</summary>
    public static readonly ImmutableArray<string> Codes = [NoLine, NoOtherNetwork, OneIsNotEnough];

    /// <summary>
    /// One line that helps in all of these failures; null where there is none. Each of several equal pods needs its own
    /// line.
    /// </summary>
    /// <param name="outages">At least one.</param>
    /// <param name="lines">Lines that travelers may add.</param>
    public static SpareLine? For(IReadOnlyList<Outage> outages, SecondLines lines)
    {
        if (outages.All(outage => outage.Alone.IsEmpty) || (outages.Count > 1 && outages.Any(outage => outage.Times > 1)))
        {
            return null;
        }

        var choices = from seat in outages[0].Offline
                      where outages.All(outage => Helps(seat, outage))
                      from line in lines.For(seat)
                      where outages.All(outage => Works(line, outage))
                      select (Seat: seat, Line: line, Rank: lines.Rank(line, seat.Type));
        return choices
            .OrderBy(choice => choice.Rank.IsCard)
            .ThenBy(choice => choice.Rank.Yen)
            .ThenBy(choice => choice.Line.Plan.Id, StringComparer.Ordinal)
            .ThenBy(choice => outages[0].Order[choice.Seat.Traveler])
            .Select(choice => new SpareLine(
                choice.Seat.Traveler,
                outages[0].Times,
                choice.Line,
                (decimal)choice.Line.YenAt(choice.Seat.Type.Demand.GbPerDay) * outages[0].Times))
            .FirstOrDefault();
    }

    /// <summary>Code of the reason why a failure that leaves somebody alone has no spare line.</summary>
    public static string WhyNone(Outage outage, SecondLines lines) => outage.Offline.SelectMany(lines.For).ToList() switch
    {
        [] => NoLine,
        var known when !known.Exists(line => Works(line, outage)) => NoOtherNetwork,
        _ => OneIsNotEnough,
    };

    private static bool Works(Bundle line, Outage outage) => outage.Kind != FailureKind.Network || Networks.Survives(line, outage.What);

    /// <summary>True where nobody is alone if one person of the seat has a line.</summary>
    private static bool Helps(Seat seat, Outage outage) =>
        outage.Offline.Any(seat.IsSameAs)
        && outage.Alone.All(alone => alone.WalksWith(seat) || (alone.Count == 1 && alone.IsSameAs(seat)));
}
