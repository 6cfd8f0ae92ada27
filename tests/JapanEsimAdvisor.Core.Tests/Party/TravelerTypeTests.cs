using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Party;

public sealed class TravelerTypeTests
{
    public static TheoryData<Traveler> Different =>
    [
        A.Traveler("b", 0.71),
        A.Typical("b"),
        A.Traveler("b").With("laptop"),
        A.Traveler("b") with { Phone = "iphone" },
        A.Traveler("b") with { SimSlots = 2 },
        A.Traveler("b") with { HotspotBlocked = true },
        A.Traveler("b") with { HasPhone = false },
        A.Traveler("b") with { Esim = null },
        A.Traveler("b") with { CarrierLocked = null },
        A.Traveler("b") with { HoursApartPerDay = 1 },
        A.Traveler("b") with { Group = "g" },
        A.Traveler("b") with { NeverAlone = true },
        A.Traveler("b") with { ReachableWhenApart = true },
        A.Traveler("b") with { KeepsHomeLine = false },
        A.Traveler("b") with { NeedsJapaneseNumber = true },
        A.Traveler("b") with { HomeOperator = "op" },
        A.Traveler("b") with { HomePlan = "flat" },
        A.Traveler("b") with { Benefits = ["card"] },
        A.Traveler("b") with { Use = new Use.AtHome(0.7) },
    ];

    [Theory]
    [MemberData(nameof(Different))]
    public void People_who_differ_in_anything_are_of_different_types(Traveler other)
    {
        Assert.Equal(2, TravelerType.Of(A.Trip(A.Traveler("a"), other), A.Catalog()).Length);
    }

    [Fact]
    public void People_alike_are_one_type_whatever_their_names_and_the_order_of_their_devices()
    {
        var types = TravelerType.Of(
            A.Trip(A.Traveler("a").With("laptop", "tablet") with { Count = 2 }, A.Traveler("b").With("tablet", "laptop")),
            A.Catalog());

        Assert.Equal(3, Assert.Single(types).Count);
        Assert.Equal(["a", "b"], types[0].Members.Select(member => member.Id));
    }

    [Fact]
    public void People_whose_phones_can_do_the_same_are_one_type_whatever_the_model_and_the_market()
    {
        var catalog = A.Catalog().With(A.Device("twelve", Core.Catalog.DeviceClass.Phone)).With(A.Device("thirteen", Core.Catalog.DeviceClass.Phone));
        var people = new[] { A.Traveler("a") with { Phone = "twelve" }, A.Traveler("b") with { Phone = "thirteen", PhoneMarket = "DE" } };

        Assert.Equal(2, Assert.Single(TravelerType.Of(A.Trip(people), catalog)).Count);
    }

    [Theory]
    [InlineData(0, false, false, true)]
    [InlineData(0, true, false, false)]
    [InlineData(0, false, true, false)]
    [InlineData(0.1, false, false, false)]
    public void Who_uses_nothing_needs_no_line_unless_they_must_be_reached(double gb, bool reachable, bool number, bool nothing)
    {
        var traveler = A.Traveler("a", gb) with { ReachableWhenApart = reachable, NeedsJapaneseNumber = number };

        Assert.Equal(nothing, TravelerType.Of(A.Trip(traveler), A.Catalog())[0].NeedsNothing);
    }
}
