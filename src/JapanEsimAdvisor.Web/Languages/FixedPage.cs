using System.Collections.Immutable;

namespace JapanEsimAdvisor.Web.Languages;

/// <summary>A page that needs no question and exists in every language.</summary>
/// <param name="Path">Path after the language; empty for the home page.</param>
/// <param name="Title">Key of its title.</param>
/// <param name="Description">Key of its description.</param>
public sealed record FixedPage(string Path, string Title, string Description)
{
    /// <summary>All of them. Guides, plans and devices have further pages of their own.</summary>
    public static readonly ImmutableArray<FixedPage> All =
    [
        new("", "home.title", "home.description"),
        new("/travelers", "travelers.title", "travelers.lead"),
        new("/usage", "estimate.title", "estimate.lead"),
        new("/plans", "plans.title", "plans.description"),
        new("/devices", "devices.title", "devices.description"),
        new("/guides", "guides.title", "guides.description"),
        new("/check", "check.title", "check.lead"),
        new("/about", "about.title", "about.description"),
        new("/partners", "partners.title", "partners.description"),
    ];
}
