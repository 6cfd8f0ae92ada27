using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>Errors of a trip in the words of its form: the field by its name, whose it is, and what was typed where no box can show it.</summary>
/// <param name="typed">What was typed for a path.</param>
/// <param name="numberOf">The number of the traveler in a row as the page counts; null where there is only one.</param>
public sealed class FieldWords(Words words, Func<string, string?> typed, Func<int, int?> numberOf)
{
    /// <summary>Fields named by the label they have on the form.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["people"] = "form.people",
        ["travelers"] = "form.people",
        ["count"] = "form.people",
        ["phone"] = "form.phone",
        ["group"] = "form.group",
        ["neverAlone"] = "form.never-alone",
        ["reachableWhenApart"] = "form.reachable",
        ["arrival"] = "form.arrival",
        ["departure"] = "form.departure",
        ["arrivalTime"] = "form.arrival-time",
        ["departureTime"] = "form.departure-time",
        ["airport"] = "form.airport",
        ["keepsHomeLine"] = "card.keep",
        ["needsJapaneseNumber"] = "card.number",
    };

    /// <summary>What a value that could not be read should have been, by the last word of its path; one of a list of choices otherwise.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["arrival"] = "form.wrong.date",
        ["departure"] = "form.wrong.date",
        ["arrivalTime"] = "form.wrong.time",
        ["departureTime"] = "form.wrong.time",
        ["people"] = "form.wrong.whole",
        ["count"] = "form.wrong.whole",
        ["days"] = "form.wrong.whole",
        ["gbPerDay"] = "form.wrong.number",
        ["gbPerMonthAtHome"] = "form.wrong.number",
        ["hoursApartPerDay"] = "form.wrong.number",
        ["maxChanceOfRunningOut"] = "form.wrong.number",
    };

    /// <summary>Codes whose texts do not tell which field they are about.</summary>
    private static readonly string[] Nameless =
    [
        "number-out-of-range", "too-long-text", "control-characters", "unknown-value", "usage-required", "usage-twice", "apart-twice", "people-out-of-range", "unknown-country", "too-many-devices",
    ];

    public string Say(FieldError error)
    {
        var (row, name) = (PageQuery.RowOf(error.Path), NameOf(error.Path));
        if (error.Code is "unknown-field" || name is null)
        {
            return words.Say(error.Code is "unknown-field" ? "form.unknown-field" : "form.unreadable", ("name", error.Path));
        }

        var text = error.Code is "wrong-form" or "date-form" or "time-form" ? WrongForm(error.Path, name) : Nameless.Contains(error.Code, StringComparer.Ordinal) ? OfField(name, words.Say(error)) : words.Say(error);
        return row is { } at && numberOf(at) is { } number ? words.Say("form.of-traveler", ("number", number), ("text", text)) : text;
    }

    /// <summary>What the form calls a field; null where it has no name for it.</summary>
    public string? NameOf(string path)
    {
        var parts = PageQuery.BelowRow(path).Split('.');
        var last = parts[^1].Split('[')[0];
        var key = parts.Length > 1 && parts[^2] == "activities" ? "activity." + last : Labels.GetValueOrDefault(last, "field." + last);
        return words.Knows(key) ? words[key] : null;
    }

    private string OfField(string name, string text) => words.Say("form.of-field", ("field", name), ("text", text));

    private string WrongForm(string path, string name)
    {
        if (typed(path) is not { Length: > 0 } value)
        {
            return OfField(name, words["error.wrong-form"]);
        }

        var isHours = path.Contains(".activities.", StringComparison.Ordinal);
        var form = isHours ? "form.wrong.number" : Forms.GetValueOrDefault(path.Split('.')[^1], "form.wrong.choice");
        return OfField(name, words.Say(form, ("value", FreeText.Quoted(value))));
    }
}
