using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>A month's plan over 75 days is ordered once and billed three times, wherever one reads of it.</summary>
public sealed class MonthlyPlanTests(SiteFixture site) : IDisposable
{
    private const string Address =
        "/en/result?travelers[0].phone=apple-iphone-15&trip.arrival=2026-12-20&trip.days=75&trip.homeCountry=US&trip.residency=resident";

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false });

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_API_the_page_and_the_saved_trip_order_it_once_for_the_price_of_three_months()
    {
        var advice = (await site.PostAsync(SampleTrips.ResidentFor75Days)).Ok().Json;
        var bought = Bought(advice
            .GetProperty("strategies")
            .EnumerateArray()
            .First(one => one.GetProperty("strategy").GetString() == advice.GetProperty("recommended").GetString()));
        var plan = (await site.GetAsync($"/api/v1/plans/{bought.GetProperty("planId").GetString()}?days=75")).Ok().Json;
        var page = (await site.GetAsync(Address)).Ok().Page;
        var (id, _) = (await _client.SaveAsync(TripCalls.Body(SampleTrips.ResidentFor75Days))).Saved();
        var saved = (await _client.ReadAsync(id)).Ok().Json;
        var savedPage = (await _client.OpenAsync("/en/t/" + id)).Ok().Page;

        Assert.Equal("monthly", plan.GetProperty("allowance").GetProperty("kind").GetString());
        Assert.Equal((1, 90), Order(bought));
        Assert.Equal((1, 90), Order(Bought(saved.GetProperty("answer"))));
        Assert.Equal(1, plan.GetProperty("quote").GetProperty("quantity").GetInt32());
        Assert.Equal(3 * plan.GetProperty("prices")[0].GetProperty("amount").GetDecimal(), Listed(bought));
        Assert.Equal(Listed(bought), Listed(Bought(saved.GetProperty("answer"))));
        Assert.Equal(
            bought.GetProperty("price").GetProperty("amount").GetDecimal(),
            plan.GetProperty("quote").GetProperty("price").GetProperty("amount").GetDecimal());
        foreach (var text in (string[])[
            page.QuerySelector("#buy tbody tr")!.TextContent,
            savedPage.QuerySelector("#bought li")!.TextContent,
        ])
        {
            Assert.Contains(bought.GetProperty("name").GetString()!, text, StringComparison.Ordinal);
            Assert.DoesNotContain("×", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_trip_saved_when_bills_were_counted_reads_as_one_order()
    {
        var (id, token) = (await _client.SaveAsync(TripCalls.Body(SampleTrips.ResidentFor75Days))).Saved();
        var planId = Bought((await _client.ReadAsync(id)).Ok().Json.GetProperty("answer")).GetProperty("planId").GetString();
        (await _client.ChangeAsync(
            id, token, "*", (await _client.ReadAsync(id)).SentBack($$"""[ { "planId": "{{planId}}", "days": 90 } ]"""))).Ok();
        await CountBillsAsync(id);
        var saved = (await _client.ReadAsync(id)).Ok().Json;

        Assert.Equal((1, 90), Order(Bought(saved.GetProperty("answer"))));
        Assert.Equal((1, 90), Order(saved.GetProperty("purchases")[0]));
        Assert.True(Bought(saved.GetProperty("answer")).GetProperty("bought").GetBoolean());
    }

    [Fact]
    public async Task A_check_of_its_use_is_the_same_whether_orders_or_bills_are_counted()
    {
        var checks = new List<string>();
        foreach (var quantity in (int[])[1, 3])
        {
            var answer = await site.CheckUsageAsync(
                $$"""{ "trip": { "arrival": "2026-11-01", "days": 75, "residency": "resident" }, "people": 1,"""
                    + $$""" "lines": [ { "planId": "ahamo-docomo-30-gb-esim", "quantity": {{quantity}}, "gbUsed": 20 } ] }""");
            checks.Add(answer.Ok().Text);
        }

        Assert.Equal(checks[0], checks[1]);
    }

    /// <summary>Writes it down as it was before.</summary>
    private async Task CountBillsAsync(string id)
    {
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SavedTripsDb>();
        var row = await db.Trips.SingleAsync(trip => trip.Id == id, TestContext.Current.CancellationToken);
        var content = JsonNode.Parse(row.Content!)!;
        content["answer"]!["pods"]![0]!["purchases"]![0]!["quantity"] = 3;
        content["purchases"]![0]!["quantity"] = 3;
        await db.Trips.Where(trip => trip.Id == id).ExecuteUpdateAsync(
            trip => trip.SetProperty(one => one.Content, content.ToJsonString()),
            TestContext.Current.CancellationToken);
    }

    private static JsonElement Bought(JsonElement answer) => answer.GetProperty("purchases").EnumerateArray().Single();

    private static (int Quantity, int Days) Order(JsonElement bought) =>
        (bought.GetProperty("quantity").GetInt32(), bought.GetProperty("days").GetInt32());

    private static decimal Listed(JsonElement bought) => bought.GetProperty("listedPrice").GetProperty("amount").GetDecimal();
}
