using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

public enum UsageStatus
{
    /// <summary>It goes as wished.</summary>
    Fine,

    /// <summary>It does not, but would at half the expected pace or more.</summary>
    SlowDown,

    /// <summary>Using less would not be enough.</summary>
    TopUp,
}

/// <summary>How a line will last from here (method, section 6). Paces are GB a calendar day in Japan.</summary>
public sealed record UsageCheck
{
    public required LineInUse Line { get; init; }

    /// <summary>Whole days of use before today.</summary>
    public required int DaysUsed { get; init; }

    /// <summary>Calendar days to the end of the trip, today included.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Last day the line works, where that lies before the end of the trip.</summary>
    public required DateOnly? Ends { get; init; }

    /// <summary>GB at full speed in the days left; null for daily kinds and where nothing is capped.</summary>
    public required double? GbLeft { get; init; }

    public required double ExpectedGbPerDay { get; init; }

    public required double ExpectedGbLeft { get; init; }

    /// <summary>Null where the allowance is not per plan or month.</summary>
    public required double? ChanceOfRunningOut { get; init; }

    /// <summary>Expected days with the allowance used up; null where the plan does not limit days.</summary>
    public required double? LimitedDays { get; init; }

    /// <summary>Of the use to come, 0 to 1.</summary>
    public required double FullSpeedShare { get; init; }

    /// <summary>The largest pace at which it goes as wished; null where nothing is capped.</summary>
    public required double? SafePaceGbPerDay { get; init; }

    /// <summary>The pace that just lasts, were all days alike; null where nothing is capped.</summary>
    public required double? LastingPaceGbPerDay { get; init; }

    public required UsageStatus Status { get; init; }

    /// <summary>The cheapest; null where none is needed or can be bought.</summary>
    public Cure? Cure { get; init; }

    public ImmutableArray<Notice> Reasons { get; init; } = [];

    /// <param name="lines">Of travelers of the trip, nobody in two of them.</param>
    /// <param name="asOf">A day of the trip; its own use still lies ahead.</param>
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
        var outlook = state.Left.Runs.IsEmpty ? null : new Outlook(demand, state.Left, capped, trip.MaxChanceOfRunningOut, catalog.Tariff.MinimumFullSpeedShare);
        var check = Figures(line, state, demand, outlook, capped);
        check = check.Status == UsageStatus.Fine ? check : check with { Cure = UsageChecks.Cure.Cheapest(line, state, outlook!, BuyerOf(line, buyer, trip, catalog, asOf), servesClients) };
        var expectedSoFar = before.GbPerDay * state.Left.DayLength * state.DaysUsed;
        return check with { Reasons = [.. UsageNotices.Reasons(check, expectedSoFar, servesClients, catalog)] };
    }

    /// <summary>Whoever has an eSIM can have one, and the number they need they have.</summary>
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
            Status = outlook is null || outlook.Suits() ? UsageStatus.Fine : safe >= pace / 2 ? UsageStatus.SlowDown : UsageStatus.TopUp,
        };
    }
}
