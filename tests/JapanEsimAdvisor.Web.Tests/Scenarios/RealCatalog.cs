using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Tests.Scenarios;

[assembly: AssemblyFixture(typeof(RealCatalog))]

namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>
/// The data folder as it stands, read once. Scenarios are about it: a changed price may change one, and is then looked
/// at by a person.
/// </summary>
public sealed class RealCatalog : IAsyncLifetime
{
    private CatalogSnapshot? _snapshot;

    public CatalogSnapshot Snapshot => _snapshot ?? throw new InvalidOperationException("Not read yet.");

    public Recommendation Advise(string trip) => Recommender.Recommend(ScenarioTrip.Parse(trip, Snapshot), Snapshot, SiteFixture.Today);

    public async ValueTask InitializeAsync()
    {
        var folder = await DataFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, "data"), TestContext.Current.CancellationToken);
        var (snapshot, problems) = await CatalogReader.ReadAsync(folder, SiteFixture.Today, TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        _snapshot = snapshot;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
