using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.Backups;

/// <summary>Failures and cures worked by hand.</summary>
public sealed class BackupTests
{
    private static readonly Plan Softbank = On(A.Esim("soft", 100, 10, 3000), "softbank");

    private static readonly Plan Docomo = On(A.Esim("doco", 100, 10, 4000), "docomo");

    private static readonly Traveler Ann = A.Traveler("a");

    private static readonly Traveler Bob = A.Traveler("b");

    [Fact]
    public void A_dead_hotspot_strands_its_client_whom_a_line_of_their_own_cures()
    {
        var failure = Of(FailureKind.HostPhone, "mix", A.Trip(Ann, Bob), Softbank);

        Assert.Equal("a", failure.What);
        Assert.Equal(["soft"], failure.Plans);
        Assert.Equal([One("a"), One("b")], failure.Offline);
        Assert.Equal([One("b")], failure.Alone);
        Assert.Equal(("b", 1, "soft", 3000m), TextOf(failure.Cure));
    }

    [Fact]
    public void A_dead_phone_that_serves_nobody_else_is_no_failure_of_the_plan()
    {
        var backup = Backup("per-person", A.Trip(Ann, Bob), Softbank);

        Assert.Equal([FailureKind.Network], backup.Failures.Select(failure => failure.Kind));
    }

    [Fact]
    public void Whose_companion_is_still_online_is_not_alone()
    {
        var trip = A.Trip(Ann, Bob, A.Traveler("c") with { NeedsJapaneseNumber = true });
        var number = On(A.Esim("number", 100, 10, 9000).Tethers(TetherPolicy.Forbidden), "docomo") with { JapaneseNumber = true };
        var backup = Backup("mix", trip, Softbank, number);

        Assert.Equal([FailureKind.HostPhone, FailureKind.Network, FailureKind.Network], backup.Failures.Select(failure => failure.Kind));
        Assert.Equal([One("a"), One("b")], backup.Failures[0].Offline);
        Assert.All(backup.Failures, failure => Assert.Empty(failure.Alone));
        Assert.All(backup.Failures, failure => Assert.Equal((null, null), (failure.Cure, failure.NoCure)));
        Assert.Equal((true, null), (backup.IsSafe, backup.CureForAll));
    }

    [Fact]
    public void A_lost_router_strands_its_carrier_too()
    {
        var failure = Of(FailureKind.Router, "pocket-wifi", A.Trip(Ann, Bob), Softbank, A.Router("router", 900, 50));

        Assert.Equal("a", failure.What);
        Assert.Equal([One("a"), One("b")], failure.Offline);
        Assert.Equal([One("a"), One("b")], failure.Alone);
        Assert.Equal(("a", 1, "soft", 3000m), TextOf(failure.Cure));
    }

    [Fact]
    public void A_failed_network_is_cured_only_by_a_line_on_another()
    {
        var failure = Of(FailureKind.Network, "mix", A.Trip(Ann, Bob), Softbank, Docomo, A.Esim("dark", 100, 10, 3500));

        Assert.Equal("softbank", failure.What);
        Assert.Equal([One("a"), One("b")], failure.Alone);
        Assert.Equal(("a", 1, "doco", 4000m), TextOf(failure.Cure));
    }

    /// <summary>It loses to the other on price alone and never reaches the search; here its network counts.</summary>
    [Fact]
    public void A_dearer_line_of_the_same_size_is_found_for_its_network()
    {
        var party = A.Advise(A.Trip(Ann, Bob), A.Catalog(Softbank, Docomo));

        Assert.DoesNotContain(party.Hosts[0].Lines, line => line.Plan.Id == "doco");
        Assert.Equal("doco", Of(FailureKind.Network, "mix", A.Trip(Ann, Bob), Softbank, Docomo).Cure!.Bundle.Plan.Id);
    }

    [Fact]
    public void One_line_that_cures_everything_is_bought_by_who_is_stranded_every_time()
    {
        var backup = Backup("mix", A.Trip(Ann, Bob), Softbank, Docomo);

        Assert.Equal(["soft", "doco"], backup.Failures.Select(failure => failure.Cure!.Bundle.Plan.Id));
        Assert.Equal(("b", 1, "doco", 4000m), TextOf(backup.CureForAll));
        Assert.False(backup.IsSafe);
    }

    [Fact]
    public void Networks_are_counted_once()
    {
        var backup = Backup("per-person", A.Trip(Ann with { HoursApartPerDay = 4 }, Bob with { HoursApartPerDay = 4 }), Softbank);

        Assert.Equal([("softbank", 2)], backup.Failures.Select(failure => (failure.What, failure.Offline.Sum(one => one.Count))));
    }

