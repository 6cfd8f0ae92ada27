using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// The values of one factor to try, outward from the present value, and the values between two of them.
/// </summary>
/// <param name="Factor">The factor.</param>
/// <param name="Present">The present value of the trip.</param>
/// <param name="Below">Grid below the present value, nearest first.</param>
/// <param name="Above">Grid above it, nearest first.</param>
/// <param name="At">The trip with the factor at a value.</param>
/// <param name="Between">
/// The next value to try between the values before and after a change; null where they are close enough.
/// </param>
internal sealed record ProbeScale(
    FlipFactor Factor,
    double Present,
    ImmutableArray<double> Below,
    ImmutableArray<double> Above,
    Func<double, Trip> At,
    Func<double, double, double?> Between)
{
    /// <summary>
    /// False where travelers state different hours apart. The trip at the present value then has the mean for every
    /// person and is not the trip of the request.
    /// </summary>
    public bool PresentIsTheTrip { get; init; } = true;

    private const double MostTimesUse = 8;

    private const double UseStep = 1.15;

    private const double UseExactness = 1.01;

    private const int TenthsOfMostHours = 120;

    private const int TenthsOfHalfAnHour = 5;

    private const int UsualDays = 60;

    private const int SingleDays = 14;

    private const int DayStride = 3;

    private const int MostPeopleAdded = 10;

    /// <summary>
    /// The factors that apply to a trip: daily use only where somebody uses data, hours apart only where several people
    /// travel.
    /// </summary>
    public static IEnumerable<ProbeScale> For(Trip trip, ImmutableArray<TravelerType> types, DateOnly today)
    {
        if (types.Any(type => !type.Demand.IsZero))
        {
            yield return DailyUse(trip, types);
        }

        if (trip.People > 1 && trip.Travelers.Any(traveler => !traveler.NeverAlone))
        {
            yield return HoursApart(trip);
        }

        yield return Length(trip, today);
        yield return GroupSize(trip);
    }

    private static ProbeScale DailyUse(Trip trip, ImmutableArray<TravelerType> types)
    {
        var mean = types.Sum(type => type.Demand.GbPerDay * type.Count) / trip.People;
        var steps = (int)Math.Floor(Math.Log(MostTimesUse) / Math.Log(UseStep));
        ImmutableArray<double> times = [.. Enumerable.Range(1, steps).Select(step => Math.Pow(UseStep, step)), MostTimesUse];
        return new ProbeScale(
            FlipFactor.DailyUse,
            mean,
            [.. times.Select(one => mean / one)],
            [.. times.Select(one => mean * one)],
            gb => trip.WithUse(gb / mean),
            (near, far) => Math.Max(near, far) / Math.Min(near, far) > UseExactness ? Math.Sqrt(near * far) : null);
    }

    /// <summary>The values are whole tenths of an hour, so that each way to a value gives the same number.</summary>
    private static ProbeScale HoursApart(Trip trip)
    {
        var present = PresentHours(trip);
        var halves = Enumerable.Range(0, (TenthsOfMostHours / TenthsOfHalfAnHour) + 1)
            .Select(half => half * TenthsOfHalfAnHour / 10.0)
            .ToList();
        return new ProbeScale(
            FlipFactor.HoursApart,
            present,
            [.. halves.Where(hours => hours < present).Reverse()],
            [.. halves.Where(hours => hours > present)],
            trip.WithHoursApart,
            MiddleTenth)
        {
            PresentIsTheTrip = trip.Travelers.All(traveler => traveler.NeverAlone || traveler.HoursApartPerDay == present),
        };
    }

    /// <summary>Mean hours apart of the people who can be away, hours a day.</summary>
    private static double PresentHours(Trip trip)
    {
        var able = trip.Travelers.Where(traveler => !traveler.NeverAlone).ToList();
        return able.TrueForAll(traveler => traveler.HoursApartPerDay == able[0].HoursApartPerDay)
            ? able[0].HoursApartPerDay
            : able.Sum(traveler => traveler.HoursApartPerDay * traveler.Count) / able.Sum(traveler => traveler.Count);
    }

    private static double? MiddleTenth(double near, double far)
    {
        var middle = Math.Round((near + far) * 5) / 10;
        return Math.Abs(far - near) > 0.15 && middle > Math.Min(near, far) && middle < Math.Max(near, far) ? middle : null;
    }

    /// <summary>
    /// The lengths to try, days. A trip that has started does not end before today, and a trip that is over does not
    /// end after yesterday, because the booking day would change.
    /// </summary>
    public static ProbeScale Length(Trip trip, DateOnly today)
    {
        var arrival = trip.Stay.Arrival.DayNumber;
        var days = trip.Stay.Departure.DayNumber - arrival + 1;
        var isOver = today > trip.Stay.Departure;
        var least = trip.Stay is { ArrivalTime: { } lands, DepartureTime: { } leaves } && leaves <= lands ? 2 : 1;
        least = isOver ? least : Math.Max(least, today.DayNumber - arrival + 1);
        var most = Math.Min(Trip.MostDays, Math.Max(UsualDays, days + SingleDays));
        most = isOver ? Math.Min(most, today.DayNumber - arrival) : most;
        return Whole(FlipFactor.Length, days, Distances(days - least), Distances(most - days), trip.WithDays);
    }

    /// <summary>The group sizes to try, people.</summary>
    public static ProbeScale GroupSize(Trip trip)
    {
        var most = Math.Min(Trip.MostPeople, trip.People + MostPeopleAdded);
        return Whole(
            FlipFactor.GroupSize,
            trip.People,
            Enumerable.Range(1, trip.People - 1),
            Enumerable.Range(1, Math.Max(0, most - trip.People)),
            trip.WithPeople);
    }

    private static ProbeScale Whole(
        FlipFactor factor, int present, IEnumerable<int> below, IEnumerable<int> above, Func<int, Trip> at) => new(
        factor,
        present,
        [.. below.Select(distance => (double)(present - distance))],
        [.. above.Select(distance => (double)(present + distance))],
        value => at((int)value),
        (near, far) => Math.Abs(far - near) > 1 ? near + Math.Sign(far - near) : null);

    /// <summary>Steps of one day up to two weeks, then steps of three days. The last step can be shorter.</summary>
    private static IEnumerable<int> Distances(int most)
    {
        for (var distance = 1; distance <= most; distance += distance < SingleDays ? 1 : Math.Max(1, Math.Min(DayStride, most - distance)))
        {
            yield return distance;
        }
    }
}
