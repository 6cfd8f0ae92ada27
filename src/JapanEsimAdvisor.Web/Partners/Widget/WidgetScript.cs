using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text;
using System.Text.Json;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Partners.Widget;

/// <summary>
/// The widget's script with its texts in every language of the site. One file holds all languages, so that the widget
/// can report a failed connection in the reader's language and change the language without a request.
/// </summary>
public sealed class WidgetScript
{
    private const string Place = "/*texts*/ {}";

    private const string MoneyFamily = "money.";

    private static readonly string[] Keys =
    [
        "widget.label", "widget.asking", "widget.full", "widget.new-tab", "widget.retry", "widget.no-answer", "widget.busy",
        "widget.busy-until", "widget.key",
        "form.people", "field.days", "form.errors", "result.everything", "result.per-person", "result.unconfirmed", "headline.none",
        "buy.heading", "buy.at", "assumptions.heading",
        "source.checked", "source.no-address", "unknown.date", "refine.done", "problem.server-error.title", "error.unknown-language",
    ];

    public WidgetScript(SiteLanguages languages, ResourceManager texts)
    {
        var said = languages.All.ToDictionary(language => language.Tag, language => TextsOf(new Words(language, texts)));
        Content = Encoding.UTF8.GetBytes(Program()
            .Replace(Place, JsonSerializer.Serialize(said, WireJson.Options), StringComparison.Ordinal));
        Tag = ETags.TagOf(Content);
    }

    /// <summary>UTF-8.</summary>
    public byte[] Content { get; }

    /// <summary>Changes with every byte of the content.</summary>
    public string Tag { get; }

    private static Dictionary<string, string> TextsOf(Words words) =>
        Keys.Concat(MoneyKeys()).ToDictionary(key => key, key => words[key], StringComparer.Ordinal);

    /// <summary>Format of amounts by currency.</summary>
    private static IEnumerable<string> MoneyKeys() =>
        Words.Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<DictionaryEntry>()
        .Select(entry => (string)entry.Key)
        .Where(key => key.StartsWith(MoneyFamily, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Program()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("widget.v1.js")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(IsCode));
    }

    /// <summary>Whether a line is code. Comments in the script have lines of their own and are not served.</summary>
    private static bool IsCode(string line) =>
        line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("/**", StringComparison.Ordinal);
}
