using JapanEsimAdvisor.Core;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Yardsticks.Samples;

namespace JapanEsimAdvisor.Benchmarks;

/// <summary>Catalogs that know no stay of ten days yet.</summary>
internal static class NewStays
{
    private const int OtherDays = 25;

    /// <summary>
    /// A copy, as bundles are kept with the very catalog asked; what does not depend on the stay is made by a question
    /// about a longer one.
    /// </summary>
    public static CatalogSnapshot CopyOf(CatalogSnapshot catalog)
    {
        var copy = catalog with { };
        var trip = SampleParties.Different(1);
        Recommender.Recommend(
            trip with { Stay = trip.Stay with { Departure = trip.Stay.Arrival.AddDays(OtherDays - 1) } }, copy, SampleParties.Today);
        return copy;
    }
}
