using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>What a page gives to read in its own language.</summary>
internal static class PageText
{
    /// <summary>Stands in no text and no name.</summary>
    private const char End = '\u0003';

    private static readonly string[] ReadOut = ["placeholder", "aria-label", "alt", "title", "content"];

    /// <summary>Texts and the attributes that are read out or shown, but for code and what is marked as another language's.</summary>
    public static IEnumerable<string> Visible(IHtmlDocument page)
    {
        var language = page.DocumentElement.GetAttribute("lang");
        return page.QuerySelectorAll("*")
            .Where(element =>
                element.LocalName is not ("datalist" or "option" or "script" or "style" or "code") || element.Closest("select") is not null)
            .Where(element => (element.GetAttribute("lang") ?? language) == language)
            .SelectMany(element => element.ChildNodes.OfType<IText>().Select(text => text.Data)
                .Concat(ReadOut.Where(name => name != "content" || element.GetAttribute("name") == "description")
                    .Select(name => element.GetAttribute(name) ?? string.Empty)))
            .Select(text => text.Trim()).Where(text => text.Length > 0);
    }

    /// <summary>Texts without the names of sellers, plans and phones, without codes, and without what else their readers know.</summary>
    public static IEnumerable<string> WithoutNames(CatalogSnapshot catalog, IEnumerable<string> texts, IEnumerable<string> known)
    {
        var page = string.Join(End, texts);
        foreach (var name in Names(catalog).Concat(known))
        {
            page = page.Replace(name, " ", StringComparison.Ordinal);
        }

        return page.Split(End);
    }

    private static IEnumerable<string> Names(CatalogSnapshot catalog) => catalog.Plans.Select(plan => plan.Name)
        .Concat(catalog.Sellers.Values.Select(seller => seller.Name))
        .Concat(catalog.Sellers.Values.SelectMany(seller => seller.Tariffs.Select(tariff => tariff.Name)))
        .Concat(catalog.Devices.Values.Select(device => device.Name))
        .Concat(catalog.Devices.Values.Select(device => device.Brand))
        .Concat([catalog.Version, "*#06#"])
        .Concat(catalog.Airports.Keys).Concat(catalog.Rates.ByCurrency.Keys)
        .OrderByDescending(name => name.Length);
}
