using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

public sealed class UsageModelTests
{
    private static readonly CatalogSnapshot Catalog = A.Catalog();

    [Theory]
    [InlineData("light", 0.25)]
    [InlineData("typical", 0.7)]
    [InlineData("heavy", 2)]
    public void A_profile_stands_for_a_mean_with_the_wide_spread(string profile, double gb)
    {
        Assert.Equal(new Demand(gb, 0, 0.5), Of(A.Typical("a", profile)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1, "watch")]
    [InlineData(1, "laptop")]
    [InlineData(2, "tablet")]
    [InlineData(2, "laptop", "tablet")]
    public void Work_brings_one_laptop_whether_it_is_named_or_not(int connecting, params string[] devices)
    {
        var worker = A.Typical("a", "work").With(devices);

        Assert.Equal(connecting, UsageModel.ConnectingDevices(worker, Catalog));
        Assert.Equal((0.7, devices.Contains("tablet") ? 2.6 : 2.3, 0.5), Rounded(Of(worker)));
    }

    [Fact]
    public void A_device_that_nobody_knows_connects_and_its_use_does_not_count()
    {
        var traveler = A.Traveler("a", 1) with { UnknownDevices = ["Kobo"] };

        Assert.Equal(1, UsageModel.ConnectingDevices(traveler, Catalog));
        Assert.Equal(new Demand(1, 0, 0.2), Of(traveler));
    }

    [Fact]
    public void Without_a_phone_only_the_devices_use_data()
    {
        Assert.Equal(new Demand(0, 0.3, 0.5), Of(A.Typical("a").With("tablet") with { HasPhone = false }));
        Assert.True(Of(A.Typical("a") with { HasPhone = false }).IsZero);
    }

    [Fact]
    public void A_measured_figure_is_surest()
    {
        Assert.Equal(new Demand(1.4, 0, 0.2), Of(A.Traveler("a", 1.4)));
    }

    [Fact]
    public void The_bill_at_home_is_a_hint_with_the_wide_spread()
    {
        Assert.Equal(new Demand(0.5, 0, 0.5), Of(A.Traveler("a") with { Use = new Use.AtHome(15) }));
    }

    [Fact]
    public void Further_devices_add_their_own_use()
    {
        Assert.Equal(new Demand(0.7, 1.0, 0.2), Of(A.Traveler("a").With("laptop", "tablet", "console", "watch", "reader")));
    }

    [Fact]
    public void A_watch_and_a_reader_do_not_connect()
    {
        Assert.Equal(1, UsageModel.ConnectingDevices(A.Traveler("a").With("watch", "reader", "tablet"), Catalog));
    }

    [Theory]
    [InlineData(0.4, 0.6)]
    [InlineData(0, 1)]
    public void Activities_count_what_free_Wifi_does_not_carry(double wifi, double share)
    {
        var traveler = Doing(("video", 2), ("maps", 1));

        Assert.Equal(
            ((3 + 0.015) * share, 0, 0.35),
            Rounded(UsageModel.Of(traveler, A.Trip(traveler) with { FreeWifiShare = wifi }, Catalog)));
    }

    [Fact]
    public void Where_activities_are_given_devices_add_nothing_of_their_own()
    {
        Assert.Equal((0.9, 0, 0.35), Rounded(Of(Doing(("video", 1)).With("tablet"))));
    }

    [Fact]
    public void What_is_done_on_the_laptop_counts_as_the_laptops()
    {
        Assert.Equal((0.9, 1.2, 0.35), Rounded(Of(Doing(("video", 1), ("laptop-calls", 2)).With("laptop"))));
        Assert.Equal((2.1, 0, 0.35), Rounded(Of(Doing(("video", 1), ("laptop-calls", 2)))));
    }

    private static Traveler Doing(params (string Id, double Hours)[] activities) => A.Traveler("a") with
    {
        Use = new Use.Activities(activities.ToImmutableSortedDictionary(activity => activity.Id, activity => activity.Hours)),
    };

    private static Demand Of(Traveler traveler) => UsageModel.Of(traveler, A.Trip(traveler), Catalog);

    private static (double Phone, double Devices, double Cv) Rounded(Demand demand) =>
        (Math.Round(demand.PhoneGbPerDay, 12), Math.Round(demand.DevicesGbPerDay, 12), demand.PersonCv);
}
