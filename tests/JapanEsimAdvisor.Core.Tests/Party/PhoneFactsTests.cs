using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Party;

public sealed class PhoneFactsTests
{
    /// <summary>eSIM everywhere but in units made for China.</summary>
    private static readonly Device Phone = A.Device("phone", DeviceClass.Phone) with
    {
        SimSlots = 1,
        Variants = [new MarketVariant(["CN", "HK"], Tristate.No, 2, [], null)],
    };

    private static readonly Traveler Owner = A.Traveler("a") with { Phone = "phone", Esim = null };

    [Fact]
    public void The_market_the_phone_was_made_for_decides()
    {
        var facts = Facts(Owner with { PhoneMarket = "CN" }, home: "US");

        Assert.Equal((Tristate.No, false, 2), (facts.Esim, facts.EsimAssumed, facts.SimSlots));
    }

    [Theory]
    [InlineData("HK", Tristate.No)]
    [InlineData("DE", Tristate.Yes)]
    public void Market_missing_means_the_home_country(string home, Tristate esim)
    {
        Assert.Equal((esim, false), Esim(Owner, home));
    }

    [Fact]
    public void Market_and_home_missing_means_yes_to_be_checked()
    {
        Assert.Equal((Tristate.Yes, true), Esim(Owner, home: null));
    }

    [Fact]
    public void A_reader_of_Chinese_with_an_unknown_market_is_unknown()
    {
        Assert.Equal((Tristate.Unknown, false), Esim(Owner, home: null, chinese: true));
        Assert.Equal((Tristate.Unknown, false), Esim(Owner with { Phone = null }, home: null, chinese: true));
    }

    [Theory]
    [InlineData("CN", Tristate.Unknown)]
    [InlineData("HK", Tristate.Unknown)]
    [InlineData("MO", Tristate.Unknown)]
    [InlineData("TW", Tristate.Unknown)]
    [InlineData("DE", Tristate.Yes)]
    public void A_phone_nobody_named_is_unknown_where_dual_SIM_phones_are_common(string home, Tristate esim)
    {
        Assert.Equal(esim, Esim(Owner with { Phone = null }, home).Esim);
    }

    [Fact]
    public void A_model_alike_in_every_market_needs_no_market()
    {
        Assert.Equal((Tristate.Yes, false), Esim(Owner with { Phone = "iphone" }, home: null, chinese: true));
        Assert.Equal((Tristate.No, false), Esim(Owner with { Phone = "old-phone" }, home: null));
    }

    [Theory]
    [InlineData(Tristate.Yes)]
    [InlineData(Tristate.No)]
    [InlineData(Tristate.Unknown)]
    public void What_the_traveler_says_of_eSIM_wins(Tristate said)
    {
        Assert.Equal((said, false), Esim(Owner with { Esim = said, PhoneMarket = "CN" }, home: "CN", chinese: true));
    }

    [Theory]
    [InlineData("iphone", 5)]
    [InlineData("android", 10)]
    [InlineData("one-client", 1)]
    [InlineData(null, 10)]
    public void Hotspots_are_planned_with_the_limit_of_the_phone(string? phone, int clients)
    {
        Assert.Equal(clients, Facts(Owner with { Phone = phone }, "US").HotspotClients);
    }

    [Fact]
    public void A_phone_known_not_to_share_serves_nobody()
    {
        var trip = A.Trip(Owner with { Phone = "no-hotspot" });

        Assert.Equal(0, Sharing.HotspotConnections(TravelerType.Of(trip, A.Catalog())[0]));
    }

    [Fact]
    public void Eight_profiles_are_stored_where_the_model_says_nothing()
    {
        var catalog = A.Catalog().With(Phone with { EsimStored = 5 });

        Assert.Equal(8, Facts(Owner with { Phone = "iphone" }, "US").EsimStored);
        Assert.Equal(5, PhoneFacts.Of(Owner, A.Trip(Owner), catalog).EsimStored);
    }

    private static (Tristate Esim, bool Assumed) Esim(Traveler traveler, string? home, bool chinese = false)
    {
        var facts = Facts(traveler, home, chinese);
        return (facts.Esim, facts.EsimAssumed);
    }

    private static PhoneFacts Facts(Traveler traveler, string? home, bool chinese = false) =>
        PhoneFacts.Of(traveler, A.Trip(traveler) with { HomeCountry = home, ChineseReader = chinese }, A.Catalog().With(Phone));
}
