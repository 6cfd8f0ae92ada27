using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.Flips;

/// <summary>When the advice changes, worked by hand on catalogs of two plans and the tariff of the method.</summary>
public sealed class FlipPointTests
{
    private const double Yen = 1e-6;

    private static readonly Traveler Ann = A.Traveler("ann", 0.01);

    private static readonly Traveler Ben = A.Traveler("ben", 0.01);

    /// <summary>As good as endless, so that only price and tariff count.</summary>
    private static readonly Plan Line = A.Esim("line", 1000, 365, 2000);

    /// <summary>
    /// Two lines: 2 × (2,000 + 300) = 4,600. One line shared: 2,300 + days × (100 host + 60 client + 150 × 0 hours).
    /// They meet at 2,300 / 160 = 14.4 days: 14 days shared 4,540, 15 days 4,700.
    /// </summary>
    [Fact]
    public void A_hotspot_loses_from_the_day_its_trouble_passes_a_second_line()
    {
        var point = Only(Flips(A.Trip(Ann, Ben), Line), FlipFactor.Length);

        Assert.Equal((FlipDirection.Above, 15.0, "shared-hotspot", "per-person"), (point.Direction, point.Value, point.From, point.To));
        Assert.Equal(60, point.SavingBefore!.Value, Yen);
        Assert.Equal(100, point.SavingAfter!.Value, Yen);
    }

    /// <summary>
    /// From 30 days the same change lies 16 days off, between two steps of three: found to the day, compared a step to
    /// each side (16 and 13 days).
    /// </summary>
    [Fact]
    public void A_length_further_than_two_weeks_off_is_found_to_the_day()
    {
        var point = Only(Flips(A.Days(30).For(Ann, Ben), Line), FlipFactor.Length);

        Assert.Equal((FlipDirection.Below, 14.0, "per-person", "shared-hotspot"), (point.Direction, point.Value, point.From, point.To));
        Assert.Equal((160 * 16) - 2300, point.SavingBefore!.Value, Yen);
        Assert.Equal(2300 - (160 * 13), point.SavingAfter!.Value, Yen);
    }

    /// <summary>
    /// Ten days shared: 2,300 + 1,600 + 1,500 × h. A second line costs 2,300 more: 700 / 1,500 = 0.467 hours. On the
    /// grid 0 saves 700 and 0.5 loses 50.
    /// </summary>
    [Fact]
    public void A_hotspot_loses_from_the_hours_apart_that_cost_a_second_line()
    {
        var point = Only(Flips(A.Trip(Ann, Ben), Line), FlipFactor.HoursApart);

        Assert.Equal((FlipDirection.Above, 0.5, "shared-hotspot", "per-person"), (point.Direction, point.Value, point.From, point.To));
        Assert.Equal(700, point.SavingBefore!.Value, Yen);
        Assert.Equal(50, point.SavingAfter!.Value, Yen);
    }

    /// <summary>
    /// Five days shared: 800 + 750 × h against a second line for 2,390: they meet at 2.12 hours, so from 2.2 on.
    /// Compared half an hour wide, at 2 and at 2.5.
    /// </summary>
    [Fact]
    public void Hours_are_narrowed_to_a_tenth()
    {
        var plan = Line with { Prices = [A.Price(365, 2090)] };
        var point = Only(Flips(A.Days(5).For(Ann, Ben), plan), FlipFactor.HoursApart);

        Assert.Equal(2.2, point.Value);
        Assert.Equal(1590 - (750 * 2.0), point.SavingBefore!.Value, Yen);
        Assert.Equal((750 * 2.5) - 1590, point.SavingAfter!.Value, Yen);
    }

    /// <summary>
    /// A router at 100 yen a day costs 1,000 + days × (100 + 100); a line at 300 a day 300 + 300 × days. They meet at 7
    /// days (2,400 and 2,400): the plainer name stands at the tie, so the router overtakes from day 8 on.
    /// </summary>
    [Fact]
    public void A_router_overtakes_from_the_day_reckoned_by_hand()
    {
        var advice = Flips(A.Days(5).For(Ann), A.Daily("daily", 5, 300), A.Router("router", 100));
        var point = Only(advice, FlipFactor.Length);

        Assert.Equal((FlipDirection.Above, 8.0, "per-person", "pocket-wifi"), (point.Direction, point.Value, point.From, point.To));
        Assert.Equal(0, point.SavingBefore!.Value, Yen);
        Assert.Equal(100, point.SavingAfter!.Value, Yen);
    }

