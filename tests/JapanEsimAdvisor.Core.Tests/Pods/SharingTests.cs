using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Pods;

public sealed class SharingTests
{
    private static readonly Traveler Host = A.Traveler("host") with { HoursApartPerDay = 2 };

    private static readonly Traveler Client = A.Traveler("client") with { HoursApartPerDay = 3 };

    private static readonly Plan Line = A.Esim("esim", 50, 10, 3000);

    [Fact]
    public void A_client_is_offline_for_the_longer_of_both_peoples_hours_apart()
    {
        Assert.Equal(3, Sharing.OfflineHours(Client, Host));
        Assert.Equal(3, Sharing.OfflineHours(Host, Client));
    }

    [Theory]
    [InlineData("family", "family", 0)]
    [InlineData("family", "friends", 3)]
    [InlineData(null, null, 3)]
    public void People_of_one_group_walk_together(string? host, string? client, double hours)
    {
        Assert.Equal(hours, Sharing.OfflineHours(Client with { Group = client }, Host with { Group = host }));
    }

    [Fact]
    public void A_child_who_is_never_alone_takes_the_hosts_hours()
    {
        Assert.Equal(2, Sharing.OfflineHours(Client with { NeverAlone = true }, Host));
    }

    [Theory]
    [InlineData(true, 3, null, false)]
    [InlineData(true, 0, null, true)]
    [InlineData(true, 3, "family", true)]
    [InlineData(false, 3, null, true)]
    public void Who_must_be_reachable_and_would_be_offline_is_no_client(bool reachable, double hours, string? group, bool may)
    {
        var host = Host with { HoursApartPerDay = 0, Group = group };

        Assert.Equal(may, MayBeClient(Client with { ReachableWhenApart = reachable, HoursApartPerDay = hours, Group = group }, host));
    }

    [Fact]
    public void Who_needs_a_Japanese_number_is_no_client()
    {
        Assert.False(MayBeClient(Client with { NeedsJapaneseNumber = true }, Host));
    }

    [Fact]
    public void A_child_carries_nobody_elses_connection()
    {
        var party = new PartyUnderTest(
            A.Trip(A.Traveler("child") with { NeverAlone = true }, A.Traveler("parent", 0.9)),
            A.Catalog(Line, A.Router("router", 500)));

        Assert.Null(party.Frame(PodKind.Hotspot, "child", "parent"));
        Assert.Null(party.Frame(PodKind.Router, "child", "parent"));
        Assert.NotNull(party.Frame(PodKind.OwnEsim, "child"));
        Assert.NotNull(party.Frame(PodKind.Hotspot, "parent", "child"));
    }

    [Theory]
    [InlineData(10, null, 5)]
    [InlineData(5, null, 2)]
    [InlineData(1, null, 1)]
    [InlineData(null, null, 5)]
    [InlineData(10, 8, 8)]
    public void Half_of_a_routers_connections_work_unless_its_data_says_otherwise(int? named, int? found, int usable)
    {
        Assert.Equal(usable, Sharing.RouterConnections(new Router(named, found, null), A.Tariff));
    }

    [Theory]
    [InlineData(0.7, new string[0], 1)]
    [InlineData(0.7, new[] { "laptop" }, 2)]
    [InlineData(0, new[] { "laptop", "watch" }, 1)]
    [InlineData(0, new string[0], 1)]
    public void Clients_are_devices_and_not_people(double gb, string[] devices, int connections)
    {
        Assert.Equal(
            connections,
            new PartyUnderTest(A.Trip(A.Traveler("a", gb).With(devices)), A.Catalog(Line)).TypeOf("a").ConnectionsAsClient);
    }

    [Fact]
    public void A_hotspot_serves_as_many_devices_as_the_phone_allows()
    {
        var host = A.Traveler("host", 0.9) with { Phone = "one-client" };
        var party = new PartyUnderTest(A.Trip(host, A.Traveler("b"), A.Traveler("c", 0.5).With("tablet")), A.Catalog(Line));

        Assert.NotNull(party.Frame(PodKind.Hotspot, "host", "b"));
        Assert.Null(party.Frame(PodKind.Hotspot, "host", "c"));
        Assert.Null(party.Frame(PodKind.Hotspot, "host", "b", "c"));
    }

