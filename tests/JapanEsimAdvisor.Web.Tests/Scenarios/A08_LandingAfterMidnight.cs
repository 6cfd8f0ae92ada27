namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Landing at Haneda at 00:30, leaving at 23:00 on the seventh day.</summary>
public sealed class A08_LandingAfterMidnight(RealCatalog catalog)
{
    /// <summary>
    /// Six days, 22 hours and a half: seven days rolling or in Japan, eight where days are counted at UTC+8, since
    /// 00:30 is still the day before there. The pack lasts twenty, so that it does not matter how its seller counts;
    /// the advice says that it reckoned with eight.
    /// </summary>
    [Fact]
    public void Seven_days_may_be_counted_as_eight() => Scenario.Holds(catalog, """
        trip     SG: 2027-04-01 00:30 to 2027-04-07 23:00 at HND | typical on apple-iphone-15
        advice   per-person ¥551 | t1: 2 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, same-as
        beware   source-weak, clock-unknown, install-after-landing
        refuses  shared-hotspot: one-person
        risk     6.3 % that somebody runs out, 95.9 % at full speed
        """);

    /// <summary>
    /// At half past one nobody collects anything: the router advised is one that is also brought to a hotel, and where
    /// and when is to be confirmed.
    /// </summary>
    [Fact]
    public void Without_eSIM_the_router_comes_to_the_hotel() => Scenario.Holds(catalog, """
        trip     SG: 2027-04-01 00:30 to 2027-04-07 23:00 at HND | typical, no eSIM
        advice   pocket-wifi ¥5,250 | t1: japan-wireless-pocket-wifi
        because  cheapest-that-suits, same-as
        beware   price-unconfirmed, price-old, source-weak, confirm-handover
        refuses  per-person: nobody-can-have-a-line; shared-hotspot: one-person
        """);
}
