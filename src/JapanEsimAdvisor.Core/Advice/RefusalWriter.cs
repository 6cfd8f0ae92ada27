using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// States why a strategy cannot serve the party, and how it serves people for whom its usual way is not possible.
/// </summary>
/// <param name="party">The solved trip.</param>
public sealed class RefusalWriter(SolvedParty party)
{
    /// <summary>Rules that reject plans because of their market or their kind of buyer.</summary>
    private static readonly ImmutableArray<string> GeneralRules =
        ["known-to-serve-japan", "sold-to-you", "your-operator", "condition-holds", "meant-for-you"];

    private readonly Trip _trip = party.Trip;

    private readonly CatalogSnapshot _catalog = party.Catalog;

    private readonly ImmutableArray<TravelerType> _types = party.Types;

    private readonly ImmutableArray<HostLines> _hosts = party.Hosts;

    /// <summary>Why a strategy cannot serve the party.</summary>
    public ImmutableArray<Notice> For(string strategy) => strategy switch
    {
        "per-person" => [Notice.For(People(host => host.Lines.IsEmpty), "nobody-can-have-a-line"), .. WhyNoCard()],
        "shared-hotspot" when _trip.People == 1 => [Notice.Of("one-person")],
        "shared-hotspot" => [OutOfReach() ?? WhyNoHotspot()],
        "pocket-wifi" => [OutOfReach() ?? WhyNoRouter()],
        _ => [Notice.Of("nothing-fits"), .. new[] { OutOfReach(), WhyNoNumber() }.OfType<Notice>()],
    };

    /// <summary>Adds the people whom the strategy serves in another way, and why.</summary>
    public void AddWorkarounds(string strategy, Basket basket, List<Notice> reasons)
    {
        foreach (var placed in basket.Pods)
        {
            if (strategy == "per-person")
            {
                AddInPerPerson(placed, reasons);
            }
            else if (strategy == "pocket-wifi" && placed.Pod.Kind is PodKind.OwnEsim or PodKind.OwnOther)
            {
                var joins = _types[placed.Pod.HostType].IsServedOverWifi;
                reasons.Add(joins ? Notice.For(placed.Host, "buys-alone") : Notice.For(placed.Host, "phone-without-wifi"));
            }
        }
    }

    private void AddInPerPerson(PlacedPod placed, List<Notice> reasons)
    {
        if (placed.Pod.Kind == PodKind.OwnOther)
        {
            var medium = placed.Pod.Bundle!.Plan.Medium.ToString().ToLowerInvariant();
            reasons.Add(Notice.For(
                placed.Host, "no-esim-for", ("medium", new NamedCode("medium", medium)), ("why", WhyNoEsim(placed.Pod.HostType))));
        }

        foreach (var client in placed.Clients)
        {
            reasons.Add(Notice.For(client.Traveler, "joins-host", ("host", placed.Host)));
        }
    }

    private NamedCode WhyNoEsim(int type) => new("rejection", _hosts[type].Lines.Any(bundle => bundle.Plan.Medium == Medium.Esim)
        ? "hotspot-unconfirmed"
        : MostCommonCode(_hosts[type], Medium.Esim) ?? "phone-esim-unknown");

    private IEnumerable<string> People(Func<HostLines, bool> which) =>
        _hosts.Where(which).SelectMany(host => host.Type.Members.Select(member => member.Id));

    /// <summary>Types for which neither an own line nor a shared connection is possible.</summary>
    private IEnumerable<HostLines> WithoutAny =>
        _hosts.Where(host => host.Lines.IsEmpty && !host.Type.IsServedOverWifi && !host.Type.NeedsNothing);

    private Notice? OutOfReach() => WithoutAny.Any() ? WithoutWifi(WithoutAny.Select(host => host.Type)) : null;

