using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Languages;

public sealed class SiteLanguagesOptions
{
    public const string Section = "Site";

    /// <summary>
    /// Finished languages, BCP 47. The first is the default. Others answer 404 until they are listed.
    /// </summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>The finished languages.</summary>
public sealed class SiteLanguages(IOptions<SiteLanguagesOptions> options)
{
    public ImmutableArray<Language> All { get; } =
    [
        .. options.Value.Languages.Distinct(StringComparer.OrdinalIgnoreCase).Select(tag => new Language(tag)),
    ];

    public Language? BySlug(string? slug) => All.FirstOrDefault(language => language.Slug == slug);

    /// <summary>The first finished language a browser asks for.</summary>
    public Language Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wanted => wanted.Quality is not 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => Match(wanted.Value.Value))
            .FirstOrDefault(language => language is not null) ?? All[0];

    /// <summary>
    /// The finished language of a tag (BCP 47), ignoring case and region: <c>en-US</c> gives <c>en</c>. Chinese of
    /// mainland China, Singapore and Malaysia is simplified, the rest traditional. The widget and the service worker
    /// use the same rule.
    /// </summary>
    /// <returns>Null if the site does not have it.</returns>
    public Language? Match(string? tag) => tag?.ToLowerInvariant().Split('-') switch
    {
        null => null,
        ["zh"] or ["zh", "hans" or "cn" or "sg" or "my", ..] => ByTag("zh-Hans"),
        ["zh", ..] => ByTag("zh-Hant"),
        var parts => ByTag(tag) ?? ByTag(parts[0]),
    };

    private Language? ByTag(string? tag) =>
        All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));
}
