using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Tests.Pods;

namespace JapanEsimAdvisor.Core.Tests.Plans;

public sealed class HostLinesTests
{
    [Fact]
    public void Lines_and_routers_are_told_apart_and_refusals_kept()
    {
        var catalog = A.Catalog(A.Daily("daily", 1, 300), A.Router("router", 500), A.Sim("sim", 5, 10, 2000) with { SoldIn = ["KR"] });
        var host = Assert.Single(new PartyUnderTest(A.Trip(A.Traveler("a")), catalog).Hosts);

        Assert.Equal(["daily"], host.Lines.Select(bundle => bundle.Plan.Id));
        Assert.Equal(["router"], host.Routers.Select(bundle => bundle.Plan.Id));
        Assert.Equal([("sim", "not-sold-in-your-country")], host.Rejections.Select(no => (no.PlanId, no.Code)));
    }

    [Fact]
    public void A_pair_needs_both_its_plans_to_be_eligible()
    {
        var one = A.Esim("one", 3, 10, 900) with { SellerId = "shop" };
        var other = A.Esim("other", 5, 10, 900) with { SellerId = "shop", SoldIn = ["KR"] };

        Assert.DoesNotContain(
            new PartyUnderTest(A.Trip(A.Traveler("a")), A.Catalog(one, other)).LinesOf("a"),
            bundle => bundle.Items.Length > 1);
    }

    [Fact]
    public void A_phone_stores_only_so_many_profiles()
    {
        var catalog = A.Catalog(A.Esim("esim", 1, 10, 500)).With(A.Device("phone", DeviceClass.Phone) with { EsimStored = 2 });
        var party = new PartyUnderTest(A.Trip(A.Traveler("a") with { Phone = "phone" }, A.Traveler("b")), catalog);

        Assert.Equal([1, 2], party.LinesOf("a").Select(bundle => bundle.Orders));
        Assert.Equal([1, 2, 3, 4], party.LinesOf("b").Select(bundle => bundle.Orders));
    }

    [Fact]
    public void What_is_paid_again_without_another_profile_takes_no_more_room()
    {
        var month = A.Monthly("month", 20, 1000) with { MinimumMonths = 12 };
        var topped = A.Esim("topped", 1, 1, 200) with { TopUp = new TopUp(true) };
        var party = new PartyUnderTest(A.Trip(A.Traveler("a")), A.Catalog(month, topped));

        Assert.Equal(["topped", "month"], party.LinesOf("a").Select(bundle => bundle.Plan.Id));
    }
}
