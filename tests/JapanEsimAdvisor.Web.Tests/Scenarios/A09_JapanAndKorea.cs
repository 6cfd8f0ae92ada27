namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Nine days in Japan and four in Korea, three people; only Japan is advised.</summary>
public sealed class A09_JapanAndKorea(RealCatalog catalog)
{
    /// <summary>
    /// The catalog knows the pack for Japan alone: the first warning is that Korea needs something of its own.
    /// </summary>
    [Fact]
    public void Korea_is_plainly_said_not_to_be_covered() => Scenario.Holds(catalog, """
        trip     US: 2027-04-01 to 2027-04-09 at NRT, also KR | 3 × friends: typical on apple-iphone-15, never apart
        advice   per-person ¥1,654 | 3 × friends: 2 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, saves-against, same-as
        beware   country-not-covered, source-weak, phone-may-be-locked, install-after-landing, one-network-for-all
        """);
}
