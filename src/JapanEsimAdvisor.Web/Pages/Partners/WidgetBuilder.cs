using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Partners.Widget;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Partners;

/// <summary>A partner's settings of the widget, read from the address, and the HTML to embed it.</summary>
public sealed partial class WidgetBuilder : QueryFields, IFieldErrors
{
    private const int UsualPeople = 4;

    private const int UsualDays = 10;

    private const string UsualCurrency = "EUR";

    private readonly HttpRequest _request;

    private readonly Words _words;

    public WidgetBuilder(HttpRequest request, Words words, SiteLanguages languages, IEnumerable<string> currencies)
        : base(request.Query)
    {
        (_request, _words) = (request, words);
        (Languages, Currencies) = ([.. languages.All], [.. currencies.Order(StringComparer.Ordinal)]);
        People = Number("people", UsualPeople, 1, TripRules.MostPeople);
        Days = Number("days", UsualDays, 1, TripRules.MostDays);
        Language = OneOf("lang", [.. Languages.Select(language => language.Tag)]) ?? words.Language.Tag;
        Currency = OneOf("currency", Currencies) ?? UsualCurrency;
        Key = Publishable();
    }

    public IReadOnlyList<Language> Languages { get; }

    public IReadOnlyList<string> Currencies { get; }

    public int People { get; }

    public int Days { get; }

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; }

    public string Currency { get; }

    /// <summary>Null if no key or no valid key was entered.</summary>
    public string? Key { get; }

    public string Script => _request.Origin + WidgetSetup.Path;

    /// <summary>Address of the page with the same question.</summary>
    public string Result =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{Language.ToLowerInvariant()}/result?people={People}&trip.days={Days}&preferences.currency={Currency}");

    /// <summary>All values are checked, and none can hold a quote. <c>partners.js</c> writes the same HTML.</summary>
    public string Snippet => string.Create(CultureInfo.InvariantCulture, $"""
        <script src="{Script}" async></script>
        <japan-data-advisor people="{People}" days="{Days}" lang="{Language}" currency="{Currency}"{(Key is null ? "" : $" key=\"{Key}\"")}></japan-data-advisor>
        """);

    /// <summary>Text of a number field: the input, valid or not.</summary>
    public string Typed(string name, int read) => Text(name) ?? read.ToString(CultureInfo.InvariantCulture);

    /// <summary>The field has a list of choices, so the error does not repeat them.</summary>
    public string Say(FieldError error) =>
        error.Code == "unknown-value" ? _words.Say("form.wrong.choice", ("value", FreeText.Quoted(Text(error.Path)!))) : _words.Say(error);

    /// <summary>The error with the field's name, for the list of errors.</summary>
    public string SayWithField(FieldError error) => _words.Say("form.of-field", ("field", LabelOf(error.Path)), ("text", Say(error)));

    /// <summary>Label of a field.</summary>
    public string LabelOf(string name) => _words[name switch
    {
        "people" => "form.people",
        "days" => "field.days",
        "lang" => "site.languages",
        "currency" => "field.currency",
        _ => "partners.widget.key",
    }];

    public string? ErrorAt(string path) => Errors.FirstOrDefault(error => error.Path == path) is { } error ? Say(error) : null;

    private string? Publishable()
    {
        if (Text("key") is { } key && !Shape().IsMatch(key))
        {
            Refuse("key", "not-publishable");
            return null;
        }

        return Text("key");
    }

    [GeneratedRegex(@"\Apk_[A-Za-z0-9_-]{16,64}\z")]
    private static partial Regex Shape();
}