    [Fact]
    public void A_line_on_two_networks_outlasts_either()
    {
        var backup = Backup("per-person", A.Trip(Ann), On(Softbank, "softbank", "au"));

        Assert.Equal(["au", "softbank"], backup.Failures.Select(failure => failure.What));
        Assert.All(backup.Failures, failure => Assert.Empty(failure.Offline));
        Assert.True(backup.IsSafe);
    }

    [Fact]
    public void An_unknown_network_may_be_any()
    {
        var dark = On(Softbank);
        var failure = Assert.Single(
            Backup("per-person", A.Trip(Ann), dark, Docomo, On(A.Esim("both", 100, 10, 5000), "au", "docomo")).Failures);

        Assert.Equal((FailureKind.Network, Networks.Unknown), (failure.Kind, failure.What));
        Assert.Equal([One("a")], failure.Alone);
        Assert.Equal("both", failure.Cure!.Bundle.Plan.Id);
    }

    [Fact]
    public void Who_is_on_an_unknown_network_is_no_sure_help_when_another_fails()
    {
        var trip = A.Trip(Ann, Bob with { NeedsJapaneseNumber = true });
        var dark = A.Esim("dark", 100, 10, 9000) with { JapaneseNumber = true };
        var backup = Backup("per-person", trip, Softbank, dark);

        Assert.Equal(
            [("softbank", "a", "a"), (Networks.Unknown, "b", "b")],
            backup.Failures.Select(failure => (failure.What, failure.Offline.Single().Traveler, failure.Alone.Single().Traveler)));
    }

    [Fact]
    public void Who_walks_apart_is_alone_whatever_the_others_have()
    {
        var trip = A.Trip(Ann with { HoursApartPerDay = 4, NeedsJapaneseNumber = true }, Bob);
        var number = On(A.Esim("number", 100, 10, 9000), "docomo") with { JapaneseNumber = true };

        Assert.Equal(["a"], Of("docomo", Backup("per-person", trip, Softbank, number)).Alone.Select(one => one.Traveler));
        Assert.Equal(["b"], Of("softbank", Backup("per-person", trip, Softbank, number)).Alone.Select(one => one.Traveler));
    }

    [Fact]
    public void Who_names_the_same_group_walks_together_all_the_same()
    {
        var trip = A.Trip(
            Ann with { HoursApartPerDay = 4, Group = "us", NeedsJapaneseNumber = true },
            Bob with { HoursApartPerDay = 4, Group = "us" });
        var number = On(A.Esim("number", 100, 10, 9000), "docomo") with { JapaneseNumber = true };

        Assert.True(Backup("per-person", trip, Softbank, number).IsSafe);
    }

    [Fact]
    public void A_child_who_is_never_alone_has_whoever_stays()
    {
        var trip = A.Trip(Ann, A.Traveler("kid", 0.2) with { NeverAlone = true }, A.Traveler("c") with { NeedsJapaneseNumber = true });
        var number = On(A.Esim("number", 100, 10, 9000).Tethers(TetherPolicy.Forbidden), "docomo") with { JapaneseNumber = true };
        var failure = Of(FailureKind.HostPhone, "mix", trip, Softbank, number);

        Assert.Equal(["a", "kid"], failure.Offline.Select(one => one.Traveler));
        Assert.Empty(failure.Alone);
    }

    [Fact]
    public void Whose_phone_takes_no_line_has_no_cure()
    {
        var failure = Of(FailureKind.HostPhone, "mix", A.Trip(Ann, Bob.WithoutEsim()), Softbank);

        Assert.Equal([One("b")], failure.Alone);
        Assert.Equal((null, "no-line-to-add"), (failure.Cure, failure.NoCure));
    }

    [Fact]
    public void A_phone_that_is_full_takes_no_second_profile()
    {
        var catalog = A.Catalog(Softbank, Docomo).With(A.Device("small", DeviceClass.Phone) with { EsimStored = 1 });
        var advice = A.Advise(A.Trip(Ann with { Phone = "small" }), catalog);

        Assert.Equal("no-line-to-add", Assert.Single(Core.Questions.Backups.Backup.Of(advice.Best!.Basket!, advice).Failures).NoCure);
    }

    [Fact]
    public void Where_every_line_is_on_the_failed_network_that_is_said()
    {
        Assert.Equal("no-other-network-known", Of(FailureKind.Network, "mix", A.Trip(Ann), Softbank, A.Esim("dark", 100, 10, 3500)).NoCure);
    }

