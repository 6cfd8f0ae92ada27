namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>Thirty days of work on a laptop, twenty hours of video calls a week (2.86 a day), part of it on hotel Wi-Fi.</summary>
public sealed class A07_RemoteWorker(RealCatalog catalog)
{
    /// <summary>
    /// 1.4 GB a day is 41 GB a month: 50 GB alone would run out in more than one trip of five, 55 GB do in fewer.
    /// Cheaper gigabytes are for sale, but whether they may be shared with the laptop is not stated, and the work
    /// depends on it.
    /// </summary>
    [Fact]
    public void The_laptop_needs_a_plan_that_surely_shares() => Scenario.Holds(catalog, """
        trip     US: 2027-04-01 to 2027-04-30 at HND
                 | video-call 2.86 + laptop-work 5 + maps 0.5 on apple-iphone-15, with asus-vivobook-flip-14
        advice   per-person ¥6,924 | t1: nomad-japan-5-gb-30-days + nomad-japan-50-gb-30-days
        because  cheapest-that-suits, saves-against, same-as
        beware   phone-may-be-locked, phone-may-be-locked
        refuses  shared-hotspot: one-person
        risk     18.6 % that somebody runs out, 93.1 % at full speed
        """);
}
