using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace JapanEsimAdvisor.Web.Api.Contract;

/// <summary>The requested page of a list.</summary>
public sealed record Paging(int Page, int PageSize)
{
    private const int UsualSize = 50;

    private const int MostSize = 200;

    public static Paging Of(ApiQuery query) => new(query.Number("page", 1, 1, 1_000_000), SizeOf(query));

    public static int SizeOf(ApiQuery query) => query.Number("pageSize", UsualSize, 1, MostSize);

    /// <summary>
    /// Tag of an answer that depends on the address, the catalog, the day in Japan (quotes of monthly plans do) and the
    /// language.
    /// </summary>
    public static string Tag(HttpContext context, string catalogVersion) => ETags.TagOf(
        $"{context.Request.Path}{context.Request.QueryString}\n{catalogVersion}\n{Today(context):yyyy-MM-dd}\n{context.Words.Language.Tag}");

    /// <summary>The page, with links to its neighbors (RFC 8288).</summary>
    public IResult Answer<T, TItem>(HttpContext context, CatalogSnapshot catalog, IEnumerable<T> all, Func<T, TItem> map) =>
        Answer(context, catalog, all, map, listing => listing);

    /// <summary>The page as part of an answer that says more than the list.</summary>
    public IResult Answer<T, TItem, TAnswer>(
        HttpContext context, CatalogSnapshot catalog, IEnumerable<T> all, Func<T, TItem> map, Func<Listing<TItem>, TAnswer> answer)
    {
        var items = all.ToList();
        var pages = Math.Max(1, (items.Count + PageSize - 1) / PageSize);
        context.Response.Headers.Link = string.Join(", ", Links(context, pages));
        return context.WithETag(
            Tag(context, catalog.Version),
            () => answer(
                new Listing<TItem>(
                    [.. items.Skip((int)Math.Min(int.MaxValue, (Page - 1L) * PageSize)).Take(PageSize).Select(map)],
                    items.Count,
                    Page,
                    PageSize,
                    CatalogStamp.Of(catalog, catalog.Plans))));
    }

    private IEnumerable<string> Links(HttpContext context, int pages)
    {
        yield return Link(context, 1, "first");
        if (Page > 1)
        {
            yield return Link(context, Math.Min(Page - 1, pages), "prev");
        }

        if (Page < pages)
        {
            yield return Link(context, Page + 1, "next");
        }

        yield return Link(context, pages, "last");
    }

    private static DateOnly Today(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().TodayInJapan();

    private static string Link(HttpContext context, int page, string relation) =>
        Link(context, "page", page.ToString(CultureInfo.InvariantCulture), relation);

    /// <summary>A link (RFC 8288) to the same address with another value of one parameter.</summary>
    public static string Link(HttpContext context, string name, string value, string relation)
    {
        var query = context.Request.Query.Where(pair => pair.Key != name)
            .SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text))
            .Append(KeyValuePair.Create(name, (string?)value));
        return $"<{QueryHelpers.AddQueryString(context.Request.Path, query)}>; rel=\"{relation}\"";
    }
}