    /// <summary>
    /// For people who need a Japanese number and can have no line: that no plan lasts so long, with the plan that lasts
    /// longest as a bridge; null where nobody lacks a number.
    /// </summary>
    private Notice? WhyNoNumber()
    {
        var lacking = _hosts.Where(host => host.Type.Traveler.NeedsJapaneseNumber && host.Lines.IsEmpty).ToList();
        if (lacking.Count == 0)
        {
            return null;
        }

        var people = lacking.SelectMany(host => host.Type.Members).Select(member => member.Id);
        var bridge = _catalog.Plans
            .Where(plan => plan.JapaneseNumber == true && lacking.TrueForAll(host => host.Rejections.All(rejection => rejection.PlanId != plan.Id)))
            .Select(plan => (Plan: plan, Days: plan.MaxDays ?? plan.Prices.Select(price => price.Days).DefaultIfEmpty(0).Max()))
            .Where(choice => choice.Days > 0)
            .OrderByDescending(choice => choice.Days)
            .ThenBy(choice => choice.Plan.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return bridge.Plan is null
            ? Notice.For(people, "no-plan-with-number")
            : Notice.For(
                people,
                "number-not-so-long",
                ("days", _trip.Stay.CalendarDays),
                ("plan", _catalog.NameOf(bridge.Plan)),
                ("planId", bridge.Plan.Id),
                ("lasts", bridge.Days));
    }

    private static Notice WithoutWifi(IEnumerable<TravelerType> types)
    {
        var people = types.SelectMany(type => type.Members).Select(member => member.Id);
        return Notice.For(people, "phone-without-wifi");
    }

    /// <summary>For types without any connection: why no SIM card is possible.</summary>
    private IEnumerable<Notice> WhyNoCard() =>
        from host in WithoutAny
        let code = MostCommonCode(host, Medium.Sim)
        where code is not null
        select Notice.For(host.Type.Members.Select(member => member.Id), "no-card-for", ("why", new NamedCode("rejection", code)));

    private Notice WhyNoHotspot()
    {
        var able = _types.Where(type => Sharing.MayServeOthers(type.Traveler) && Sharing.HotspotConnections(type) > 0).ToList();
        if (able.Count == 0)
        {
            return Notice.Of("no-phone-can-host");
        }

        var serving = able.SelectMany(type => _hosts[type.Index].Lines).ToList();
        if (!serving.Any(bundle => bundle.Plan.Tethering.MayServe))
        {
            return NoConfirmedTethering(serving);
        }

        var pairs = able
            .SelectMany(_ => _types, (host, client) => (Client: client, Host: host))
            .Where(pair => pair.Host != pair.Client || pair.Host.Count > 1)
            .ToList();
        return pairs.TrueForAll(pair => !pair.Client.IsServedOverWifi) ? WithoutWifi(pairs.Select(pair => pair.Client).Distinct())
            : pairs.TrueForAll(pair => !Sharing.MayBeClient(pair.Client, pair.Host)) ? Notice.Of("everybody-must-be-reachable")
            : Notice.Of("too-many-connections");
    }

    /// <summary>Names the cheapest plan that could serve clients if its tethering rule were known.</summary>
    private Notice NoConfirmedTethering(List<Bundle> lines)
    {
        var unconfirmed = lines.Where(bundle => bundle.Plan.Tethering.Policy is TetherPolicy.Unknown or TetherPolicy.Capped);
        return unconfirmed.MinBy(bundle => bundle.FixedYen) is { } cheapest
            ? Notice.Of("no-confirmed-tethering", ("plan", _catalog.NameOf(cheapest.Plan)), ("planId", cheapest.Plan.Id))
            : Notice.Of("no-line-that-shares");
    }

    private Notice WhyNoRouter()
    {
        if (_hosts.Any(host => !host.Routers.IsEmpty))
        {
            return Notice.Of("too-many-connections");
        }

        if (_types.All(type => !type.IsServedOverWifi))
        {
            return WithoutWifi(_types);
        }

        var able = _hosts.Where(host => host.Type.IsServedOverWifi);
        var code = able.Select(host => MostCommonCode(host, Medium.PocketWifi)).FirstOrDefault(found => found is not null);
        return code is null ? Notice.Of("no-router-known") : Notice.Of("no-router-available", ("why", new NamedCode("rejection", code)));
    }

    /// <summary>
    /// The reason that rejects most plans of a medium. Reasons that depend on the market or on the kind of buyer count
    /// only where there is no other reason.
    /// </summary>
    private string? MostCommonCode(HostLines host, Medium medium)
    {
        var plans = _catalog.Plans.Where(plan => plan.Medium == medium).Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        var no = host.Rejections.Where(rejection => plans.Contains(rejection.PlanId)).ToList();
        var own = no.Where(rejection => !GeneralRules.Contains(rejection.Rule)).ToList();
        return (own.Count > 0 ? own : no)
            .GroupBy(rejection => rejection.Code, StringComparer.Ordinal)
            .MaxBy(same => same.Count())?.Key;
    }
}
