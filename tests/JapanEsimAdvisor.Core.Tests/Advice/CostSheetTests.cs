using CsCheck;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

public sealed class CostSheetTests
{
    private static readonly string[] Currencies = ["JPY", "EUR", "KWD"];

    [Fact]
    public void Totals_are_sums_of_the_rows_shown()
    {
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 2]).Sample(
            (seed, currency) =>
            {
                var (trip, catalog) = RandomParty.Of(seed, mostPeople: 3);
                trip = trip with
                {
                    Travelers = [.. trip.Travelers.Select((traveler, index) => traveler with { Count = 1 + ((seed + index) % 3) })],
                };
                return A.Advise(trip, catalog).Answers
                    .Where(answer => answer.IsFeasible)
                    .All(answer => AddsUp(answer.Basket!, trip, Currencies[currency]));
            },
            iter: 100);
    }

    [Theory]
    [InlineData("JPY", 3001, 300)]
    [InlineData("EUR", 18.75, 1.88)]
    [InlineData("KWD", 6.117, 0.612)]
    public void Money_is_rounded_once_for_each_row_to_the_decimals_of_the_currency(string currency, double price, double setUp)
    {
        var sheet = Sheet(A.Trip(A.Traveler("a")), currency, A.Esim("line", 100, 10, 3000.5m));

        Assert.Equal(((decimal)price, (decimal)setUp), (sheet.Price.Amount, sheet.Inconvenience.Amount));
        Assert.Equal(sheet.Price.Amount + sheet.Inconvenience.Amount, sheet.ExpectedTotal.Amount);
    }

    [Fact]
    public void Rows_name_what_is_bought_by_whom_and_every_trouble_there_is()
    {
        var sheet = Sheet(A.Trip(A.Traveler("a"), A.Traveler("b")), "JPY", A.Esim("line", 100, 10, 3000));

        Assert.Equal(["price", "top-ups", "set-up-esim", "host-battery", "client-waiting"], sheet.Rows.Select(row => row.Code));
        Assert.Equal([3000, 0, 300, 1000, 600], sheet.Rows.Select(row => row.Amount.Amount));
        Assert.Equal(("line", "a"), (sheet.Rows[0].PlanId, sheet.Rows[0].Buyer));
    }

    [Fact]
    public void A_head_and_a_day_share_the_price_alone()
    {
        var sheet = Sheet(A.Trip(A.Traveler("a") with { Count = 3 }), "JPY", A.Esim("line", 100, 10, 4000));

        Assert.Equal((4000, 1333, 133), (sheet.Price.Amount, sheet.PerPerson.Amount, sheet.PerPersonPerDay.Amount));
    }

    [Fact]
    public void Two_plans_of_a_pair_have_a_row_each()
    {
        var plans =
            new[] { A.Esim("five", 5, 10, 1000) with { SellerId = "shop" }, A.Esim("nine", 9, 10, 1500) with { SellerId = "shop" } };
        var sheet = Sheet(A.Trip(A.Traveler("a", 0.9)), "JPY", plans);

        Assert.Equal(
            [("five", 1000m), ("nine", 1500m)],
            sheet.Rows.Where(row => row.Code == "price").Select(row => (row.PlanId!, row.Amount.Amount)).Order());
    }

    [Fact]
    public void Pay_as_you_go_shows_the_expected_use()
    {
        Assert.Equal(4200, Sheet(A.Trip(A.Traveler("a")), "JPY", A.PayAsYouGo("payg", 600)).Price.Amount);
    }

    [Fact]
    public void Pods_alike_are_charged_each()
    {
        var apart = A.Traveler("a") with { Count = 2, HoursApartPerDay = 9 };

        Assert.Equal(8400, Sheet(A.Trip(apart), "JPY", A.PayAsYouGo("payg", 600)).Price.Amount);
        Assert.Equal(
            6100, Sheet(A.Trip(apart), "JPY", A.Esim("line", 100, 10, 3000) with { Fees = [A.Fee(50, FeePer.Order)] }).Price.Amount);
    }

    [Fact]
    public void Every_part_of_a_cost_has_a_row_of_its_own()
    {
        Assert.Equal(CostParts.All.Count, CostParts.All.Select(part => part.Code).Distinct().Count());

        var cost = new PodCost(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);

        Assert.Equal(cost.Total, CostParts.All.Sum(part => part.Of(cost)));
        Assert.Equal(cost.Inconvenience, CostParts.All.Where(part => part.Group == CostGroup.Inconvenience).Sum(part => part.Of(cost)));
    }

    private static bool AddsUp(Basket basket, Trip trip, string currency)
    {
        var sheet = CostSheet.Of(basket, trip.People, trip.Stay.DemandDays, currency, A.Rates);
        var rate = A.Rates.ByCurrency[currency];
        var half = (decimal)Math.Pow(10, -rate.Decimals) * rate.YenPerUnit * (sheet.Rows.Length + 1) / 2;
        return sheet.Rows.Sum(row => row.Amount.Amount) == sheet.ExpectedTotal.Amount
            && sheet.Price.Amount + sheet.ExpectedTopUps.Amount + sheet.Inconvenience.Amount == sheet.ExpectedTotal.Amount
            && sheet.Rows.All(
                row => row.Amount.Currency == currency && decimal.Round(row.Amount.Amount, rate.Decimals) == row.Amount.Amount)
            && Math.Abs((sheet.ExpectedTotal.Amount * rate.YenPerUnit) - (decimal)basket.ExpectedTotal) <= half
            && Math.Abs((sheet.Price.Amount * rate.YenPerUnit) - (decimal)basket.Price) <= half;
    }

    private static CostSheet Sheet(Trip trip, string currency, params Plan[] plans) =>
        CostSheet.Of(A.Advise(trip, A.Catalog(plans)).Best!.Basket!, trip.People, trip.Stay.DemandDays, currency, A.Rates);
}