    [Fact]
    public void A_router_serves_its_carriers_phone_too()
    {
        var (small, large) = (A.Router("small", 500, devices: 4), A.Router("large", 600, devices: 6));
        var party = new PartyUnderTest(A.Trip(A.Traveler("a").With("laptop"), A.Traveler("b", 0.9)), A.Catalog(small, large));

        Assert.Null(party.Pod(PodKind.Router, "small", "a", "b"));
        Assert.NotNull(party.Pod(PodKind.Router, "large", "a", "b"));
    }

    [Theory]
    [InlineData(TetherPolicy.Allowed, true)]
    [InlineData(TetherPolicy.Unknown, false)]
    [InlineData(TetherPolicy.Forbidden, false)]
    [InlineData(TetherPolicy.Capped, false)]
    public void What_is_not_confirmed_serves_no_client_not_even_the_own_laptop(TetherPolicy policy, bool serves)
    {
        var trip = A.Trip(A.Traveler("a"), A.Traveler("b", 0.9).With("laptop"));
        var party = new PartyUnderTest(trip, A.Catalog(Line.Tethers(policy)));

        Assert.NotNull(party.Pod(PodKind.OwnEsim, "esim", "a"));
        Assert.Equal(serves, party.Pod(PodKind.OwnEsim, "esim", "b") is not null);
        Assert.Equal(serves, party.Pod(PodKind.Hotspot, "esim", "b", "a") is not null);
    }

    [Fact]
    public void Who_needs_a_Japanese_number_carries_no_router_instead()
    {
        var number = A.Traveler("a") with { NeedsJapaneseNumber = true };

        Assert.Null(new PartyUnderTest(A.Trip(number), A.Catalog(A.Router("router", 500))).Frame(PodKind.Router, "a"));
    }

    [Fact]
    public void A_phone_that_joins_no_Wi_Fi_is_no_client_and_serves_none()
    {
        Assert.True(MayBeClient(Client, Host));
        Assert.True(MayBeClient(Client with { Phone = "android" }, Host));
        Assert.False(MayBeClient(Client with { Phone = "feature-phone" }, Host));

        var party = new PartyUnderTest(A.Trip(Host, Client with { Phone = "feature-phone" }), A.Catalog(Line, A.Router("router", 500)));
        Assert.Null(party.Frame(PodKind.Hotspot, "host", "client"));
        Assert.Null(party.Frame(PodKind.Hotspot, "client", "host"));
        Assert.Null(party.Frame(PodKind.Router, "host", "client"));
        Assert.Null(party.Frame(PodKind.Router, "client", "host"));
        Assert.Null(party.Frame(PodKind.Router, "client"));
        Assert.NotNull(party.Frame(PodKind.OwnOther, "client"));
    }

    [Fact]
    public void A_tablet_beside_such_a_phone_is_served_and_the_phone_uses_nothing()
    {
        var owner = A.Traveler("owner", 2).With("tablet") with { Phone = "feature-phone" };
        var party = new PartyUnderTest(A.Trip(A.Traveler("host", 0.9), owner), A.Catalog(Line, A.Router("router", 500)));
        var tablet = A.Usage.GbPerDayByDevice[DeviceClass.Tablet];

        Assert.Equal(1, party.TypeOf("owner").ConnectionsAsClient);
        Assert.Equal(0.9 + tablet, party.Frame(PodKind.Hotspot, "host", "owner")!.Value.Demand.GbPerDay, 12);
        Assert.Equal(tablet, party.Frame(PodKind.Router, "owner")!.Value.Demand.GbPerDay, 12);
        Assert.Equal(
            (1, 1), (party.Frame(PodKind.Router, "owner")!.Value.Connections, party.Frame(PodKind.Router, "owner")!.Value.PeopleWithUse));
        Assert.Null(party.Frame(PodKind.OwnOther, "owner"));
    }

    [Fact]
    public void Who_plans_to_use_such_a_phone_alone_has_no_use_in_a_pod_over_Wi_Fi()
    {
        var hours = new Use.Activities(ImmutableSortedDictionary<string, double>.Empty.Add("maps", 1));
        var owner = A.Traveler("owner").With("tablet") with { Phone = "feature-phone", Use = hours };
        var frame = new PartyUnderTest(A.Trip(owner), A.Catalog(A.Router("router", 500))).Frame(PodKind.Router, "owner")!.Value;

        Assert.Equal((0, 0), (frame.PeopleWithUse, frame.Demand.GbPerDay));
    }

    private static bool MayBeClient(Traveler client, Traveler host)
    {
        var party = new PartyUnderTest(A.Trip(client, host), A.Catalog(Line));
        return Sharing.MayBeClient(party.TypeOf(client.Id), party.TypeOf(host.Id));
    }
}
