using System.Collections.Frozen;
using System.Collections.Immutable;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Guides;

/// <summary>All guides in all their languages, read once at start.</summary>
public sealed class GuideStore(IEnumerable<Guide> guides)
{
    private readonly FrozenDictionary<string, ImmutableArray<Guide>> _byLanguage = guides
        .GroupBy(guide => guide.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(
            same => same.Key,
            same => same.OrderBy(guide => guide.Order).ThenBy(guide => guide.Slug, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);

    /// <summary>In the order of the list; empty if the data folder has no guides.</summary>
    public ImmutableArray<Guide> In(Language language) => _byLanguage.GetValueOrDefault(language.Tag, []);

    public Guide? Find(Language language, string? slug) => In(language).FirstOrDefault(guide => guide.Slug == slug);
}
