namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Five nights in Tokyo, alone, with a recent phone and modest use.</summary>
public sealed class A01_SoloFiveNightsTokyoLight(RealCatalog catalog)
{
    /// <summary>
    /// One GB and a half is what they will use; 5 GB last in 99 trips of 100. Smaller packs cost as much or run out, a router costs many
    /// times as much and has to be fetched. The seller's price is known from one weak source, and the advice says so.
    /// </summary>
    [Fact]
    public void The_cheapest_pack_that_lasts_the_stay() => Scenario.Holds(catalog, """
        trip     US: 2027-04-05 to 2027-04-10 at NRT | light on apple-iphone-15
        advice   per-person ¥276 | t1: stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, same-as
        beware   source-weak, phone-may-be-locked, install-after-landing
        refuses  shared-hotspot: one-person
        risk     0.9 % that somebody runs out, 99.3 % at full speed
        """);
}
