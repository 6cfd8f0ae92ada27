using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace JapanEsimAdvisor.Web.Languages;

/// <summary>The site's own texts. Each is read from the resources once: their manager looks up under a lock, which answers given at the same time would queue for.</summary>
internal sealed class KeptTexts() : ResourceManager("JapanEsimAdvisor.Web.Languages.SiteText", typeof(KeptTexts).Assembly)
{
    private readonly ConcurrentDictionary<(CultureInfo? Culture, string Key), string> _texts = new();

    /// <remarks>A key that is no text is not remembered: there is no end of those.</remarks>
    public override string? GetString(string name, CultureInfo? culture)
    {
        if (_texts.TryGetValue((culture, name), out var text))
        {
            return text;
        }

        return base.GetString(name, culture) is { } read ? _texts[(culture, name)] = read : null;
    }
}
