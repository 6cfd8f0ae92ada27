using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.Flips;

/// <summary>Flip points against the whole advice for each altered trip.</summary>
public sealed class FlipLawTests
{
    private static readonly int Parties = FullRun.Of(60, 200);

    private static readonly Lazy<List<(Recommendation Advice, FlipPoints Flips)>> Cases = new(() =>
        [.. Enumerable.Range(0, Parties)
            .Select(seed => RandomParty.Of(seed, 4))
            .Select(party => A.Advise(party.Trip, party.Catalog))
            .Select(advice => (advice, FlipPoints.Of(advice)))]);

    [Fact]
    public void Every_factor_and_both_directions_are_met()
    {
        var points = Cases.Value.SelectMany(one => one.Flips.Points).ToList();

        Assert.Equal(8, points.Select(point => (point.Factor, point.Direction)).Distinct().Count());
        Assert.NotEmpty(Cases.Value.SelectMany(one => one.Flips.Sharing));
    }

    [Fact]
    public void At_the_flip_the_whole_advice_is_the_new_strategy() => Assert.All(
        All(),
        one => Assert.Equal(one.Point.To, Advised(one.Advice, one.Point.Factor, one.Point.Value)));

    [Fact]
    public void Days_and_people_up_to_the_flip_keep_the_advice() => Assert.All(
        All().Where(one => one.Point.Factor is FlipFactor.Length or FlipFactor.GroupSize),
        one => Assert.All(
            Between(Present(one.Advice, one.Point.Factor), one.Point),
            value => Assert.Equal(one.Point.From, Advised(one.Advice, one.Point.Factor, value))));

    [Fact]
    public void A_tenth_of_an_hour_before_the_flip_the_advice_is_kept() => Assert.All(
        All().Where(one => one.Point.Factor == FlipFactor.HoursApart && one.Advice.Trip.Travelers
            .Where(traveler => !traveler.NeverAlone)
            .Select(traveler => traveler.HoursApartPerDay)
            .Distinct()
            .Count() == 1),
        one => Assert.Equal(
            one.Point.From,
            Advised(
                one.Advice,
                FlipFactor.HoursApart,
                Math.Round((one.Point.Value * 10) + (one.Point.Direction == FlipDirection.Above ? -1 : 1)) / 10)));

    [Fact]
    public void Half_hours_up_to_the_flip_keep_the_advice() => Assert.All(
        All().Where(one => one.Point.Factor == FlipFactor.HoursApart),
        one => Assert.All(
            Enumerable.Range(0, 25)
                .Select(half => half / 2.0)
                .Where(hours => IsBetween(hours, MeanHours(one.Advice.Trip), one.Point.Value)),
            hours => Assert.Equal(one.Point.From, Advised(one.Advice, FlipFactor.HoursApart, hours))));

    [Fact]
    public void Steps_of_use_up_to_the_flip_keep_the_advice() => Assert.All(
        All().Where(one => one.Point.Factor == FlipFactor.DailyUse),
        one => Assert.All(
            Enumerable.Range(1, 14)
                .SelectMany(step => new[] { MeanUse(one.Advice) * Math.Pow(1.15, step), MeanUse(one.Advice) / Math.Pow(1.15, step) })
                .Where(gb => IsBetween(gb, MeanUse(one.Advice), one.Point.Value)),
            gb => Assert.Equal(one.Point.From, Advised(one.Advice, FlipFactor.DailyUse, gb))));

    [Fact]
    public void A_little_before_the_flip_of_use_the_advice_is_kept() => Assert.All(
        All().Where(one => one.Point.Factor == FlipFactor.DailyUse),
        one => Assert.Contains(
            Enumerable.Range(1, 12).Select(step => Math.Pow(1.001, one.Point.Direction == FlipDirection.Above ? -step : step)),
            times => Advised(one.Advice, FlipFactor.DailyUse, one.Point.Value * times) == one.Point.From));

    [Fact]
    public void Nothing_is_saved_against_what_is_better() => Assert.All(All(), one =>
    {
        Assert.True(one.Point.SavingBefore is null or >= -0.01);
        Assert.True(one.Point.SavingAfter is null or >= -0.01);
    });

    [Fact]
    public void Names_change_nothing() => Assert.All(Cases.Value.Take(20), one =>
    {
        var renamed = one.Advice.Trip with
        {
            Travelers = [.. one.Advice.Trip.Travelers.Select(traveler => traveler with { Id = "x" + traveler.Id })],
        };
        var flips = FlipPoints.Of(A.Advise(renamed, one.Advice.Catalog));

        Assert.Equal(one.Flips.Points, flips.Points);
        Assert.Equal(one.Flips.Sharing, flips.Sharing);
    });

    private static List<(Recommendation Advice, FlipPoint Point)> All() =>
        [.. Cases.Value.SelectMany(one => one.Flips.Points, (one, point) => (one.Advice, point))];

    private static IEnumerable<double> Between(int present, FlipPoint point)
    {
        var distance = Math.Abs((int)point.Value - present);
        var beyondTheSingleSteps = point.Factor == FlipFactor.Length && distance > 14;
        return Enumerable.Range(0, distance)
            .Where(step => !beyondTheSingleSteps || step <= 14 || (step - 14) % 3 == 0 || step == distance - 1)
            .Select(step => (double)(present + (point.Direction == FlipDirection.Above ? step : -step)));
    }

    private static int Present(Recommendation advice, FlipFactor factor) =>
        factor == FlipFactor.GroupSize ? advice.Trip.People : advice.Trip.Stay.Departure.DayNumber - advice.Trip.Stay.Arrival.DayNumber + 1;

    private static string? Advised(Recommendation advice, FlipFactor factor, double value) =>
        Recommender.Recommend(Altered(advice, factor, value), advice.Catalog, advice.Today).Recommended;

    private static bool IsBetween(double value, double present, double flip) =>
        value > Math.Min(present, flip) && value < Math.Max(present, flip);

    private static double MeanUse(Recommendation advice) =>
        advice.Types.Sum(type => type.Demand.GbPerDay * type.Count) / advice.Trip.People;

    private static double MeanHours(Trip trip) =>
        trip.Travelers.Where(traveler => !traveler.NeverAlone).Average(traveler => traveler.HoursApartPerDay);

    private static Trip Altered(Recommendation advice, FlipFactor factor, double value) => factor switch
    {
        FlipFactor.DailyUse => advice.Trip.WithUse(value / MeanUse(advice)),
        FlipFactor.HoursApart => advice.Trip.WithHoursApart(value),
        FlipFactor.Length => advice.Trip.WithDays((int)value),
        _ => advice.Trip.WithPeople((int)value),
    };
}
