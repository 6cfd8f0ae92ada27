using System.Collections.Immutable;

namespace JapanEsimAdvisor.Web.Guides;

/// <summary>A guide in one language.</summary>
/// <param name="Slug">Its name in addresses, the same in every language.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Order">Place in the list of guides, ascending.</param>
/// <param name="Markdown">
/// The text without its front matter: a claim ends in <c>[^source-id]</c>, a link inside the site begins with / and
/// names no language.
/// </param>
/// <param name="Html">The same with numbered claims and links of its language.</param>
/// <param name="Sources">In the order in which the text first names them: their number is their place from 1.</param>
public sealed record Guide(
    string Slug, string Language, string Title, string Description, int Order, string Markdown, string Html,
    ImmutableArray<GuideSource> Sources);

/// <summary>A public page on which a claim of a guide rests.</summary>
/// <param name="Title">Author and place of publication, in the page's own language.</param>
/// <param name="Language">BCP 47 tag of the title.</param>
/// <param name="Dated">
/// Day, month or year of its content, as the page or a dated collection states it; null if neither does.
/// </param>
/// <param name="Checked">Day it was last read.</param>
public sealed record GuideSource(string Id, string Title, string Language, string Url, string? Dated, string Checked);
