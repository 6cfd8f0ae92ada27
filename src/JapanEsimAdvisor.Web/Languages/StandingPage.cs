using System.Collections.Immutable;

namespace JapanEsimAdvisor.Web.Languages;

/// <summary>A page that stands without a question, the same in every language.</summary>
/// <param name="Path">After the language; empty for the first page.</param>
/// <param name="Title">Key of what it is called.</param>
/// <param name="Description">Key of what it says.</param>
public sealed record StandingPage(string Path, string Title, string Description)
{
    /// <summary>Beside single guides, plans and devices, of which there is a page each.</summary>
    public static readonly ImmutableArray<StandingPage> All =
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
