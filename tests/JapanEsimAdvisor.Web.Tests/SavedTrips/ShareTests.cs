using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ical.Net;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.WebUtilities;
using QRCoder;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>Calendar files, QR codes and share links.</summary>
public sealed class ShareTests(SiteFixture site) : IDisposable
{
    private const string Result = "/result" + SampleTrips.CoupleOnAPage + "&trip.airport=NRT";

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("zh-hans")]
    public async Task The_calendar_of_a_result_holds_every_task_on_a_day_of_its_own_and_is_the_same_once_saved(string language)
    {
        var page = (await _client.OpenAsync($"/{language}{Result}")).Ok().Page;
        var ofResult = await _client.OpenAsync(page.QuerySelector("#sharing a[href*='trip.ics']")!.GetAttribute("href")!);
        var (address, _, _) = (await _client.SaveResultAsync($"/{language}{Result}", TripForms.SameOrigin)).SavedPage();
        var ofSaved = await _client.OpenAsync(address + "/trip.ics");

        foreach (var answer in (Answer[])[ofResult, ofSaved])
        {
            Assert.Equal("text/calendar", answer.Ok().MediaType);
            Assert.All(answer.Text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            var events = Calendar.Load(answer.Text)!.Events;
            Assert.Equal(page.QuerySelectorAll(".tasks li").Length, events.Count);
            Assert.All(events, entry => Assert.True(entry.IsAllDay));
            Assert.All(
                events, entry => Assert.InRange(DateOnly.FromDateTime(entry.Start!.Value), SiteFixture.Today, new DateOnly(2027, 4, 11)));
            Assert.Equal(events.Count, events.Select(entry => entry.Uid).Distinct().Count());
            Assert.All(
                page.QuerySelectorAll(".tasks li"),
                task => Assert.Contains(events, entry => task.TextContent.StartsWith(entry.Summary!, StringComparison.Ordinal)));
        }

        Assert.Equal(
            Calendar.Load(ofResult.Text)!.Events.Select(entry => entry.Uid),
            Calendar.Load(ofSaved.Text)!.Events.Select(entry => entry.Uid));
        Assert.Contains(
            address[(language.Length + 1)..],
            ofSaved.Text.Replace("\r\n ", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_made_leads_to_the_page_that_says_why()
    {
        var wrong = await _client.OpenAsync("/en/result/trip.ics?people=0&days=5");
        var gone = await _client.OpenAsync("/en/t/nothing/trip.ics");

        Assert.Equal((HttpStatusCode.Redirect, "/en/result?people=0&days=5"), (wrong.Status, wrong.Headers.Location!.OriginalString));
        Assert.Equal((HttpStatusCode.Redirect, "/en/t/nothing"), (gone.Status, gone.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task The_share_link_of_an_undated_trip_asks_for_the_days_it_was_reckoned_with()
    {
        var page = (await _client.OpenAsync("/en/result?people=3&days=5&usage=heavy")).Ok().Page;
        var link = new Uri(page.QuerySelector("#share")!.GetAttribute("value")!);
        var again = (await _client.OpenAsync(link.PathAndQuery)).Ok().Page;

        Assert.Contains("trip.arrival=2026-12-23&trip.departure=2026-12-27", link.Query, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector(".sign")!.TextContent, again.QuerySelector(".sign")!.TextContent);
    }

    [Fact]
    public async Task The_share_link_of_another_choice_shows_that_choice()
    {
        var other = (await _client.OpenAsync("/en" + Result)).Page.QuerySelector(".options .choose a")!.GetAttribute("href")!;
        var page = (await _client.OpenAsync(other)).Ok().Page;
        var again = (await _client.OpenAsync(new Uri(page.QuerySelector("#share")!.GetAttribute("value")!).PathAndQuery)).Ok().Page;

        Assert.Equal(page.QuerySelector(".sign h1")!.TextContent, again.QuerySelector(".sign h1")!.TextContent);
    }

    [Fact]
    public void A_request_and_its_link_ask_the_same()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var request = Some(random);
            var query = QueryHelpers.ParseQuery(TripLink.QueryOf(request));
            var again = RequestReader.OfPaths<TripRequest>(query).Request;

            Assert.NotNull(again);
            Assert.Equal(JsonSerializer.Serialize(request, WireJson.Options), JsonSerializer.Serialize(again, WireJson.Options));
        }
    }

    [Theory]
    [InlineData("https://example.org/t/abcdefghijklmnopqrstuv")]
    [InlineData(
        "https://example.org/en/result?trip.arrival=2027-04-02&trip.departure=2027-04-11&travelers%5B0%5D.count=2&"
            + "travelers%5B0%5D.phone=apple-iphone-15&everyone.usage.profile=typical&everyone.apart=never")]
    public void The_path_of_a_code_draws_its_dark_squares_and_no_others(string address)
    {
        var image = QrImage.Of(address)!;
        var drawn = new HashSet<(int X, int Y)>();
        foreach (var run in image.Path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = run.Split(' ', 'h', 'v', 'z');
            var (x, y, length) = (Number(numbers[0]), Number(numbers[1]), Number(numbers[2]));
            Assert.All(Enumerable.Range(x, length), at => Assert.True(drawn.Add((at, y))));
        }

        Assert.All(
            (((int X, int Y) At, bool IsDark)[])[
                ((4, 4), true), ((5, 5), false), ((6, 6), true), ((image.Side - 5, 4), true), ((4, image.Side - 5), true),
                ((3, 3), false), ((11, 4), false),
            ],
            one => Assert.Equal(one.IsDark, drawn.Contains(one.At)));
        using var code = QRCodeGenerator.GenerateQrCode(
            address,
            address.Length > 100 ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M);
        Assert.Equal(code.ModuleMatrix.Sum(row => row.Cast<bool>().Count(dark => dark)), drawn.Count);
        Assert.All(drawn, at => Assert.True(code.ModuleMatrix[at.Y][at.X]));
        Assert.Null(QrImage.Of(address + new string('x', QrImage.MostCharacters)));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A request with random parts said and left out.</summary>
    private static TripRequest Some(Random random)
    {
        var people = Enumerable.Range(0, random.Next(1, 13)).Select(index => new JsonObject
        {
            ["id"] = Maybe($"p-{index}"),
            ["name"] = Maybe("Mei & 李, 100% = ?"),
            ["count"] = random.Next(1, 5),
            ["phone"] = Maybe("apple-iphone-15"),
            ["esim"] = Maybe("unknown"),
            ["carrierLocked"] = random.Next(3) == 0 ? random.Next(2) == 0 : null,
            ["devices"] = random.Next(3) == 0 ? new JsonArray("apple-ipad-9th-generation") : null,
            ["usage"] = random.Next(3) switch
            {
                0 => new JsonObject { ["gbPerDay"] = random.NextDouble() },
                1 => new JsonObject { ["activities"] = new JsonObject { ["maps"] = 1.5, ["short-video"] = random.NextDouble() } },
                _ => null,
            },
            ["benefits"] = random.Next(3) == 0 ? new JsonArray("one", "two") : null,
        });
        var tree = new JsonObject
        {
            ["trip"] = new JsonObject
            {
                ["arrival"] = "2027-04-02",
                ["departure"] = "2027-04-11",
                ["arrivalTime"] = Maybe("21:40"),
                ["areas"] = random.Next(2) == 0 ? new JsonArray("cities", "countryside") : null,
                ["homeCountry"] = Maybe("CN"),
            },
            ["travelers"] = new JsonArray([.. people]),
            ["everyone"] = random.Next(2) == 0 ? new JsonObject { ["hoursApartPerDay"] = random.NextDouble() * 24 } : null,
            ["preferences"] = random.Next(2) == 0 ? new JsonObject { ["currency"] = "USD", ["maxChanceOfRunningOut"] = 0.1 } : null,
            ["whyNot"] = random.Next(2) == 0 ? new JsonArray("airalo-moshi-moshi-5-gb-7-days") : null,
        };
        return tree.Deserialize<TripRequest>(WireJson.Options)!;

        string? Maybe(string value) => random.Next(2) == 0 ? value : null;
    }
}
