using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>
/// Connects a field with its label, hint and error: <c>&lt;label field="trip.airport"&gt;</c> and
/// <c>&lt;select field="trip.airport" of="Model"&gt;</c>. Hint and error follow the control, and a screen reader reads them with it.
/// </summary>
[HtmlTargetElement("label", Attributes = FieldName)]
[HtmlTargetElement("input", Attributes = FieldName + ",of", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = FieldName + ",of")]
[HtmlTargetElement("field-error", Attributes = FieldName + ",of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    private const string FieldName = "field";

    /// <summary>Path of the field, such as <c>travelers[0].phone</c>: its name, and its id with dashes.</summary>
    public string Field { get; set; } = string.Empty;

    /// <summary>The form that knows what is wrong with the field; not needed by labels.</summary>
    public IFieldErrors? Of { get; set; }

    /// <summary>A hint in words, to be shown below the control.</summary>
    public string? Hint { get; set; }

    /// <summary>Id of a hint that is elsewhere on the page.</summary>
    public string? HintId { get; set; }

    /// <summary>True where a <c>field-error</c> element shows the error in another place.</summary>
    public bool ErrorElsewhere { get; set; }

    private string Id => TripForm.IdOf(Field);

    private string? Error => Of?.ErrorAt(Field);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        switch (context.TagName)
        {
            case "label":
                output.Attributes.SetAttribute("for", Id);
                break;
            case "field-error":
                output.SuppressOutput();
                AddParagraph(output, "error", Error);
                break;
            default:
                AddAttributes(output);
                AddParagraph(output, "hint", Hint);
                AddParagraph(output, "error", ErrorElsewhere ? null : Error);
                break;
        }
    }

    private void AddAttributes(TagHelperOutput output)
    {
        output.Attributes.SetAttribute("id", Id);
        if (!output.Attributes.ContainsName("name"))
        {
            output.Attributes.SetAttribute("name", Field);
        }

        var described = string.Join(' ', new[] { Error is null ? null : Id + "-error", Hint is null ? HintId : Id + "-hint" }.OfType<string>());
        if (described.Length > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        if (Error is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }

    private void AddParagraph(TagHelperOutput output, string kind, string? text)
    {
        if (text is null)
        {
            return;
        }

        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(kind);
        paragraph.Attributes["id"] = $"{Id}-{kind}";
        paragraph.InnerHtml.Append(text);
        output.PostElement.AppendHtml(paragraph);
    }
}
