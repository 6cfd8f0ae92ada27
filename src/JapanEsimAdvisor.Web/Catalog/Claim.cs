using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>A statement of a page that is based on facts of <c>data/facts</c>.</summary>
/// <param name="Key">Key of the text.</param>
/// <param name="Facts">Ids of the facts.</param>
public sealed record Claim(string Key, params IReadOnlyList<string> Facts)
{
    /// <summary>
    /// Its sources. Empty if the catalog holds none of its facts; then the page leaves the statement out.
    /// </summary>
    public IReadOnlyList<Source> SourcesIn(CatalogSnapshot catalog) =>
        [.. Facts.Select(fact => catalog.Facts.GetValueOrDefault(fact)).OfType<Source>()];
}
