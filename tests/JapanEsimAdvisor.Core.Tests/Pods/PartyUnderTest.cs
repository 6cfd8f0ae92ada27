using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Pods;

/// <summary>The recommender's first steps laid open: types, what each may buy, and pods on request.</summary>
public sealed class PartyUnderTest
{
    public PartyUnderTest(Trip trip, CatalogSnapshot catalog, DateOnly? today = null)
    {
        Trip = trip;
        Catalog = catalog;
        Types = TravelerType.Of(trip, catalog);
        var bundles = BundleCatalog.For(trip.Stay, catalog, catalog.Tariff.WeightOf(trip.Priority));
        Hosts = [.. Types.Select(type => HostLines.Of(type, new Buyer(type, trip, catalog, today ?? A.Today), bundles))];
        Factory = new PodFactory(trip, catalog, Types, Hosts);
    }

    public Trip Trip { get; }

    public CatalogSnapshot Catalog { get; }

    public ImmutableArray<TravelerType> Types { get; }

    public ImmutableArray<HostLines> Hosts { get; }

    public PodFactory Factory { get; }

    public TravelerType TypeOf(string id) => Types.Single(type => type.Members.Any(member => member.Id == id));

    public Buyer Buyer(string id, DateOnly? bookingDay = null) => new(TypeOf(id), Trip, Catalog, bookingDay ?? A.Today);

    public ImmutableArray<Bundle> LinesOf(string id) => Hosts[TypeOf(id).Index].Lines;

    public PodMembers Members(params string[] ids)
    {
        var counts = new int[Types.Length];
        foreach (var id in ids)
        {
            counts[TypeOf(id).Index]++;
        }

        return PodMembers.Of([.. counts]);
    }

    public PodFrame? Frame(PodKind kind, string host, params string[] clients) =>
        Factory.Frame(kind, TypeOf(host).Index, Members([host, .. clients]));

    /// <summary>The pod with the cheapest bundle of a plan; null where it may not be.</summary>
    public Pod? Pod(PodKind kind, string planId, string host, params string[] clients)
    {
        var bundle = Factory.Bundles(kind, TypeOf(host).Index).First(one => one.Items.Length == 1 && one.Plan.Id == planId);
        return Frame(kind, host, clients) is { } frame ? Factory.With(frame, bundle) : null;
    }
}
