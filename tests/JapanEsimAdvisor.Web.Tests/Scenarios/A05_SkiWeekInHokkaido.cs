namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Eight skiers, a week in the mountains of Hokkaido, often out of sight of each other.</summary>
public sealed class A05_SkiWeekInHokkaido(RealCatalog catalog)
{
    /// <summary>
    /// Nobody stays within reach of a hotspot on a slope. Coverage there differs by network, and which one the pack
    /// uses is not known: that is a warning, not a reason to refuse it.
    /// </summary>
    [Fact]
    public void On_the_slopes_everybody_has_a_line_and_is_warned_of_one_network() => Scenario.Holds(catalog, """
        trip     AU: 2027-02-06 17:30 to 2027-02-13 10:00 at CTS, mountains | 8 × skiers: typical on apple-iphone-15, apart 4 h
        advice   per-person ¥4,409 | 8 × skiers: 2 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, saves-against, same-as
        beware   source-weak, clock-unknown, install-after-landing, two-networks-in-the-countryside
        risk     37.2 % that somebody runs out, 95.9 % at full speed
        """);
}
