using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Candidates.Eligibility;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>What a reader must know before acting on a basket.</summary>
public sealed class WarningWriter(Trip trip, CatalogSnapshot catalog, DateOnly today, ImmutableArray<HostLines> hosts)
{
    /// <summary>What is true of several travelers alike is said once, with all of them.</summary>
    public ImmutableArray<Notice> For(Basket basket) =>
        [.. OfTrip(basket).Concat(basket.Pods.Where(placed => placed.Pod.Bundle is not null).SelectMany(OfPod)).Concat(OfParty(basket))
            .GroupBy(Key, StringComparer.Ordinal)
            .Select(same => same.First() with { Travelers = [.. same.SelectMany(notice => notice.Travelers).Distinct(StringComparer.Ordinal)] })];

    private static string Key(Notice notice) => string.Join('|', [notice.Code, .. notice.Arguments.Select(argument => argument.Value.ToString())]);

    private IEnumerable<Notice> OfTrip(Basket basket)
    {
        if (today > trip.Stay.Departure)
        {
            yield return Notice.Of("trip-over");
        }
        else if (today > trip.Stay.Arrival)
        {
            yield return Notice.Of("trip-started");
        }

        if (basket.Unmet > 0)
        {
            yield return Notice.For(basket.Pods.Where(placed => placed.Pod.Unmet > 0).SelectMany(placed => placed.People), "over-limit", ("people", basket.Unmet));
        }

        foreach (var country in trip.OtherCountries.Where(country => !Covers(basket, country)))
        {
            yield return Notice.Of("country-not-covered", ("country", new NamedCode("country", country)));
        }
    }

    private static bool Covers(Basket basket, string country) =>
        basket.Pods.All(placed => placed.Pod.Bundle is null || placed.Pod.Bundle.Items.All(item => item.Plan.Countries is { } countries && countries.Contains(country)));

    private IEnumerable<Notice> OfPod(PlacedPod placed)
    {
        foreach (var item in placed.Pod.Bundle!.Items)
        {
            foreach (var notice in OfPlan(placed, item.Plan).Concat(OfLine(placed, item.Plan)))
            {
                yield return notice;
            }
        }

        if (placed.Pod.Kind == PodKind.Hotspot)
        {
            yield return Notice.For([placed.Host], "host-battery");
        }

        foreach (var person in placed.People.Where(person => MayTakeEsim(person, placed)))
        {
            yield return Notice.For([person], "find-out-esim");
        }

        foreach (var client in placed.Clients)
        {
            if (Sharing.OfflineHours(TravelerOf(client.Traveler), TravelerOf(placed.Host)) is > 0 and var hours)
            {
                yield return Notice.For([client.Traveler], "offline-when-apart", ("hours", hours), ("host", placed.Host));
            }
        }
    }

    /// <summary>Served without an eSIM only because nobody knows whether the phone takes one.</summary>
    private bool MayTakeEsim(string person, PlacedPod placed) =>
        !(person == placed.Host && placed.Pod.Bundle!.Plan.Medium == Medium.Esim)
        && hosts.First(host => host.Type.Members.Any(member => member.Id == person)).Type.Phone.Esim == Tristate.Unknown;

    private IEnumerable<Notice> OfPlan(PlacedPod placed, Plan plan)
    {
        Notice Say(string code, params ReadOnlySpan<(string, object)> arguments) => Notice.For([placed.Host], code, [("plan", catalog.NameOf(plan)), .. arguments]);

        if (plan.Allowance.FairUseUnknown)
        {
            yield return Say("fair-use-unknown", ("gb", catalog.Tariff.AssumedFairUseGbPerDay));
        }

        if (plan.Allowance.SpeedKbps is { } speed)
        {
            yield return Say("speed-held-down", ("kbps", speed));
        }

        if (!plan.PriceConfirmed)
        {
            yield return Say("price-unconfirmed");
        }

        if (Source.LatestDay(plan.Source.Checked) is { } day && day.AddDays(catalog.Tariff.StaleAfterDays) < today)
        {
            yield return Say("price-old", ("date", plan.Source.Checked!));
        }

        if (plan.Source.Confidence == "low")
        {
            yield return Say("source-weak");
        }

        if (plan.Validity.Clock == ValidityClock.Unknown && trip.Stay.HasTimes && plan.Medium != Medium.PocketWifi)
        {
            yield return Say("clock-unknown", ("days", placed.Pod.Bundle!.ClockDays));
        }

        if (placed.Pod.Kind == PodKind.Hotspot && plan.Tethering.Basis is "brand-statement" or "secondary")
        {
            yield return Say("tethering-general-statement");
        }
    }

    private IEnumerable<Notice> OfLine(PlacedPod placed, Plan plan)
    {
        Notice Say(string code) => Notice.For([placed.Host], code, ("plan", catalog.NameOf(plan)));
        var type = hosts[placed.Pod.HostType].Type;

        if (plan.Medium == Medium.Esim && type.Phone.EsimAssumed)
        {
            yield return Say("check-market-variant");
        }

        if (plan.Medium == Medium.Sim)
        {
            yield return Say(type.Phone switch
            {
                { SimSlots: >= 2 } => "use-second-slot",
                { SimSlots: 1, Esim: Tristate.Yes } => "home-line-to-esim",
                _ => "keep-home-sim",
            });
        }

        if (plan.Medium is Medium.Esim or Medium.Sim)
        {
            foreach (var code in StartCodes(plan.Validity.Starts))
            {
                yield return Say(code);
            }
        }

        if (plan.IdentityCheck == true)
        {
            yield return Say("identity-check");
        }

        if (plan.Medium is Medium.Sim or Medium.PocketWifi && !IsHandoverCertain(plan, type))
        {
            yield return Say("confirm-handover");
        }
    }

    private static IEnumerable<string> StartCodes(ValidityStart starts) => starts switch
    {
        ValidityStart.Purchase => ["starts-at-purchase"],
        ValidityStart.Install or ValidityStart.Unknown => ["install-after-landing"],
        _ => [],
    };

    /// <summary>Certain: a counter of the seller at the traveler's airport that is known to be open, or a delivery whose deadline the seller states.</summary>
    private bool IsHandoverCertain(Plan plan, TravelerType type) =>
        CanStillBeHad.WaysOpen(plan, new Buyer(type, trip, catalog, today < trip.Stay.Arrival ? today : trip.Stay.Arrival)).Any(way => way switch
        {
            { How: HandoverKind.AirportCounter } => trip.Airport is { } airport && way.Airports.Contains(airport) && IsKnownOpen(plan, airport),
            { LeadDays: not null } => true,
            _ => false,
        });

    private bool IsKnownOpen(Plan plan, string airport) =>
        trip.Stay.ArrivalTime is { } landing
        && catalog.Airports.TryGetValue(airport, out var known)
        && known.Counters.Any(counter => counter.SellerId == plan.SellerId && counter.HandsOver
            && counter.IsOpenAt(landing.AddMinutes(catalog.Tariff.MinutesFromLandingToCounter)) == true);

    private IEnumerable<Notice> OfParty(Basket basket)
    {
        var networks = basket.Pods.Where(placed => placed.Pod.Bundle is not null).SelectMany(placed => placed.Pod.Bundle!.Plan.Networks).Distinct().Count();
        if (networks < 2 && trip.Areas.Any(area => area != Area.Cities))
        {
            yield return Notice.Of("two-networks-in-the-countryside");
        }
        else if (networks < 2 && trip.People > 1)
        {
            yield return Notice.Of("one-network-for-all");
        }
    }

    private Traveler TravelerOf(string id) => trip.Travelers.First(traveler => traveler.Id == id);
}
