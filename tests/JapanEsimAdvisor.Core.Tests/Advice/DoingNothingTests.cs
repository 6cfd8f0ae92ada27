using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

public sealed class DoingNothingTests
{
    private static readonly Traveler Customer = A.Traveler("a") with { HomeOperator = "home-op" };

    [Fact]
    public void Who_names_no_operator_is_told_to_ask()
    {
        Assert.Equal((null, null, "ask-your-operator"), Of(A.Traveler("a")));
    }

    [Fact]
    public void An_operator_whose_roaming_is_not_known_stays_unknown()
    {
        Assert.Equal((null, null, "roaming-price-unknown"), Of(Customer));
        Assert.Equal((null, null, "roaming-price-unknown"), Of(Customer, A.Roaming("pass", "other-op", 1, 500)));
    }

    [Fact]
    public void A_day_pass_adds_its_price_for_every_day()
    {
        Assert.Equal(("pass", 5000m, "roaming-adds"), Of(Customer, A.Roaming("pass", "home-op", 1, 500)));
    }

    [Fact]
    public void Of_several_the_cheapest_counts()
    {
        Assert.Equal(("month", 3000m, "roaming-adds"), Of(Customer, A.Roaming("pass", "home-op", 1, 500), A.Monthly("month", 5, 3000) with
        {
            Medium = Medium.Roaming,
            SellerId = "home-op",
        }));
    }

    [Fact]
    public void Where_Japan_is_included_nothing_is_added()
    {
        Assert.Equal(("pass", 0m, "roaming-included"), Of(Customer, A.Roaming("pass", "home-op", 1, 0)));
    }

    [Fact]
    public void A_price_whose_coverage_is_not_confirmed_is_named_as_such()
    {
        var roaming = A.Roaming("pass", "home-op", 1, 500) with { Countries = null };

        Assert.Equal(("pass", 5000m, "roaming-adds-unconfirmed"), Of(Customer, roaming));
        Assert.Equal((null, null, "roaming-price-unknown"), Of(Customer, roaming with { Source = A.Source with { Checked = null } }));
    }

    [Theory]
    [InlineData("premium", "roaming-included-unconfirmed")]
    [InlineData("basic", "roaming-price-unknown")]
    public void Data_abroad_of_the_own_tariff_is_named_although_it_is_not_dated(string tariff, string code)
    {
        var included = A.Roaming("abroad", "home-op", 30, 0) with
        {
            Countries = null,
            Condition = new Condition(ConditionKind.Tariff, "premium"),
            Source = A.Source with { Checked = null },
        };

        Assert.Equal(code, Of(Customer with { HomePlan = tariff }, included).Code);
    }

    [Fact]
    public void A_price_for_a_gigabyte_adds_the_expected_use_of_everybody()
    {
        var roaming = A.PayAsYouGo("data", 1000) with { Medium = Medium.Roaming, SellerId = "home-op" };

        Assert.Equal(("data", 21_000m, "roaming-adds"), Of(Customer with { Count = 3 }, roaming));
    }

    [Fact]
    public void Everybody_has_an_answer_in_the_order_of_the_request()
    {
        var trip = A.Trip(A.Traveler("z"), Customer with { Id = "y" }, Customer with { Id = "x" });
        var roaming = A.Advise(trip, A.Catalog(A.Roaming("pass", "home-op", 1, 500))).DoingNothing;

        Assert.Equal(["z", "y", "x"], roaming.Select(one => one.Traveler));
        Assert.Equal([null, 5000m, 5000m], roaming.Select(one => one.Yen));
    }

    private static (string? Plan, decimal? Yen, string Code) Of(Traveler traveler, params Plan[] plans)
    {
        HomeRoaming one = Assert.Single(A.Advise(A.Trip(traveler), A.Catalog(plans)).DoingNothing);
        return (one.PlanId, one.Yen, one.Reason.Code);
    }
}
