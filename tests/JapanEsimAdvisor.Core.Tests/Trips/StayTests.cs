using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Trips;

public sealed class StayTests
{
    [Theory]
    [InlineData("2027-04-01 22:30", "2027-04-08 10:00", 8, 8, 7)]
    [InlineData("2027-04-01 00:40", "2027-04-07 23:00", 7, 8, 7)]
    [InlineData("2027-04-01 14:00", "2027-04-08 11:00", 8, 8, 7)]
    public void Three_clocks_count_a_stay_as_in_the_table_of_the_method(string from, string to, int japan, int china, int rolling)
    {
        var stay = A.Stay(from, to);

        Assert.Equal((japan, china, rolling), (stay.CalendarDays, stay.CalendarDaysIn(8), stay.RollingDays));
    }

    [Fact]
    public void A_late_landing_costs_an_extra_calendar_day()
    {
        var stay = A.Stay("2027-04-01 22:30", "2027-04-08 10:00");

        Assert.Equal(stay.RollingDays + 1, stay.CalendarDays);
    }

    [Fact]
    public void Without_times_every_clock_counts_calendar_days_in_Japan()
    {
        var stay = A.Stay("2027-04-01", "2027-04-07");

        Assert.Equal((7, 7, 7, 7), (stay.CalendarDays, stay.CalendarDaysIn(8), stay.RollingDays, stay.DemandDays));
    }

    [Fact]
    public void With_times_demand_is_reckoned_for_periods_of_24_hours()
    {
        Assert.Equal(7, A.Stay("2027-04-01 22:30", "2027-04-08 10:00").DemandDays);
    }

    [Theory]
    [InlineData("2027-04-01 09:00", "2027-04-02 09:00", 1)]
    [InlineData("2027-04-01 09:00", "2027-04-02 09:01", 2)]
    [InlineData("2027-04-01 09:00", "2027-04-01 09:00", 1)]
    public void A_minute_past_24_hours_begins_another_period(string from, string to, int rolling)
    {
        Assert.Equal(rolling, A.Stay(from, to).RollingDays);
    }

    [Fact]
    public void A_missing_time_counts_from_midnight_or_to_the_last_minute()
    {
        var landing = A.Stay("2027-04-01 20:00", "2027-04-03");
        var leaving = A.Stay("2027-04-01", "2027-04-03 20:00");

        Assert.Equal((3, 3), (landing.RollingDays, landing.CalendarDays));
        Assert.Equal((3, 4), (leaving.RollingDays, leaving.CalendarDaysIn(8)));
    }

    [Theory]
    [InlineData("2027-04-01", "2027-04-30", 1)]
    [InlineData("2027-04-30", "2027-05-01", 2)]
    [InlineData("2027-12-31", "2028-02-01", 3)]
    public void Calendar_months_touched_are_counted_over_the_turn_of_the_year(string from, string to, int months)
    {
        Assert.Equal(months, A.Stay(from, to).CalendarMonths);
    }

    [Fact]
    public void People_are_the_sum_of_all_counts()
    {
        Trip trip = A.Trip(A.Traveler("a") with { Count = 3 }, A.Traveler("b"));

        Assert.Equal(4, trip.People);
    }

    [Theory]
    [InlineData("2027-03-31", "2027-04-01", null)]
    [InlineData("2027-04-01", "2027-04-01", null)]
    [InlineData("2027-04-05", "2027-04-05", "2027-04-01")]
    [InlineData("2027-04-10", "2027-04-10", "2027-04-01")]
    [InlineData("2027-04-11", "2027-04-01", null)]
    public void What_is_left_of_a_stay_begins_today(string today, string arrival, string? began)
    {
        var left = A.Stay("2027-04-01 22:30", "2027-04-10 10:00").From(Day(today));

        Assert.Equal((Day(arrival), began is null ? null : Day(began), began is null), (left.Arrival, left.Began, left.ArrivalTime is not null));
        Assert.Equal((new DateOnly(2027, 4, 10), new TimeOnly(10, 0)), (left.Departure, left.DepartureTime));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
