using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>Whether the traveler must act.</summary>
public enum UsageStatus
{
    /// <summary>The limit of the party is met.</summary>
    Fine,

    /// <summary>The limit is not met, but it would be met at half of the expected pace or more.</summary>
    SlowDown,

    /// <summary>The limit would not be met at half of the expected pace. The traveler must buy data.</summary>
    TopUp,
}

/// <summary>How long the data of a line lasts (method, section 6). Paces are GB a calendar day in Japan.</summary>
public sealed record UsageCheck
{
    /// <summary>The line.</summary>
    public required LineInUse Line { get; init; }

    /// <summary>Whole days of use before today.</summary>
    public required int DaysUsed { get; init; }

    /// <summary>Calendar days to the end of the trip, today included.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Last day on which the line works, where this is before the end of the trip; else null.</summary>
    public required DateOnly? Ends { get; init; }

    /// <summary>GB at full speed in the days left; null for daily allowances and where nothing is capped.</summary>
    public required double? GbLeft { get; init; }

    /// <summary>Expected pace, GB a day.</summary>
    public required double ExpectedGbPerDay { get; init; }

    /// <summary>Expected use in the days left, GB.</summary>
    public required double ExpectedGbLeft { get; init; }

    /// <summary>0 to 1; null where the allowance is not per plan or month.</summary>
    public required double? ChanceOfRunningOut { get; init; }

    /// <summary>Expected number of days with the allowance used up; null where the plan does not limit days.</summary>
    public required double? LimitedDays { get; init; }

    /// <summary>Share of the use in the days left that is served at full speed, 0 to 1.</summary>
    public required double FullSpeedShare { get; init; }

    /// <summary>The largest pace at which the limit is met; null where nothing is capped.</summary>
    public required double? SafePaceGbPerDay { get; init; }

    /// <summary>
    /// The largest pace with which no cycle runs out if all days are equal; null where nothing is capped.
    /// </summary>
    public required double? LastingPaceGbPerDay { get; init; }

    /// <summary>Whether the traveler must act.</summary>
    public required UsageStatus Status { get; init; }

    /// <summary>The cheapest purchase that is enough; null where none is needed or possible.</summary>
    public Cure? Cure { get; init; }

    /// <summary>Further facts for the reader.</summary>
    public ImmutableArray<Notice> Reasons { get; init; } = [];

    /// <summary>Checks the lines of a trip on a day, one result for each line.</summary>
    /// <param name="trip">The trip.</param>
    /// <param name="lines">Lines of travelers of the trip. Nobody is on two lines.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="asOf">A day of the trip. The use of this day does not count yet.</param>
    public static ImmutableArray<UsageCheck> Of(Trip trip, IEnumerable<LineInUse> lines, CatalogSnapshot catalog, DateOnly asOf)
    {
        var types = TravelerType.Of(trip, catalog);
        return [.. lines.Select(line => Of(line, trip, types, catalog, asOf))];
    }

    private static UsageCheck Of(LineInUse line, Trip trip, ImmutableArray<TravelerType> types, CatalogSnapshot catalog, DateOnly asOf)
    {
        var capped = Shortage.Of(line.Plan, true, catalog.Rates);
        var state = LineState.Of(line, trip.Stay, capped, catalog.Tariff, asOf);
        var before = PodDemand.Of(line, types, catalog.Usage.Spread);
        var demand = PodDemand.From(before, state.DaysUsed * state.Left.DayLength, line.GbUsed, catalog);
        var buyer = types.First(type => type.Members.Any(member => member.Id == line.Buyer));
        var servesClients = !line.Clients.IsEmpty || buyer.ConnectingDevices > 0;
        var outlook = state.Left.Runs.IsEmpty
            ? null
            : new Outlook(demand, state.Left, capped, trip.MaxChanceOfRunningOut, catalog.Tariff.MinimumFullSpeedShare);
        var check = Figures(line, state, demand, outlook, capped);
        if (check.Status != UsageStatus.Fine)
        {
            var asBuyer = BuyerOf(line, buyer, trip, catalog, asOf);
            check = check with { Cure = UsageChecks.Cure.Cheapest(line, state, outlook!, asBuyer, servesClients) };
        }

        var expectedSoFar = before.GbPerDay * state.Left.DayLength * state.DaysUsed;
        return check with { Reasons = [.. UsageNotices.Reasons(check, expectedSoFar, servesClients, catalog)] };
    }

    /// <summary>A traveler with an eSIM can add another one. A Japanese number is not needed again.</summary>
    private static Buyer BuyerOf(LineInUse line, TravelerType type, Trip trip, CatalogSnapshot catalog, DateOnly asOf) => new(
        type with
        {
            Traveler = type.Traveler with { NeedsJapaneseNumber = false },
            Phone = line.Plan.Medium == Medium.Esim ? type.Phone with { Esim = Tristate.Yes } : type.Phone,
        },
        trip,
        catalog,
        asOf);

    private static UsageCheck Figures(LineInUse line, LineState state, PooledDemand demand, Outlook? outlook, Shortage shortage)
    {
        var pace = demand.GbPerDay * state.Left.DayLength;
        var safe = outlook?.SafePace();
        return new UsageCheck
        {
            Line = line,
            DaysUsed = state.DaysUsed,
            DaysLeft = state.DaysLeft,
            Ends = state.Ends,
            GbLeft = outlook is null || !shortage.RunsOut ? null : state.GbLeft,
            ExpectedGbPerDay = pace,
            ExpectedGbLeft = pace * state.DaysLeft,
            ChanceOfRunningOut = outlook?.ChanceOfRunningOut(),
            LimitedDays = outlook?.LimitedDays,
            FullSpeedShare = outlook?.FullSpeedShare() ?? 1,
            SafePaceGbPerDay = safe,
            LastingPaceGbPerDay = outlook is null ? null : state.LastingPace,
            Status = outlook is null || outlook.Suits() ? UsageStatus.Fine
                : safe >= pace / 2 ? UsageStatus.SlowDown
                : UsageStatus.TopUp,
        };
    }
}
