namespace JapanEsimAdvisor.Web.Questions;

/// <summary>Requests of the OpenAPI document, with dates that lie ahead. A test posts every one.</summary>
public static class RequestExamples
{
    private const int NineDays = 9;

    public static IEnumerable<(string Name, string Summary, string Json)> All(DateOnly arrival)
    {
        var dates = FormattableString.Invariant($"\"arrival\": \"{arrival:yyyy-MM-dd}\", \"departure\": \"{arrival.AddDays(NineDays):yyyy-MM-dd}\"");
        yield return ("least", "Four people, ten days, nothing else known", """{ "trip": { "days": 10 }, "people": 4 }""");
        yield return ("couple", "A couple from the United States with their own operators", $$"""
            { "trip": { {{dates}}, "homeCountry": "US" },
              "travelers": [ { "name": "Ann", "phone": "apple-iphone-15", "homeOperator": "verizon" }, { "name": "Bob", "phone": "google-pixel-8", "homeOperator": "t-mobile-us", "homePlan": "experience-beyond" } ],
              "preferences": { "currency": "USD" } }
            """);
        yield return ("family", "A family that lands late, a teen who splits off, a tablet, phones from two markets", $$"""
            { "trip": { {{dates}}, "arrivalTime": "21:40", "departureTime": "18:00", "airport": "NRT", "areas": [ "cities", "countryside" ], "residency": "visitor", "homeCountry": "CN", "otherCountries": [] },
              "travelers": [
                { "name": "Mei", "phone": "apple-iphone-15", "phoneMarket": "CN", "usage": { "profile": "typical" }, "keepsHomeLine": true },
                { "name": "Tom", "phone": "google-pixel-8", "phoneMarket": "US", "usage": { "gbPerDay": 1.4 }, "apart": "often", "group": "B", "reachableWhenApart": true },
                { "name": "Ana", "esim": "no", "carrierLocked": false, "devices": [ "apple-ipad-9th-generation" ], "usage": { "activities": { "maps": 1, "short-video": 0.5 } }, "neverAlone": true },
                { "name": "Students", "count": 3, "esim": "unknown", "usage": { "profile": "light" }, "apart": "never" } ],
              "preferences": { "currency": "USD", "priority": "balanced", "maxChanceOfRunningOut": 0.2, "freeWifi": "hotel", "basket": null },
              "include": [ "frontier", "why-not", "percentiles" ] }
            """);
    }

    /// <summary>Requests for usage checks, on the fifth day of a trip of ten.</summary>
    public static IEnumerable<(string Name, string Summary, string Json)> UsageChecks(DateOnly arrival)
    {
        var dates = FormattableString.Invariant($"\"trip\": {{ \"arrival\": \"{arrival:yyyy-MM-dd}\", \"departure\": \"{arrival.AddDays(NineDays):yyyy-MM-dd}\" }}, \"asOf\": \"{arrival.AddDays(4):yyyy-MM-dd}\"");
        yield return ("alone", "One person, one eSIM, day five", $$"""
            { {{dates}}, "people": 1, "lines": [ { "planId": "airalo-moshi-moshi-5-gb-7-days", "quantity": 2, "gbUsed": 4.2 } ] }
            """);
        yield return ("family", "A hotspot for two and a line of its own", $$"""
            { {{dates}},
              "travelers": [ { "id": "mei", "usage": { "profile": "typical" } }, { "id": "tom", "usage": { "gbPerDay": 1.4 } }, { "id": "ana", "usage": { "profile": "light" } } ],
              "preferences": { "currency": "USD", "maxChanceOfRunningOut": 0.1 },
              "lines": [
                { "planId": "airalo-moshi-moshi-10-gb-30-days", "buyer": "mei", "clients": [ { "traveler": "ana" } ], "gbUsed": 6.5 },
                { "planId": "airalo-moshi-moshi-5-gb-7-days", "quantity": 2, "days": 7, "buyer": "tom", "gbUsed": 3.1, "gbUsedThisCycle": 3.1 } ] }
            """);
    }

    /// <summary>Hours a day of somebody who looks up the way and watches videos.</summary>
    public static IEnumerable<(string Name, string Summary, string Json)> UsageEstimates()
    {
        yield return ("hotel", "Maps and videos, the usual share on hotel Wi-Fi", """{ "activities": { "maps": 1, "video": 2 } }""");
        yield return ("no-wifi", "Everything on mobile data", """{ "activities": { "maps": 1, "video": 2, "messaging": 3 }, "freeWifi": "none" }""");
    }

    /// <summary>Trips to be saved: with what was bought already, and with nothing.</summary>
    public static IEnumerable<(string Name, string Summary, string Json)> SavedTrips(DateOnly arrival)
    {
        var dates = FormattableString.Invariant($"\"trip\": {{ \"arrival\": \"{arrival:yyyy-MM-dd}\", \"departure\": \"{arrival.AddDays(NineDays):yyyy-MM-dd}\" }}");
        yield return ("advised", "Four people, our advice, nothing bought yet", $$"""
            { "request": { {{dates}}, "people": 4 } }
            """);
        yield return ("bought", "A couple that bought one eSIM to share", $$"""
            { "request": { {{dates}}, "travelers": [ { "id": "mei" }, { "id": "tom" } ] },
              "purchases": [ { "planId": "airalo-moshi-moshi-10-gb-30-days", "buyer": "mei", "clients": [ { "traveler": "tom" } ] } ] }
            """);
    }
}
