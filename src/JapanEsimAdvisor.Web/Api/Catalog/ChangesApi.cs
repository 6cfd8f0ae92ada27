using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>What imports changed, for programs that keep a copy.</summary>
public static class ChangesApi
{
    public static void MapChanges(this IEndpointRouteBuilder api) => api.MapGet("/changes", List)
        .WithMetadata(new QueryNames("since", "pageSize"))
        .WithName("listChanges")
        .WithSummary("Price and plan changes since a date or a cursor")
        .WithDescription("Oldest first. Call again with since set to the cursor of the last answer to get every later change once; the "
            + "Link with rel next does this while there are more. The first import also lists earlier price changes with the dates of "
            + "their sources. recordedSince is the day since which no change is missing.")
        .Produces<ChangesResponse>().ProducesProblem(400);

    private static IResult List(HttpContext context, CatalogInService service)
    {
        var query = new ApiQuery(context);
        var (size, after) = (Paging.SizeOf(query), Since.Of(query.Text("since")));
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
            context.Response.Headers.Link = Paging.Link(context, "since", cursor, "next");
        }

        var catalog = service.Snapshot;
        return context.WithETag(
            Paging.Tag(context, FormattableString.Invariant($"{catalog.Version}-{Newest(service.Changes)}")),
            () => new ChangesResponse(
                [.. page.Select(recorded => new CatalogChange(recorded, recorded.Change, catalog))],
                all.Count,
                size,
                cursor,
                service.ChangesRecordedSince,
                CatalogStamp.Of(catalog, catalog.Plans)));
    }

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
public sealed class CatalogChange(RecordedChange recorded, PlanChange change, CatalogSnapshot catalog)
{
    /// <summary>catalog-replaced: read the whole catalog again.</summary>
    public string Code { get; } = change.Code;

    /// <summary>Day in Japan of the import.</summary>
    public DateOnly Recorded { get; } = recorded.Recorded;

    /// <summary>Id, and name at that time; null for catalog-replaced.</summary>
    public IdAndName? Plan { get; } = change.PlanId is { } plan ? new(plan, change.Name!) : null;

    public IdAndName? Provider { get; } =
        change.SellerId is { } seller ? new(seller, catalog.Sellers.GetValueOrDefault(seller)?.Name ?? seller) : null;

    /// <summary>price-changed: days of the price row.</summary>
    public int? Days { get; } = change.Days;

    /// <summary>price-changed: true for a rate per day.</summary>
    public bool? DayRate { get; } = change.DayRate;

    /// <summary>price-changed: null if the row is new.</summary>
    public DatedPrice? Before { get; } = DatedPrice.Of(change.Before);

    /// <summary>price-changed: null if the row is gone.</summary>
    public DatedPrice? After { get; } = DatedPrice.Of(change.After);

    /// <summary>plan-changed: properties of the plan that differ.</summary>
    public IReadOnlyList<string> Fields { get; } = change.Fields;
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
