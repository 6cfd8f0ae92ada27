using System.Text;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Three hundred requests with random damage, the same every time: whatever comes, the site is never at fault.</summary>
public sealed class FuzzTests(SiteFixture site)
{
    private const int Requests = 150;

    private const string Body = """
        { "trip": { "arrival": "2027-04-02", "departure": "2027-04-05", "arrivalTime": "21:40", "airport": "NRT", "areas": [ "cities",
          "countryside" ], "homeCountry": "CN", "otherCountries": [ "KR" ] },
          "travelers": [ { "id": "a", "name": "Mei", "phone": "apple-iphone-15", "usage": { "profile": "typical" }, "hoursApartPerDay": 2,
          "devices": [ "apple-ipad-9th-generation" ] },
                         { "count": 2, "esim": "unknown", "usage": { "activities": { "maps": 1 } }, "neverAlone": true,
                           "homeOperator": "verizon", "benefits": [] } ],
          "preferences": { "currency": "USD", "maxChanceOfRunningOut": 0.2 }, "include": [ "frontier", "why-not" ],
          "whyNot": [ "airalo-moshi-moshi-5-gb-7-days" ] }
        """;

    private const string Query =
        "trip.arrival=2027-04-02&trip.departure=2027-04-05&trip.areas=cities&travelers[0].phone=apple-iphone-15&"
            + "travelers[0].usage.activities.maps=1&travelers[1].count=2&preferences.currency=USD&include=frontier&"
                + "whyNot=airalo-moshi-moshi-5-gb-7-days";

    /// <summary>What breaks parsers.</summary>
    private static readonly string[] Pieces =
        [
            "null", "[", "]", "{", "}", "\"", ",", ":", "-", "1e308", "-1", "NaN", "\\u0000", "\\ud800", "true", "[]", "{}", "''", "..",
            "$", "\uFEFF", "&", "=", "%", "[0]", "99999999999999999999", "9999-12-31", "🦊", "\u202E", "//",
        ];

    [Fact]
    public async Task A_damaged_body_is_never_a_server_error()
    {
        var random = new Random(1);
        using var client = site.CreateClient();
        for (var request = 0; request < Requests; request++)
        {
            var body = Damaged(Body, random);
            using var content = new ByteArrayContent(Flipped(Encoding.UTF8.GetBytes(body), random));
            content.Headers.ContentType = new("application/json");
            var answer = await client.PostTripAsync(content, string.Empty);

            Assert.True((int)answer.Status is 200 or 400 or 413, $"{(int)answer.Status} for {body}");
            Assert.True((int)answer.Status == 200 || answer.MediaType == "application/problem+json", body);
        }
    }

    [Fact]
    public async Task A_damaged_address_is_never_a_server_error()
    {
        var random = new Random(2);
        using var client = site.CreateClient();
        for (var request = 0; request < Requests; request++)
        {
            var query = Damaged(Query, random);
            var address = (random.Next(3) == 0 ? "/en/result?" : "/api/v1/recommendations?") + string.Join(
                '&', query.Split('&').Select(pair => random.Next(4) == 0 ? pair : Escaped(pair)));
            var answer = await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)));

            Assert.True((int)answer.Status < 500, $"{(int)answer.Status} for {address}");
        }
    }

    private static string Damaged(string text, Random random)
    {
        for (var wounds = random.Next(1, 5); wounds > 0; wounds--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(12), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(at, length),
                2 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        if (random.Next(4) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static string Escaped(string pair) => string.Join('=', pair.Split('=', 2).Select(Uri.EscapeDataString));
}
