using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Writes the warnings of a basket: what the reader must know before buying.</summary>
/// <param name="party">The solved trip.</param>
public sealed class WarningWriter(SolvedParty party)
{
    private readonly Trip _trip = party.Trip;

    private readonly CatalogSnapshot _catalog = party.Catalog;

    private readonly DateOnly _today = party.Today;

    private readonly ImmutableArray<HostLines> _hosts = party.Hosts;

    /// <summary>The warnings of a basket. A warning for several travelers appears once, with all their ids.</summary>
    public ImmutableArray<Notice> For(Basket basket)
    {
        var notices = new List<Notice>();
        OfTrip(basket, notices);
        foreach (var placed in basket.Pods)
        {
            if (placed.Pod.Bundle is { } bundle)
            {
                OfPod(placed, bundle, notices);
            }
        }

        OfParty(basket, notices);
        return Together(notices);
    }

    private static ImmutableArray<Notice> Together(List<Notice> notices)
    {
        var joined = ImmutableArray.CreateBuilder<Notice>(notices.Count);
        foreach (var notice in notices)
        {
            var same = 0;
            while (same < joined.Count && !joined[same].SaysTheSameAs(notice))
            {
                same++;
            }

            if (same == joined.Count)
            {
                joined.Add(notice);
            }
            else
            {
                joined[same] = joined[same] with { Travelers = With(joined[same].Travelers, notice.Travelers) };
            }
        }

        return joined.DrainToImmutable();
    }

    private static ImmutableArray<string> With(ImmutableArray<string> travelers, ImmutableArray<string> others) =>
        others.All(travelers.Contains) ? travelers : [.. travelers.Concat(others).Distinct(StringComparer.Ordinal)];

    private void OfTrip(Basket basket, List<Notice> notices)
    {
        if (_today > _trip.Stay.Departure)
        {
            notices.Add(Notice.Of("trip-over"));
        }
        else if (_trip.Stay.Began is not null)
        {
            notices.Add(Notice.Of("trip-started"));
        }

        if (basket.Unmet > 0)
        {
            var people = basket.Pods.Where(placed => placed.Pod.Unmet > 0).SelectMany(placed => placed.People);
            notices.Add(Notice.For(people, "over-limit", ("people", basket.Unmet)));
        }

        foreach (var country in _trip.OtherCountries)
        {
            if (CoverageOf(basket, country) is { } code)
            {
                notices.Add(Notice.Of(code, ("country", new NamedCode("country", country))));
            }
        }
    }

    /// <summary>Code of the warning about another country of the journey; null where every plan names it.</summary>
    private static string? CoverageOf(Basket basket, string country)
    {
        var without = basket.Pods
            .SelectMany(placed => placed.Pod.Bundle?.Items ?? [])
            .Where(item => item.Plan.Countries is not { } countries || !countries.Contains(country))
            .ToList();
        return without.Count == 0 ? null
            : without.TrueForAll(item => item.Plan.MoreCountries || item.Plan.Countries is null) ? "country-unconfirmed"
            : "country-not-covered";
    }

    private void OfPod(PlacedPod placed, Bundle bundle, List<Notice> notices)
    {
        foreach (var item in bundle.Items)
        {
            var about = new About(placed, item.Plan, _catalog.NameOf(item.Plan), notices);
            OfPlan(about);
            OfLine(about);
        }

        if (placed.Pod.Kind == PodKind.Hotspot)
        {
            notices.Add(Notice.For(placed.Host, "host-battery"));
        }

        OfPerson(placed.Host, placed, notices);
        foreach (var client in placed.Clients)
        {
            OfPerson(client.Traveler, placed, notices);
        }

        foreach (var client in placed.Clients)
        {
            if (Sharing.OfflineHours(TravelerOf(client.Traveler), TravelerOf(placed.Host)) is > 0 and var hours)
            {
                notices.Add(Notice.For(client.Traveler, "offline-when-apart", ("hours", hours), ("host", placed.Host)));
            }
        }
    }

    private void OfPerson(string person, PlacedPod placed, List<Notice> notices)
    {
        if (MayTakeEsim(person, placed))
        {
            notices.Add(TravelerOf(person).UnknownPhone is { } name
                ? Notice.For(person, "phone-not-known", ("phone", name))
                : Notice.For(person, "find-out-esim"));
        }

        if (placed.Pod.Kind is PodKind.Hotspot or PodKind.Router && TypeOf(person) is { Traveler.HasPhone: true, Phone.JoinsWifi: false })
        {
            notices.Add(Notice.For(person, "phone-without-wifi"));
        }
    }

    /// <summary>True where the person gets no eSIM only because it is not known whether the phone takes one.</summary>
    private bool MayTakeEsim(string person, PlacedPod placed) =>
        !(person == placed.Host && placed.Pod.Bundle!.Plan.Medium == Medium.Esim)
        && TypeOf(person).Phone.Esim == Tristate.Unknown;