    [Fact]
    public void Clients_who_walk_apart_would_each_need_a_line()
    {
        var trip = A.Trip(Ann, Bob with { HoursApartPerDay = 2 }, A.Traveler("c") with { HoursApartPerDay = 3 });
        var failure = Of(FailureKind.HostPhone, "shared-hotspot", trip, Softbank);

        Assert.Equal(2, failure.Alone.Length);
        Assert.Equal((null, "one-line-not-enough"), (failure.Cure, failure.NoCure));
    }

    [Fact]
    public void Pods_alike_fail_one_at_a_time_and_each_needs_its_own_cure()
    {
        var trip = A.Trip(Ann with { Phone = "one-client", Count = 4, HoursApartPerDay = 1 });
        var backup = Backup("shared-hotspot", trip, Softbank, Docomo);
        var failure = backup.Failures[0];

        Assert.Equal([new TravelerCount("a", 2)], failure.Offline);
        Assert.Equal([One("a")], failure.Alone);
        Assert.Equal(("a", 2, "soft", 6000m), TextOf(failure.Cure));
        Assert.Equal("one-line-not-enough", backup.Failures[1].NoCure);
    }

    [Fact]
    public void Pods_alike_that_walk_together_stand_in_for_each_other()
    {
        var failure = Of(FailureKind.HostPhone, "mix", A.Trip(Ann with { Phone = "one-client", Count = 4 }), Softbank);

        Assert.Equal(2, failure.Offline.Sum(one => one.Count));
        Assert.Empty(failure.Alone);
    }

    [Fact]
    public void Who_needs_no_line_is_neither_offline_nor_of_help()
    {
        var failure = Of(FailureKind.HostPhone, "mix", A.Trip(Ann, Bob, A.Traveler("c", 0)), Softbank);

        Assert.Equal(["a", "b"], failure.Offline.Select(one => one.Traveler));
        Assert.Equal(["b"], failure.Alone.Select(one => one.Traveler));
    }

    [Fact]
    public void What_needs_no_swapping_comes_before_a_cheaper_card()
    {
        var trip = A.Trip(Ann, Bob with { Phone = "iphone" });
        var card = A.Sim("card", 1, 10, 100).Tethers(TetherPolicy.Forbidden);

        Assert.Equal("soft", Of(FailureKind.HostPhone, "shared-hotspot", trip, Softbank, card).Cure!.Bundle.Plan.Id);
        Assert.Equal(
            "card",
            Of(FailureKind.HostPhone, "shared-hotspot", A.Trip(
                Ann, Bob.WithoutEsim() with { KeepsHomeLine = false }), Softbank, card).Cure!.Bundle.Plan.Id);
    }

    [Fact]
    public void A_second_line_paid_by_use_is_priced_at_the_buyers_use()
    {
        var failure = Of(
            FailureKind.HostPhone, "shared-hotspot", A.Trip(Ann, Bob), Softbank, A.PayAsYouGo("payg", 100).Tethers(TetherPolicy.Forbidden));

        Assert.Equal(("b", 1, "payg", 700m), TextOf(failure.Cure));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(6, false)]
    public void Two_plans_side_by_side_outlast_a_network_and_two_in_a_row_do_not(int days, bool survives)
    {
        var (one, other) = (On(A.Esim("one", 5, days, 1000), "softbank"), On(A.Esim("other", 5, days, 1000), "docomo"));
        var pair = new BundleFactory(A.Days(10), A.Catalog(one, other), 1).Pair(one, other)!;

        Assert.Equal(survives, Networks.Survives(pair, "softbank"));
        Assert.Equal(!survives, Networks.DependsOn(pair, "docomo"));
    }

    [Fact]
    public void A_party_without_a_line_has_nothing_that_fails()
    {
        var backup = Backup("mix", A.Trip(A.Traveler("a", 0)));

        Assert.Empty(backup.Failures);
        Assert.True(backup.IsSafe);
    }

    private static Plan On(Plan plan, params string[] networks) => plan with { Networks = [.. networks] };

    private static TravelerCount One(string traveler) => new(traveler, 1);

    private static (string Traveler, int Count, string PlanId, decimal Yen) TextOf(SpareLine? cure) =>
        (cure!.Traveler, cure.Count, cure.Bundle.Plan.Id, cure.Yen);

    private static Failure Of(string network, Backup backup) => backup.Failures.Single(failure => failure.What == network);

    private static Failure Of(FailureKind kind, string strategy, Trip trip, params Plan[] plans) =>
        Backup(strategy, trip, plans).Failures.Single(failure => failure.Kind == kind && failure.What != Networks.Unknown);

    private static Backup Backup(string strategy, Trip trip, params Plan[] plans)
    {
        var advice = A.Advise(trip, A.Catalog(plans));
        return Core.Questions.Backups.Backup.Of(advice.Answer(strategy).Basket!, advice);
    }
}
