using System.Xml.Linq;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>
/// The sitemap (sitemaps.org 0.9): every page that needs no question, in every language. Each page itself links to its
/// other languages.
/// </summary>
public static class Sitemap
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sitemap.xml", (HttpRequest request, SiteLanguages languages, CatalogInService catalog, GuideStore guides) =>
            Results.Text(
                new XDocument(Of(request.Origin, languages, catalog, guides)).ToString(SaveOptions.DisableFormatting),
                "application/xml")).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpRequest request) =>
            Results.Text($"User-agent: *\nDisallow: /api/\nDisallow: /swagger\n\nSitemap: {request.Origin}/sitemap.xml\n")).ExcludeFromDescription();
    }

    private static XElement Of(string origin, SiteLanguages languages, CatalogInService catalog, GuideStore guides) => new(
        Schema + "urlset",
        from language in languages.All
        from page in PagesIn(language, catalog, guides)
        select new XElement(Schema + "url", new XElement(Schema + "loc", $"{origin}/{language.Slug}{page}")));

    private static IEnumerable<string> PagesIn(Language language, CatalogInService catalog, GuideStore guides) =>
    [
        .. FixedPage.All.Select(page => page.Path),
        .. guides.In(language).Select(guide => "/guides/" + guide.Slug),
        .. catalog.Snapshot.Plans.Select(plan => "/plans/" + plan.Id),
        .. catalog.Snapshot.Devices.Keys.Order(StringComparer.Ordinal).Select(id => "/devices/" + id),
    ];
}
