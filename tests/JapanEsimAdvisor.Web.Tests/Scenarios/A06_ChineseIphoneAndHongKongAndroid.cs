namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>A mother with an iPhone 15 made for mainland China, a son with an Android made for Hong Kong.</summary>
public sealed class A06_ChineseIphoneAndHongKongAndroid(RealCatalog catalog)
{
    /// <summary>
    /// The mainland iPhone takes no eSIM; whether the Hong Kong Galaxy does, nobody says, and its slots are not known.
    /// The only SIM cards that can be had do not state that they may be shared, so no phone may carry the other. A
    /// router serves both; the son is told how to find out.
    /// </summary>
    [Fact]
    public void Phones_without_a_sure_eSIM_share_a_router() => Scenario.Holds(catalog, """
        trip     CN: 2027-05-01 13:00 to 2027-05-07 18:00 at KIX | mother: typical on apple-iphone-15/CN
                 | son: typical on samsung-galaxy-s23/HK
        advice   pocket-wifi ¥5,250 | mother: japan-wireless-pocket-wifi < son
        because  cheapest-that-suits, same-as
        beware   price-unconfirmed, price-old, source-weak, confirm-handover, find-out-esim, one-network-for-all
        refuses  per-person: nobody-can-have-a-line; shared-hotspot: no-confirmed-tethering
        risk     0.4 slow days, 95.1 % at full speed
        """);

    /// <summary>
    /// Where they live changes nothing: the phones are what they are, and the router is rented to anyone.
    /// </summary>
    [Fact]
    public void The_same_from_Hong_Kong() => Scenario.Holds(catalog, """
        trip     HK: 2027-05-01 13:00 to 2027-05-07 18:00 at KIX | mother: typical on apple-iphone-15/CN
                 | son: typical on samsung-galaxy-s23/HK
        advice   pocket-wifi ¥5,250 | mother: japan-wireless-pocket-wifi < son
        because  cheapest-that-suits, same-as
        beware   price-unconfirmed, price-old, source-weak, confirm-handover, find-out-esim, one-network-for-all
        refuses  per-person: nobody-can-have-a-line; shared-hotspot: no-confirmed-tethering
        """);

    /// <summary>
    /// Alone and for twenty days, a card beats the router, and the second slot leaves the home number in the phone.
    /// </summary>
    [Fact]
    public void Two_slots_take_a_card_beside_the_home_line() => Scenario.Holds(catalog, """
        trip     CN: 2027-04-01 to 2027-04-20 at NRT | typical on apple-iphone-15/CN
        advice   per-person ¥7,920 | t1: mobal-unlimited-data-sim-about-3-gb-day
        because  cheapest-that-suits, no-esim-for, saves-against, same-as
        beware   price-old, source-weak, use-second-slot, install-after-landing, confirm-handover
        risk     0.3 slow days, 97.7 % at full speed
        """);
}
