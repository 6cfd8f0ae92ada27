namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>A school group: twelve pupils and one leader.</summary>
public sealed class A11_SchoolGroup(RealCatalog catalog)
{
    /// <summary>
    /// Nobody knows whether the pupils' phones take an eSIM. A router rated for ten serves five well, so two routers
    /// serve ten pupils and the leader's phone the two that are left: never ten on one. The pupils are told how to find
    /// out, which would be cheaper.
    /// </summary>
    [Fact]
    public void Unknown_phones_go_on_two_routers_and_the_leaders_hotspot() => Scenario.Holds(catalog, """
        trip     FR: 2027-05-10 10:00 to 2027-05-16 20:00 at NRT | leader: typical on apple-iphone-15, never apart
                 | 12 × pupils: light, eSIM unknown, never apart
        advice   mix ¥13,419 | leader: sim-local-japan-au-unlimited < 2 × pupils; 2 × pupils: japan-wireless-pocket-wifi < 4 × pupils
        because  cheapest-that-suits, saves-against
        beware   fair-use-unknown, clock-unknown, install-after-landing, host-battery, find-out-esim, price-unconfirmed, price-old,
                 source-weak, confirm-handover, one-network-for-all
        refuses  per-person: nobody-can-have-a-line; shared-hotspot: too-many-connections
        risk     0.2 slow days, 98.8 % at full speed
        """);

    /// <summary>
    /// Once the phones are known to take one, thirteen small eSIMs cost less than a third, and nobody depends on anybody.
    /// </summary>
    [Fact]
    public void Known_phones_take_an_eSIM_each() => Scenario.Holds(catalog, """
        trip     FR: 2027-05-10 10:00 to 2027-05-16 20:00 at NRT | leader: typical on apple-iphone-15, never apart
                 | 12 × pupils: light, eSIM, never apart
        advice   per-person ¥3,858 | leader: 2 × stellar-esim-japan-5-gb-20-days; 12 × pupils: stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, saves-against, same-as
        beware   source-weak, clock-unknown, install-after-landing, one-network-for-all
        """);
}
