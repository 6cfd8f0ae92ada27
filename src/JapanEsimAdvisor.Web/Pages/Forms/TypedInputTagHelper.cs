using System.Globalization;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>
/// An input for numbers, dates or times. Such a box shows nothing of what is none, and what was typed is to be kept: then it becomes one for text, which has no bounds.
/// </summary>
[HtmlTargetElement("input", Attributes = "typed, value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TypedInputTagHelper : TagHelper
{
    private static readonly string[] Bounds = ["min", "max", "step"];

    /// <summary>What only text is held to.</summary>
    private static readonly string[] Patterns = ["pattern"];

    /// <summary>number, date, time or text.</summary>
    public string Typed { get; set; } = "text";

    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = Shows(Value ?? string.Empty) ? Typed : "text";
        output.Attributes.SetAttribute("type", type);
        output.Attributes.SetAttribute("value", type is "text" ? Value : Normal(Value ?? string.Empty));
        Array.ForEach(type is "text" ? Bounds : Patterns, foreign => output.Attributes.RemoveAll(foreign));
    }

    private bool Shows(string value) => value.Length == 0 || Typed switch
    {
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "date" => DateForms.Date(value) is not null,
        "time" => DateForms.Time(value) is not null,
        _ => true,
    };

    /// <summary>The form of a value that browsers show.</summary>
    private string Normal(string value) => Typed switch
    {
        "date" => DateForms.Date(value)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? value,
        "time" => DateForms.Time(value)?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? value,
        _ => value,
    };
}
