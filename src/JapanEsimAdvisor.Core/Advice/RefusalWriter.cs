using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Why a strategy cannot serve the party, and how it gets around those whom it cannot serve as meant.</summary>
public sealed class RefusalWriter(SolvedParty party)
{
    private readonly Trip _trip = party.Trip;

    private readonly CatalogSnapshot _catalog = party.Catalog;

    private readonly ImmutableArray<TravelerType> _types = party.Types;

    private readonly ImmutableArray<HostLines> _hosts = party.Hosts;

    public ImmutableArray<Notice> For(string strategy) => strategy switch
    {
        "per-person" => [Notice.For(People(host => host.Lines.IsEmpty), "nobody-can-have-a-line"), .. WhyNoCard()],
        "shared-hotspot" when _trip.People == 1 => [Notice.Of("one-person")],
        "shared-hotspot" => [OutOfReach() ?? WhyNoHotspot()],
        "pocket-wifi" => [OutOfReach() ?? WhyNoRouter()],
        _ => OutOfReach() is { } why ? [Notice.Of("nothing-fits"), why] : [Notice.Of("nothing-fits")],
    };

    /// <summary>Adds who is served otherwise than the strategy means, and why.</summary>
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
            reasons.Add(Notice.For(placed.Host, "no-esim-for", ("medium", new NamedCode("medium", placed.Pod.Bundle!.Plan.Medium.ToString().ToLowerInvariant())), ("why", WhyNoEsim(placed.Pod.HostType))));
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

    /// <summary>Whom neither a line of their own nor another's serves.</summary>
    private IEnumerable<HostLines> WithoutAny =>
        _hosts.Where(host => host.Lines.IsEmpty && !host.Type.IsServedOverWifi && !host.Type.NeedsNothing);

    private Notice? OutOfReach() => WithoutAny.Any() ? WithoutWifi(WithoutAny.Select(host => host.Type)) : null;

    private static Notice WithoutWifi(IEnumerable<TravelerType> _types)
    {
        var people = _types.SelectMany(type => type.Members).Select(member => member.Id);
        return Notice.For(people, "phone-without-wifi");
    }

    /// <summary>For phones that take a line of their own or none.</summary>
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

        var pairs = (from host in able from client in _types where host != client || host.Count > 1 select (Client: client, Host: host)).ToList();
        return pairs.TrueForAll(pair => !pair.Client.IsServedOverWifi) ? WithoutWifi(pairs.Select(pair => pair.Client).Distinct())
            : pairs.TrueForAll(pair => !Sharing.MayBeClient(pair.Client, pair.Host)) ? Notice.Of("everybody-must-be-reachable")
            : Notice.Of("too-many-connections");
    }

    /// <summary>Names the cheapest plan that might do, were its rule known.</summary>
    private Notice NoConfirmedTethering(List<Bundle> lines) =>
        lines.Where(bundle => bundle.Plan.Tethering.Policy is TetherPolicy.Unknown or TetherPolicy.Capped).MinBy(bundle => bundle.FixedYen) is { } unconfirmed
            ? Notice.Of("no-confirmed-tethering", ("plan", _catalog.NameOf(unconfirmed.Plan)), ("planId", unconfirmed.Plan.Id))
            : Notice.Of("no-line-that-shares");

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

    /// <summary>The reason that turned down most plans of a medium, those left aside that no traveler could have.</summary>
    private string? MostCommonCode(HostLines host, Medium medium)
    {
        var plans = _catalog.Plans.Where(plan => plan.Medium == medium).Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        var no = host.Rejections.Where(rejection => plans.Contains(rejection.PlanId)).ToList();
        var own = no.Where(rejection => rejection.Rule is not ("known-to-serve-japan" or "sold-to-you" or "your-operator" or "condition-holds" or "meant-for-you")).ToList();
        return (own.Count > 0 ? own : no)
            .GroupBy(rejection => rejection.Code, StringComparer.Ordinal)
            .MaxBy(same => same.Count())?.Key;
    }
}
