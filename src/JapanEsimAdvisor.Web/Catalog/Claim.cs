using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>What a page says in our words that rests on facts of <c>data/facts</c>.</summary>
/// <param name="Key">Key of the words.</param>
/// <param name="Facts">Ids of the facts.</param>
public sealed record Claim(string Key, params IReadOnlyList<string> Facts)
{
    /// <summary>Where it stands; empty where the catalog holds none of its facts, and then it is not said.</summary>
    public IReadOnlyList<Source> SourcesIn(CatalogSnapshot catalog) => [.. Facts.Select(fact => catalog.Facts.GetValueOrDefault(fact)).OfType<Source>()];
}