    private TravelerType TypeOf(string person)
    {
        foreach (var host in _hosts)
        {
            foreach (var member in host.Type.Members)
            {
                if (member.Id == person)
                {
                    return host.Type;
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(person));
    }

    private void OfPlan(About about)
    {
        var (placed, plan) = (about.Placed, about.Plan);
        if (plan.Allowance.FairUseUnknown)
        {
            about.Say("fair-use-unknown", "gb", _catalog.Tariff.AssumedFairUseGbPerDay);
        }

        if (plan.Allowance.SpeedKbps is { } speed)
        {
            about.Say("speed-held-down", "kbps", speed);
        }

        if (!plan.PriceConfirmed)
        {
            about.Say("price-unconfirmed");
        }

        if (Source.LatestDay(plan.Source.Checked) is { } day && day.AddDays(_catalog.Tariff.StaleAfterDays) < _today)
        {
            about.Say("price-old", "date", plan.Source.Checked!);
        }

        if (plan.Source.IsWeak)
        {
            about.Say("source-weak");
        }

        if (plan.Validity.Clock == ValidityClock.Unknown && _trip.Stay.HasTimes && plan.Medium != Medium.PocketWifi)
        {
            about.Say("clock-unknown", "days", placed.Pod.Bundle!.ClockDays);
        }

        if (placed.Pod.Kind == PodKind.Hotspot && plan.Tethering.Basis is "brand-statement" or "secondary")
        {
            about.Say("tethering-general-statement");
        }
    }

    private void OfLine(About about)
    {
        var (plan, type) = (about.Plan, _hosts[about.Placed.Pod.HostType].Type);
        if (plan.Medium == Medium.Esim && type.Phone.EsimAssumed)
        {
            about.Say("check-market-variant");
        }

        if (plan.Medium == Medium.Sim)
        {
            SayHowToSwap(about, type.Phone);
        }

        if (plan.Medium == Medium.Esim && type.Phone.OneActiveEsim && type.Traveler.KeepsHomeLine)
        {
            about.Say("one-esim-at-a-time");
        }

        if (plan.Medium is Medium.Esim or Medium.Sim && type.Phone.MayBeLocked)
        {
            about.Say("phone-may-be-locked");
        }

        if (plan.Medium is Medium.Esim or Medium.Sim)
        {
            SayWhenItStarts(about);
        }

        if (plan.IdentityCheck == true)
        {
            about.Say("identity-check");
        }

        if (plan.Medium is Medium.Sim or Medium.PocketWifi)
        {
            var bookingDay = _today < _trip.Stay.Arrival ? _today : _trip.Stay.Arrival;
            SayHowItIsHandedOver(about, new Buyer(type, _trip, _catalog, bookingDay));
        }
    }

    private void SayHowItIsHandedOver(About about, Buyer buyer)
    {
        if (!IsHandoverCertain(about.Plan, buyer))
        {
            about.Say("confirm-handover");
        }

        if (_trip.Airport is null && CanStillBeHad.AirportsToLandAt(about.Plan, buyer) is { IsEmpty: false } airports)
        {
            about.Say("land-at", "airports", string.Join(", ", airports));
        }
    }

    private static void SayHowToSwap(About about, PhoneFacts phone)
    {
        switch (phone)
        {
            case { SimSlots: >= 2 }:
                about.Say("use-second-slot");
                break;
            case { SimSlots: 1, Esim: Tristate.Yes }:
                about.Say("home-line-to-esim");
                break;
            default:
                about.Say("keep-home-sim");
                break;
        }
    }

    private static void SayWhenItStarts(About about)
    {
        switch (about.Plan.Validity.Starts)
        {
            case ValidityStart.Purchase:
                about.Say("starts-at-purchase");
                break;
            case ValidityStart.Install or ValidityStart.Unknown:
                about.Say("install-after-landing");
                break;
        }
    }

    /// <summary>
    /// True where a counter of the seller at the traveler's airport is known to be open, or where the seller states the
    /// deadline of a delivery.
    /// </summary>
    private bool IsHandoverCertain(Plan plan, Buyer buyer) =>
        CanStillBeHad.WaysOpen(plan, buyer).Any(way => way switch
        {
            { How: HandoverKind.AirportCounter } =>
                _trip.Airport is { } airport && way.Airports.Contains(airport) && IsKnownOpen(plan, airport),
            { LeadDays: not null } => true,
            _ => false,
        });

    private bool IsKnownOpen(Plan plan, string airport) =>
        _trip.Stay.ArrivalTime is { } landing
        && _catalog.Airports.TryGetValue(airport, out var known)
        && known.Counters.Any(counter => counter.SellerId == plan.SellerId && counter.HandsOver
            && counter.IsOpenAt(landing.AddMinutes(_catalog.Tariff.MinutesFromLandingToCounter)) == true);

    private void OfParty(Basket basket, List<Notice> notices)
    {
        if (HasSecondNetwork(basket))
        {
            return;
        }

        if (_trip.Areas.Any(area => area != Area.Cities))
        {
            notices.Add(Notice.Of("two-networks-in-the-countryside"));
        }
        else if (_trip.People > 1)
        {
            notices.Add(Notice.Of("one-network-for-all"));
        }
    }

    private static bool HasSecondNetwork(Basket basket)
    {
        var first = default(string);
        foreach (var placed in basket.Pods)
        {
            foreach (var network in placed.Pod.Bundle?.Plan.Networks ?? [])
            {
                first ??= network;
                if (network != first)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Traveler TravelerOf(string id)
    {
        foreach (var traveler in _trip.Travelers)
        {
            if (traveler.Id == id)
            {
                return traveler;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(id));
    }

    /// <summary>One plan of a pod, with the notices about it for its buyer.</summary>
    private sealed record About(PlacedPod Placed, Plan Plan, string Name, List<Notice> Notices)
    {
        public void Say(string code) => Notices.Add(Notice.For(Placed.Host, code, ("plan", Name)));

        public void Say(string code, string name, object value) =>
            Notices.Add(Notice.For(Placed.Host, code, ("plan", Name), (name, value)));
    }
}
