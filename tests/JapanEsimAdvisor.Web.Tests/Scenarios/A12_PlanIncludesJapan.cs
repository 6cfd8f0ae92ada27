namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Travelers whose subscription at home includes Japan, or sells it by the day.</summary>
public sealed class A12_PlanIncludesJapan(RealCatalog catalog)
{
    /// <summary>
    /// Experience Beyond includes 15 GB a month and slows after them: 7 GB fit, nothing is bought and nothing
    /// installed. Its terms were seen long ago, and the advice says so.
    /// </summary>
    [Fact]
    public void What_is_included_is_used() => Scenario.Holds(catalog, """
        trip     US: 2027-04-01 to 2027-04-10 at HND | typical on apple-iphone-15, customer of t-mobile-us/experience-beyond
        advice   mix ¥0 | t1: t-mobile-us-experience-beyond-roaming-included
        because  cheapest-that-suits, saves-against, saves-against
        beware   price-old
        nothing  t1: roaming-included ¥0
        risk     5.0 % that somebody runs out, 0.1 slow days, 96.9 % at full speed
        """);

    /// <summary>
    /// Three sells its month's 12 GB by the day at £8, or as passes of three and seven days, £59.50 for ten: doing
    /// nothing costs that, not one day.
    /// </summary>
    [Fact]
    public void A_day_pass_costs_every_day() => Scenario.Holds(catalog, """
        trip     GB: 2027-04-01 to 2027-04-10 at HND | typical on apple-iphone-15, customer of three-uk/from-2025-12-18
        advice   per-person ¥551 | t1: 2 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, same-as
        beware   source-weak, install-after-landing
        nothing  t1: roaming-adds ¥12,404
        """);
}
