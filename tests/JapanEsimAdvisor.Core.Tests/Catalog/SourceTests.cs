using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Tests.Catalog;

public sealed class SourceTests
{
    [Theory]
    [InlineData("2026", 2026, 12, 31)]
    [InlineData("2026-02", 2026, 2, 28)]
    [InlineData("2028-02", 2028, 2, 29)]
    [InlineData("2026-12", 2026, 12, 31)]
    [InlineData("2026-05-09", 2026, 5, 9)]
    public void A_vague_date_means_its_latest_day(string date, int year, int month, int day)
    {
        Assert.Equal(new DateOnly(year, month, day), Source.LatestDay(date));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26-05")]
    public void No_date_is_no_day(string? date)
    {
        Assert.Null(Source.LatestDay(date));
    }
}
