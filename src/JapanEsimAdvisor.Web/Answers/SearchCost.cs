using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>
/// What a question is estimated to take of one core, in milliseconds: rather too much than too little. The figures are of
/// <c>tests/JapanEsimAdvisor.Benchmarks -- cost</c> (docs/performance.md).
/// </summary>
public static class SearchCost
{
    private const double Words = 5;

    private const double PagePictures = 40;

    private const double PerSubParty = 0.05;

    /// <summary>Flip points ask for other lengths too: every one is a search among the bundles of a stay of its own.</summary>
    private const double FlipsPerDay = 1.2;

    private const double FlipsPerSubParty = 7;

    private const double MostOfFlips = 2_000;

    private const double PageFlipsPerSubParty = 16;

    private const double FrontierPerSubParty = 2;

    private const double WhyNotPerSubParty = 0.2;

    private const double CheckPerDayOfAPerson = 0.09;

    /// <param name="subParties">Sub-parties of the party, at least 2.</param>
    /// <param name="days">Length of the trip, at least 1.</param>
    /// <returns>Milliseconds of one core.</returns>
    public static double OfPage(double subParties, int days) => Words + PagePictures + (PerSubParty * subParties)
        + (subParties <= Choice.MostSubPartiesOfFlipsOnAPage ? (PageFlipsPerSubParty * subParties) + (FlipsPerDay * days) : 0)
        + (subParties <= Choice.MostSubPartiesOfTheFrontier ? FrontierPerSubParty * subParties : 0)
        + (subParties <= WhyNot.MostSubPartiesForRunnersUp ? WhyNotPerSubParty * subParties : 0);

    /// <summary>Of a check of what was used so far.</summary>
    /// <param name="people">At least 1.</param>
    /// <param name="days">Length of the trip, at least 1.</param>
    /// <returns>Milliseconds of one core.</returns>
    public static double OfUsageCheck(int people, int days) => Words + (CheckPerDayOfAPerson * people * days);

    /// <param name="subParties">Sub-parties of the party, at least 2.</param>
    /// <param name="days">Length of the trip, at least 1.</param>
    /// <param name="include">Parts asked for beyond the usual answer, as in <see cref="Questions.TripRequest.Include"/>.</param>
    /// <returns>Milliseconds of one core.</returns>
    public static double OfCall(double subParties, int days, IReadOnlyList<string> include) => Words + (PerSubParty * subParties)
        + (include.Contains("flip-points", StringComparer.Ordinal) && subParties <= FlipPoints.MostSubParties ? Math.Min(MostOfFlips, FlipsPerSubParty * subParties) + (FlipsPerDay * days) : 0)
        + (include.Contains("frontier", StringComparer.Ordinal) ? FrontierPerSubParty * subParties : 0)
        + (include.Contains("why-not", StringComparer.Ordinal) ? WhyNotPerSubParty * subParties : 0);
}
