namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>A couple, fourteen days, never apart: the party for whom a hotspot should look best.</summary>
public sealed class A02_CoupleAlwaysTogether(RealCatalog catalog)
{
    /// <summary>
    /// One 50 GB line for both costs ¥5,385 and hardly ever runs out; six small packs cost ¥1,654 and their installing
    /// counts ¥1,800. Being never apart, they lose nothing by sharing: the price decides, and would decide otherwise
    /// were the small pack at an ordinary price.
    /// </summary>
    [Fact]
    public void Small_packs_each_beat_one_shared_line_on_price_alone() => Scenario.Holds(catalog, """
        trip     DE: 2027-04-01 to 2027-04-14 at HND | 2 × couple: typical on apple-iphone-15, never apart
        advice   per-person ¥1,654 | 2 × couple: 3 × stellar-esim-japan-5-gb-20-days
        because  cheapest-that-suits, saves-against, saves-against, same-as
        beware   source-weak, install-after-landing, one-network-for-all
        risk     26.3 % that somebody runs out, 91.8 % at full speed
        """);
}
