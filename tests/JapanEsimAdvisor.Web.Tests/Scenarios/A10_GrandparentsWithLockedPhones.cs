namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Grandparents whose phones are locked and take no eSIM.</summary>
public sealed class A10_GrandparentsWithLockedPhones(RealCatalog catalog)
{
    /// <summary>
    /// Locked phones take no other line, but join any Wi-Fi. One router for the two, since they are never apart; one of them carries it.
    /// </summary>
    [Fact]
    public void A_router_asks_nothing_of_the_phones() => Scenario.Holds(catalog, """
        trip     US: 2027-10-10 15:00 to 2027-10-19 17:00 at NRT | 2 × grandparents: light, no eSIM, locked, never apart
        advice   pocket-wifi ¥7,500 | grandparents: japan-wireless-pocket-wifi < grandparents
        because  cheapest-that-suits, same-as
        beware   price-unconfirmed, price-old, source-weak, confirm-handover, one-network-for-all
        refuses  per-person: nobody-can-have-a-line; shared-hotspot: no-line-that-shares
        """);
}
