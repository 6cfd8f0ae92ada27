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
    public void A_phone_that_the_catalog_does_not_know_is_unknown_unless_the_traveler_says_it()
    {
        var owner = Owner with { Phone = null, UnknownPhone = "Meizu 21" };

        Assert.Equal((Tristate.Unknown, false), Esim(owner, home: "DE"));
        Assert.Equal((Tristate.Yes, false), Esim(owner with { Esim = Tristate.Yes }, home: "DE"));
    }

    [Fact]
    public void A_person_without_a_phone_has_no_eSIM_no_slot_and_no_hotspot()
    {
        var facts = Facts(Owner with { HasPhone = false }, "US");

        Assert.Equal((Tristate.No, 0, false, false, 0), (facts.Esim, facts.SimSlots, facts.CanHost, facts.JoinsWifi, facts.HotspotClients));
    }

    [Fact]
    public void The_slots_that_the_traveler_counts_win()
    {
        Assert.Equal(2, Facts(Owner with { SimSlots = 2 }, "US").SimSlots);
        Assert.Throws<ArgumentOutOfRangeException>(() => Owner with { SimSlots = 3 });
    }

    [Fact]
    public void A_hotspot_that_the_operator_blocks_serves_nobody()
    {
        Assert.False(Facts(Owner with { HotspotBlocked = true }, "US").CanHost);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(null, false)]
    public void Only_a_phone_known_for_it_runs_one_eSIM_at_a_time(int? active, bool one)
    {
        var catalog = A.Catalog().With(Phone with { EsimActive = active });

        Assert.Equal(one, PhoneFacts.Of(Owner, A.Trip(Owner), catalog).OneActiveEsim);
    }

    [Theory]
    [InlineData("US", null, true)]
    [InlineData("US", false, false)]
    [InlineData("DE", null, false)]
    [InlineData(null, null, false)]
    public void A_lock_that_nobody_states_is_possible_where_phones_are_sold_locked(string? home, bool? locked, bool may)
    {
        Assert.Equal(may, Facts(Owner with { CarrierLocked = locked }, home).MayBeLocked);
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
        Assert.Equal((Tristate.Yes, false), Esim(Owner with { Phone = "iphone" }, home: null));
        Assert.Equal((Tristate.No, false), Esim(Owner with { Phone = "old-phone" }, home: null));
    }

    [Theory]
    [InlineData(Tristate.Yes)]
    [InlineData(Tristate.No)]
    [InlineData(Tristate.Unknown)]
    public void What_the_traveler_says_of_eSIM_wins(Tristate said)
    {
        Assert.Equal((said, false), Esim(Owner with { Esim = said, PhoneMarket = "CN" }, home: "CN"));
    }

    [Theory]
    [InlineData("iphone", 5)]
    [InlineData("android", 5)]
    [InlineData("one-client", 1)]
    [InlineData(null, 5)]
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

    private static (Tristate Esim, bool Assumed) Esim(Traveler traveler, string? home)
    {
        var facts = Facts(traveler, home);
        return (facts.Esim, facts.EsimAssumed);
    }

    private static PhoneFacts Facts(Traveler traveler, string? home) =>
        PhoneFacts.Of(traveler, A.Trip(traveler) with { HomeCountry = home }, A.Catalog().With(Phone));
}
