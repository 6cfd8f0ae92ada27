using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Text;

public sealed class SiteLanguagesOptions
{
    public const string Section = "Site";

    /// <summary>Finished languages, BCP 47; the first answers where nothing fits. Others are 404 until they are listed.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>The finished languages.</summary>
public sealed class SiteLanguages(IOptions<SiteLanguagesOptions> options)
{
    public ImmutableArray<Language> All { get; } = [.. options.Value.Languages.Distinct(StringComparer.OrdinalIgnoreCase).Select(tag => new Language(tag))];

    public Language? BySlug(string? slug) => All.FirstOrDefault(language => language.Slug == slug);

    /// <summary>By tag, whatever its case: <c>zh-hans</c> is <c>zh-Hans</c>.</summary>
    public Language? ByTag(string? tag) => All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first finished language a browser asks for. Mainland and Singapore Chinese read simplified characters, the rest traditional.</summary>
    public Language Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(Match)
            .FirstOrDefault(language => language is not null) ?? All[0];

    private Language? Match(StringWithQualityHeaderValue wanted) => wanted.Value.Value?.ToLowerInvariant() switch
    {
        null => null,
        "zh" or "zh-cn" or "zh-sg" or "zh-my" => ByTag("zh-Hans"),
        "zh-tw" or "zh-hk" or "zh-mo" => ByTag("zh-Hant"),
        var tag => ByTag(tag) ?? All.FirstOrDefault(language => tag.StartsWith(language.Slug + "-", StringComparison.Ordinal)) ?? ByTag(tag.Split('-')[0]),
    };
}
