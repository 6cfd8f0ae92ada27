namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Two parents, a teenager who goes off alone and must be reachable, a small child with a tablet; ten days.</summary>
public sealed class A03_FamilyWithTeenAndTablet(RealCatalog catalog)
{
    /// <summary>
    /// The tablet has no line and hangs on a parent who is always near, no matter which of the two (their phones cost
    /// the same); that parent's plan is one that is stated to allow it, and larger. The teenager must be reachable when
    /// apart and so depends on nobody. Everybody on the teenager's phone would leave three people offline.
    /// </summary>
    [Fact]
    public void The_tablet_joins_a_parent_and_the_teenager_has_a_line() => Scenario.Holds(catalog, """
        trip     GB: 2027-07-20 09:30 to 2027-07-29 12:00 at NRT | mum: typical on apple-iphone-15, never apart
                 | dad: typical on google-pixel-8, never apart
                 | teen: maps 0.5 + short-video 1 + social 1 on samsung-galaxy-s23, apart 4 h, reachable | child: 0 GB, no eSIM,
                 with apple-ipad-9th-generation, never alone
        advice   mix ¥4,229 | mum: 2 × stellar-esim-japan-5-gb-20-days; dad: ubigi-japan-monthly-20-gb < child;
                 teen: 2 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, saves-against, same-as
        beware   source-weak, clock-unknown, install-after-landing, clock-unknown, tethering-general-statement,
                 host-battery
        risk     31.6 % that somebody runs out, 94.5 % at full speed
        """);
}
