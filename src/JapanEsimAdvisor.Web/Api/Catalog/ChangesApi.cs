using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>What imports changed, for programs that keep a copy.</summary>
public static class ChangesApi
{
    private const int UsualSize = 50;

    private const int MostSize = 200;

    public static void MapChanges(this IEndpointRouteBuilder api) => api.MapGet("/changes", List)
        .WithName("listChanges")
        .WithSummary("Price and plan changes since a date or a cursor")
        .WithDescription("Oldest first. Call again with since set to the cursor of the last answer to get every later change once; the "
            + "Link with rel next does this while there are more. The first import also lists earlier price changes with the dates of "
            + "their sources. recordedSince is the day since which no change is missing.")
        .Produces<ChangesResponse>()
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static IResult List(HttpContext context, CatalogInService service, [FromQuery] string? since, [FromQuery] string? pageSize)
    {
        _ = (since, pageSize);
        var query = new ApiQuery(context, ["since", "pageSize"]);
        var (size, after) = (query.Number("pageSize", UsualSize, 1, MostSize), Since.Of(query.Text("since")));
        List<FieldError> errors = [.. query.Errors, .. after.Wrong(service.Changes)];
        return errors.Count > 0 ? ApiProblems.Invalid(context, errors) : Answer(context, service, after, size);
    }

    private static IResult Answer(HttpContext context, CatalogInService service, Since since, int size)
    {
        var all = service.Changes.Where(since.Holds).ToList();
        var page = all.Take(size).ToList();
        var cursor = Cursor(page.Count > 0 ? page[^1].Id : since.Cursor ?? Newest(service.Changes));
        if (all.Count > page.Count)
        {
            context.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(context.Request.Path, Next(context.Request.Query, cursor))}>; rel=\"next\"";
        }

        var catalog = service.Snapshot;
        return context.WithETag(
            Paging.Tag(context, FormattableString.Invariant($"{catalog.Version}-{Newest(service.Changes)}")),
            () =>
                new ChangesResponse(
                    [.. page.Select(change => CatalogChange.Of(change, catalog))],
                    all.Count,
                    size,
                    cursor,
                    service.ChangesRecordedSince,
                    catalog.Stamp(catalog.Plans)));
    }

    private static IEnumerable<KeyValuePair<string, string?>> Next(IQueryCollection query, string cursor) => query
        .Where(pair => pair.Key != "since")
        .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
        .Append(KeyValuePair.Create("since", (string?)cursor));

    private static int Newest(IReadOnlyList<RecordedChange> changes) => changes.Count > 0 ? changes[^1].Id : 0;

    private static string Cursor(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where to begin: on a day, after a change, or at the first change.</summary>
    private sealed record Since(DateOnly? Day, int? Cursor, bool IsReadable)
    {
        public static Since Of(string? text) =>
            text is null ? new Since(null, null, true)
            : DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Since(day, null, true)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? new Since(null, cursor, true)
            : new Since(null, null, false);

        public bool Holds(RecordedChange change) => (Day is null || change.Recorded >= Day) && (Cursor is null || change.Id > Cursor);

        /// <summary>
        /// A cursor beyond the newest change comes from another archive. With it a caller would miss all changes.
        /// </summary>
        public IEnumerable<FieldError> Wrong(IReadOnlyList<RecordedChange> changes) =>
            !IsReadable ? [new FieldError("since", "since-form")]
            : Cursor > Newest(changes) ? [new FieldError("since", "unknown-cursor")]
            : [];
    }
}

/// <summary>Changes in the order in which they were found.</summary>
/// <param name="Total">Number of changes since the date or cursor, this page included.</param>
/// <param name="Cursor">Value of since for the next page.</param>
/// <param name="RecordedSince">
/// Day in Japan since which every change is recorded. Of earlier changes, only prices that sources state are known.
/// </param>
public sealed record ChangesResponse(
    IReadOnlyList<CatalogChange> Items, int Total, int PageSize, string Cursor, DateOnly RecordedSince, CatalogStamp Catalog);

/// <summary>One change.</summary>
/// <param name="Code">catalog-replaced: read the whole catalog again.</param>
/// <param name="Recorded">Day in Japan of the import.</param>
/// <param name="Plan">Id, and name at that time; null for catalog-replaced.</param>
/// <param name="Days">price-changed: days of the price row.</param>
/// <param name="DayRate">price-changed: true for a rate per day.</param>
/// <param name="Before">price-changed: null if the row is new.</param>
/// <param name="After">price-changed: null if the row is gone.</param>
/// <param name="Fields">plan-changed: properties of the plan that differ.</param>
public sealed record CatalogChange(
    string Code, DateOnly Recorded, IdAndName? Plan, IdAndName? Provider, int? Days, bool? DayRate, DatedPrice? Before, DatedPrice? After,
    IReadOnlyList<string> Fields)
{
    public static CatalogChange Of(RecordedChange recorded, CatalogSnapshot catalog)
    {
        var change = recorded.Change;
        return new CatalogChange(
            change.Code,
            recorded.Recorded,
            change.PlanId is { } plan ? new IdAndName(plan, change.Name!) : null,
            change.SellerId is { } seller
                ? new IdAndName(seller, catalog.Sellers.TryGetValue(seller, out var known) ? known.Name : seller)
                : null,
            change.Days,
            change.DayRate,
            DatedPrice.Of(change.Before),
            DatedPrice.Of(change.After),
            change.Fields);
    }
}

/// <summary>A price of a seller's list with the date of its source.</summary>
/// <param name="Amount">Null if only a range or floor is known.</param>
/// <param name="Low">Lower end of a range, or the floor; null if there is an amount.</param>
/// <param name="High">Upper end of a range; null if there is an amount or only a floor.</param>
/// <param name="Checked">YYYY, YYYY-MM or YYYY-MM-DD; null if the source has no date.</param>
public sealed record DatedPrice(decimal? Amount, decimal? Low, decimal? High, string Currency, string? Checked)
{
    public static DatedPrice? Of(PriceSeen? seen) => seen switch
    {
        null => null,
        _ when seen.Low == seen.High => new DatedPrice(seen.Low, null, null, seen.Currency, seen.Checked),
        _ => new DatedPrice(null, seen.Low, seen.High, seen.Currency, seen.Checked),
    };
}
