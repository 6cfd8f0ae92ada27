namespace JapanEsimAdvisor.Core.Tests.Catalog;

public sealed class CounterTests
{
    [Theory]
    [InlineData("07:00", "22:00", "07:00", true)]
    [InlineData("07:00", "22:00", "06:59", false)]
    [InlineData("07:00", "22:00", "22:00", false)]
    [InlineData("06:00", "01:00", "00:30", true)]
    [InlineData("06:00", "01:00", "03:00", false)]
    [InlineData("07:00", null, "06:00", false)]
    [InlineData("07:00", null, "08:00", null)]
    [InlineData(null, "21:00", "21:00", false)]
    [InlineData(null, "21:00", "20:00", null)]
    [InlineData(null, null, "12:00", null)]
    public void Open_closed_or_not_known_by_its_hours(string? opens, string? closes, string time, bool? open)
    {
        var counter = A.Counter("shop", opens, closes);

        Assert.Equal(open, counter.IsOpenAt(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_all_day_counter_is_open_at_four_in_the_morning()
    {
        Assert.True(A.Counter("shop", null, null, allDay: true).IsOpenAt(new TimeOnly(4, 0)));
    }

    [Theory]
    [InlineData("counter", true)]
    [InlineData("locker", true)]
    [InlineData("return-box", false)]
    [InlineData("sim-vending", false)]
    public void A_return_box_hands_nothing_over(string kind, bool handsOver)
    {
        Assert.Equal(handsOver, (A.Counter("shop", null, null) with { Kind = kind }).HandsOver);
    }
}