    /// <summary>
    /// Ten days: a router 1,000 + 10 × (240 + 100) = 4,400 for up to five phones; a line each 2,300 a head; nobody may
    /// tether. Two heads 4,600.
    /// </summary>
    [Fact]
    public void A_router_pays_from_two_people_on_and_a_copy_of_the_last_counts()
    {
        Plan[] plans = [Line.Tethers(TetherPolicy.Forbidden), A.Router("router", 240)];
        var point = Only(Flips(A.Trip(Ann), plans), FlipFactor.GroupSize);

        Assert.Equal((FlipDirection.Above, 2.0, "per-person", "pocket-wifi"), (point.Direction, point.Value, point.From, point.To));
        Assert.Equal(4400 - 2300, point.SavingBefore!.Value, Yen);
        Assert.Equal(4600 - 4400, point.SavingAfter!.Value, Yen);
        Assert.Contains(
            Flips(A.Trip(Ann, Ben), plans).Points,
            one => one is { Factor: FlipFactor.GroupSize, Direction: FlipDirection.Below, Value: 1, To: "per-person" });
    }

    /// <summary>
    /// Pay as you go at 1,000 yen a GB against a router of 300 a day with 50 GB: ten days, one person: 300 + 10,000 ×
    /// gb = 1,000 + 10 × 400 at 0.47 GB.
    /// </summary>
    [Theory]
    [InlineData(0.2, FlipDirection.Above, "per-person", "pocket-wifi")]
    [InlineData(0.9, FlipDirection.Below, "pocket-wifi", "per-person")]
    public void The_use_at_which_the_advice_changes_is_found_to_one_percent(double gb, FlipDirection direction, string from, string to)
    {
        var point = Only(
            Flips(A.Trip(A.Traveler("ann", gb)), A.PayAsYouGo("payg", 1000), A.Router("router", 300, 50)),
            FlipFactor.DailyUse);

        Assert.Equal((direction, from, to), (point.Direction, point.From, point.To));
        Assert.InRange(point.Value, 0.47 / 1.01, 0.47 * 1.01);
        Assert.True(point.SavingBefore > 0 && point.SavingAfter > 0);
    }

    /// <summary>Sharing pays for Ann and Ben up to 14 days, for up to 0.4 hours apart, and at any use.</summary>
    [Fact]
    public void Sharing_breaks_even_where_a_second_line_costs_as_much()
    {
        var sharing = Flips(A.Trip(Ann, Ben), Line).Sharing;

        Assert.Contains(new SharingBreakEven(FlipFactor.Length, FlipDirection.Above, 15, PaysBelow: true), sharing);
        Assert.Contains(new SharingBreakEven(FlipFactor.HoursApart, FlipDirection.Above, 0.5, PaysBelow: true), sharing);
        Assert.DoesNotContain(sharing, one => one.Factor == FlipFactor.DailyUse);
    }

    [Fact]
    public void Seen_from_the_far_side_sharing_still_pays_below()
    {
        var sharing = Flips(A.Days(20).For(Ann, Ben), Line).Sharing;

        Assert.Contains(new SharingBreakEven(FlipFactor.Length, FlipDirection.Below, 14, PaysBelow: true), sharing);
    }

    [Fact]
    public void Where_sharing_is_not_possible_it_has_no_break_even() =>
        Assert.Empty(Flips(A.Trip(Ann, Ben), Line.Tethers(TetherPolicy.Forbidden)).Sharing);

    [Fact]
    public void A_party_nobody_can_serve_has_no_flip_points()
    {
        var flips = Flips(A.Trip(Ann.WithoutEsim()), Line);

        Assert.False(flips.IsSkipped);
        Assert.Empty(flips.Points);
        Assert.Empty(flips.Sharing);
    }

    /// <summary>2¹¹ sub-parties.</summary>
    [Fact]
    public void A_party_too_various_is_skipped_and_says_so()
    {
        var travelers = Enumerable.Range(0, 11).Select(person => A.Traveler("p" + person, 0.1 + (person / 100.0))).ToArray();
        var flips = Flips(A.Trip(travelers), Line);

        Assert.True(flips.IsSkipped);
        Assert.Empty(flips.Points);
    }

    [Fact]
    public void A_trip_under_way_does_not_end_before_today_and_one_that_is_over_not_after_it()
    {
        var advice = A.Advise(A.Days(30).For(Ann, Ben), A.Catalog(Line)).On(new DateOnly(2027, 4, 16));
        Assert.DoesNotContain(FlipPoints.Of(advice).Points, point => point.Factor == FlipFactor.Length);

        var over = A.Advise(A.Trip(Ann, Ben), A.Catalog(Line)).On(new DateOnly(2027, 4, 12));
        Assert.DoesNotContain(FlipPoints.Of(over).Points, point => point.Factor == FlipFactor.Length);
    }

    private static FlipPoints Flips(Trip trip, params Plan[] plans) => FlipPoints.Of(A.Advise(trip, A.Catalog(plans)));

    private static FlipPoint Only(FlipPoints flips, FlipFactor factor) => Assert.Single(flips.Points, point => point.Factor == factor);
}
