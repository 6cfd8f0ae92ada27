using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>Why a strategy cannot be, and who is served otherwise than it means.</summary>
public sealed class RefusalTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000);

    private static readonly Plan Router = A.Router("router", 900, 50);

    [Fact]
    public void A_number_for_longer_than_any_plan_lasts_names_the_plan_to_begin_with()
    {
        var voice = A.Sim("voice", 7, 90, 9000) with { JapaneseNumber = true, MaxDays = 90 };
        var caller = A.Traveler("a") with { NeedsJapaneseNumber = true, KeepsHomeLine = false };
        var reason = A.Advise(A.Days(150).For(caller), A.Catalog(voice, Line)).Answer("mix").Reasons[^1];

        Assert.Equal("number-not-so-long", reason.Code);
        Assert.Contains(new KeyValuePair<string, object>("planId", "voice"), reason.Arguments);
        Assert.Contains(new KeyValuePair<string, object>("lasts", 90), reason.Arguments);
    }

    [Fact]
    public void A_number_that_no_plan_gives_is_said_to_be_missing()
    {
        Assert.Equal(["nothing-fits", "no-plan-with-number"], Refused("mix", [Line], A.Traveler("a") with { NeedsJapaneseNumber = true }));
    }

    [Fact]
    public void One_person_shares_with_nobody()
    {
        Assert.Equal(["one-person"], Refused("shared-hotspot", [Line], A.Traveler("a")));
    }

    [Fact]
    public void Where_no_plan_is_known_to_tether_the_cheapest_that_might_is_named()
    {
        var plans = new[]
        {
            Line.Tethers(TetherPolicy.Unknown),
            A.Daily("daily", 5, 100).Tethers(TetherPolicy.Unknown),
            A.Daily("never", 5, 50).Tethers(TetherPolicy.Forbidden),
        };
        var answer = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b")), A.Catalog(plans)).Answer("shared-hotspot");

        Assert.Null(answer.Basket);
        Assert.Equal(["no-confirmed-tethering"], answer.Reasons.Codes());
        Assert.Contains(new KeyValuePair<string, object>("planId", "daily"), answer.Reasons[0].Arguments);
    }

    [Fact]
    public void Whose_laptop_no_eSIM_may_serve_takes_a_SIM_card_and_is_told_why()
    {
        var esim = Line.Tethers(TetherPolicy.Unknown);
        var sim = A.Esim("card", 100, 10, 4000) with { Medium = Medium.Sim };
        var catalog = A.Catalog(esim, sim).With(A.Device("laptop", DeviceClass.Laptop));
        var answer = A.Advise(A.Trip(A.Traveler("a") with { Devices = ["laptop"], KeepsHomeLine = false }), catalog).Answer("per-person");

        Assert.Equal("card", answer.Basket?.Pods.Single().Pod.PlanId);
        Assert.Contains(
            answer.Reasons,
            reason => reason.Code == "no-esim-for"
                && reason.Arguments.Any(argument => argument.Value.Equals(new NamedCode("rejection", "hotspot-unconfirmed"))));
    }

    [Fact]
    public void Where_tethering_is_forbidden_no_line_shares()
    {
        Assert.Equal(
            ["no-line-that-shares"],
            Refused("shared-hotspot", [Line.Tethers(TetherPolicy.Forbidden)], A.Traveler("a"), A.Traveler("b")));
    }

    [Fact]
    public void Phones_that_cannot_host_share_nothing()
    {
        var phone = A.Traveler("a") with { Phone = "no-hotspot" };

        Assert.Equal(["no-phone-can-host"], Refused("shared-hotspot", [Line], phone, phone with { Id = "b" }));
    }

    [Fact]
    public void People_who_must_all_be_reachable_share_nothing()
    {
        var reachable = A.Traveler("a") with { ReachableWhenApart = true, HoursApartPerDay = 2 };

        Assert.Equal(["everybody-must-be-reachable"], Refused("shared-hotspot", [Line], reachable, reachable with { Id = "b" }));
    }

    [Fact]
    public void A_hotspot_too_small_for_the_devices_shares_nothing()
    {
        var small = A.Traveler("a").With("laptop") with { Phone = "one-client" };

        Assert.Equal(["too-many-connections"], Refused("shared-hotspot", [Line], small, small with { Id = "b" }));
    }

    [Fact]
    public void Without_a_router_there_is_no_pocket_wifi()
    {
        Assert.Equal(["no-router-known"], Refused("pocket-wifi", [Line], A.Traveler("a")));
    }

    [Fact]
    public void A_router_that_cannot_be_had_says_why()
    {
        var late = Router with { ObtainedBy = [new Handover(HandoverKind.HomeDelivery, [], [], 60, null)] };
        var answer = A.Advise(A.Trip(A.Traveler("a")), A.Catalog(Line, late)).Answer("pocket-wifi");

        Assert.Equal(["no-router-available"], answer.Reasons.Codes());
        Assert.Equal(new NamedCode("rejection", "ordered-too-late"), answer.Reasons[0].Arguments[0].Value);
    }

    [Fact]
    public void A_travelers_own_reason_counts_more_than_plans_nobody_could_have()
    {
        var unpriced = Enumerable.Range(1, 3)
            .Select(number => Router with { Id = FormattableString.Invariant($"unpriced-{number}"), Prices = [] });
        var number = A.Traveler("a") with { NeedsJapaneseNumber = true };
        var answer = A.Advise(A.Trip(number), A.Catalog([Line with { JapaneseNumber = true }, Router, .. unpriced])).Answer("pocket-wifi");

        Assert.Equal(new NamedCode("rejection", "no-japanese-number"), answer.Reasons[0].Arguments[0].Value);
    }

    [Fact]
    public void A_router_too_small_for_one_persons_devices_is_too_small()
    {
        Assert.Equal(
            ["too-many-connections"],
            Refused("pocket-wifi", [A.Router("tiny", 100, devices: 2)], A.Traveler("a").With("laptop", "tablet")));
    }

    [Fact]
    public void Nothing_fits_a_phone_that_takes_no_line()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a").WithoutEsim()), A.Catalog(Line));

        Assert.Null(advice.Recommended);
        Assert.Null(advice.Best);
        Assert.Equal(["nobody-can-have-a-line"], advice.Answer("per-person").Reasons.Codes());
        Assert.Equal(["a"], advice.Answer("per-person").Reasons[0].Travelers);
        Assert.Equal(["nothing-fits"], advice.Answer("mix").Reasons.Codes());
    }

    [Fact]
    public void Who_cannot_have_a_line_joins_somebody_and_is_named()
    {
        var answer = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b", 0.5).WithoutEsim()), A.Catalog(Line)).Answer("per-person");

        Assert.Equal(["b"], answer.Reasons.Single(reason => reason.Code == "joins-host").Travelers);
    }

    [Fact]
    public void Who_cannot_have_an_eSIM_gets_a_SIM_with_the_reason()
    {
        var old = A.Traveler("b") with { Phone = "dual-sim", Esim = null };
        var answer = A.Advise(A.Trip(A.Traveler("a"), old), A.Catalog(Line, A.Sim("sim", 100, 10, 100))).Answer("per-person");
        var reason = answer.Reasons.Single(one => one.Code == "no-esim-for");

        Assert.Equal(["b"], reason.Travelers);
        Assert.Equal(new NamedCode("medium", "sim"), reason.Arguments.Single(argument => argument.Key == "medium").Value);
        Assert.Equal(new NamedCode("rejection", "phone-without-esim"), reason.Arguments.Single(argument => argument.Key == "why").Value);
        Assert.Equal(["line", "sim"], answer.Basket!.Pods.Select(placed => placed.Pod.PlanId));
    }

    [Fact]
    public void Who_needs_a_Japanese_number_buys_alone_beside_a_router()
    {
        var number = A.Traveler("b") with { NeedsJapaneseNumber = true };
        var plans = new[] { Router, Line with { JapaneseNumber = true } };
        var answer = A.Advise(A.Trip(A.Traveler("a"), number), A.Catalog(plans)).Answer("pocket-wifi");

        Assert.Equal(["b"], answer.Reasons.Single(reason => reason.Code == "buys-alone").Travelers);
    }

    private static ImmutableArray<string> Refused(string strategy, Plan[] plans, params Traveler[] travelers)
    {
        var answer = A.Advise(A.Trip(travelers), A.Catalog(plans)).Answer(strategy);
        Assert.Null(answer.Basket);
        return answer.Reasons.Codes();
    }
}
