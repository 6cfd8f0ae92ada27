using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>Why a strategy cannot serve the party, and how it gets around those whom it cannot serve as meant.</summary>
public sealed class RefusalWriter(Trip trip, CatalogSnapshot catalog, ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts)
{
    public ImmutableArray<Notice> For(string strategy) => strategy switch
    {
        "per-person" => [Notice.For(People(host => host.Lines.IsEmpty), "nobody-can-have-a-line")],
        "shared-hotspot" when trip.People == 1 => [Notice.Of("one-person")],
        "shared-hotspot" => [WhyNoHotspot()],
        "pocket-wifi" => [WhyNoRouter()],
        _ => [Notice.Of("nothing-fits")],
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
                reasons.Add(Notice.For(placed.Host, "buys-alone"));
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

    private NamedCode WhyNoEsim(int type) => new("rejection", hosts[type].Lines.Any(bundle => bundle.Plan.Medium == Medium.Esim)
        ? "hotspot-unconfirmed"
        : MostCommonCode(hosts[type], Medium.Esim) ?? "phone-esim-unknown");

    private IEnumerable<string> People(Func<HostLines, bool> which) =>
        hosts.Where(which).SelectMany(host => host.Type.Members.Select(member => member.Id));

    private Notice WhyNoHotspot()
    {
        var able = types.Where(type => Sharing.MayServeOthers(type.Traveler) && Sharing.HotspotConnections(type) > 0).ToList();
        if (able.Count == 0)
        {
            return Notice.Of("no-phone-can-host");
        }

        var serving = able.SelectMany(type => hosts[type.Index].Lines).ToList();
        if (!serving.Any(bundle => bundle.Plan.Tethering.MayServe))
        {
            return NoConfirmedTethering(serving);
        }

        return types.All(client => types.All(host => !Sharing.MayBeClient(client.Traveler, host.Traveler)))
            ? Notice.Of("everybody-must-be-reachable")
            : Notice.Of("too-many-connections");
    }

    /// <summary>Names the cheapest plan that might do, were its rule known.</summary>
    private Notice NoConfirmedTethering(List<Bundle> lines) =>
        lines.Where(bundle => bundle.Plan.Tethering.Policy is TetherPolicy.Unknown or TetherPolicy.Capped).MinBy(bundle => bundle.FixedYen) is { } unconfirmed
            ? Notice.Of("no-confirmed-tethering", ("plan", catalog.NameOf(unconfirmed.Plan)), ("planId", unconfirmed.Plan.Id))
            : Notice.Of("no-line-that-shares");

    private Notice WhyNoRouter()
    {
        if (hosts.Any(host => !host.Routers.IsEmpty))
        {
            return Notice.Of("too-many-connections");
        }

        var code = hosts.Select(host => MostCommonCode(host, Medium.PocketWifi)).FirstOrDefault(found => found is not null);
        return code is null ? Notice.Of("no-router-known") : Notice.Of("no-router-available", ("why", new NamedCode("rejection", code)));
    }

    /// <summary>The reason that turned down most plans of a medium, those left aside that no traveler could have.</summary>
    private string? MostCommonCode(HostLines host, Medium medium)
    {
        var plans = catalog.Plans.Where(plan => plan.Medium == medium).Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        var no = host.Rejections.Where(rejection => plans.Contains(rejection.PlanId)).ToList();
        var own = no.Where(rejection => rejection.Rule is not ("known-to-serve-japan" or "sold-to-you" or "your-operator" or "condition-holds" or "meant-for-you")).ToList();
        return (own.Count > 0 ? own : no)
            .GroupBy(rejection => rejection.Code, StringComparer.Ordinal)
            .MaxBy(same => same.Count())?.Key;
    }
}
