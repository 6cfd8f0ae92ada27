namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Five friends, fourteen days, each four hours a day on their own.</summary>
public sealed class A04_FiveFriendsApart(RealCatalog catalog)
{
    /// <summary>
    /// Four people would be offline four hours a day: at ¥150 an hour that is ¥33,600, more than any saving. A router
    /// for five would run short besides: 3 GB a day for five people who use 3.5.
    /// </summary>
    [Fact]
    public void Who_splits_up_buys_a_line_each() => Scenario.Holds(catalog, """
        trip     AU: 2027-03-20 to 2027-04-02 at KIX | 5 × friends: typical on apple-iphone-15, apart 4 h
        advice   per-person ¥4,134 | 5 × friends: 3 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, same-as
        beware   source-weak, install-after-landing, one-network-for-all
        risk     50.4 % that somebody runs out, 91.8 % at full speed
        """);

    /// <summary>
    /// The same five, never apart: sharing is allowed to win now, and does not, because small packs are so cheap.
    /// </summary>
    [Fact]
    public void Who_stays_together_still_does_not_put_five_on_one_phone() => Scenario.Holds(catalog, """
        trip     AU: 2027-03-20 to 2027-04-02 at KIX | 5 × friends: typical on apple-iphone-15, never apart
        advice   per-person ¥4,134 | 5 × friends: 3 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, same-as
        beware   source-weak, install-after-landing, one-network-for-all
        """);
}
