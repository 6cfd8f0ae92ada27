using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace JapanEsimAdvisor.Web.Languages;

/// <summary>
/// The site's own texts, each read from the resources once. The framework's manager takes a lock for each lookup, on
/// which parallel requests would wait.
/// </summary>
internal sealed class CachedTexts() : ResourceManager("JapanEsimAdvisor.Web.Languages.SiteText", typeof(CachedTexts).Assembly)
{
    private readonly ConcurrentDictionary<(CultureInfo? Culture, string Key), string> _texts = new();

    /// <remarks>Unknown keys are not cached, because their number is unlimited.</remarks>
    public override string? GetString(string name, CultureInfo? culture)
    {
        if (_texts.TryGetValue((culture, name), out var text))
        {
            return text;
        }

        return base.GetString(name, culture) is { } read ? _texts[(culture, name)] = read : null;
    }
}
