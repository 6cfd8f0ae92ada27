using System.Globalization;
using System.Threading.RateLimiting;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Limits;

/// <summary>The caller has asked for more search than one caller gets in a minute.</summary>
/// <param name="wait">Until the caller may ask again.</param>
public sealed class SearchBudgetSpentException(TimeSpan wait) : Exception("The caller's search budget of this minute is spent.")
{
    public TimeSpan Wait { get; } = wait;
}

/// <summary>Whose budget the searches of a request are taken from, where that is not the address it comes from.</summary>
public sealed record BudgetOwner(string Name);

/// <summary>
/// One limit for pages and API: how much search an address or a key may ask for in a minute. A question weighs what its search is estimated to take, so
/// that many small questions and few large ones cost a caller the same. An answer from a cache weighs nothing.
/// </summary>
public sealed class SearchBudget(IOptions<QuotaOptions> options, IHttpContextAccessor requests, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _byCaller = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.Get(caller, _ => new WindowLimiter(options.Value.SearchMilliseconds, Window, clock)));

    /// <summary>Takes a search from the budget of the request's caller.</summary>
    /// <param name="milliseconds">What the search is estimated to take on one core, above 0.</param>
    /// <exception cref="SearchBudgetSpentException">The caller has no such budget left.</exception>
    public void Spend(double milliseconds)
    {
        if (requests.HttpContext is not { } context)
        {
            return;
        }

        using var lease = options.Value.Enabled ? _byCaller.AttemptAcquire(CallerOf(context), (int)Math.Clamp(Math.Ceiling(milliseconds), 1, options.Value.SearchMilliseconds)) : null;
        if (lease is { IsAcquired: false })
        {
            throw new SearchBudgetSpentException(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
        }
    }

    /// <summary>Answers 429 for a search that went past the budget; the error page or problem is written by who writes all of them.</summary>
    public static async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (SearchBudgetSpentException spent) when (!context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<SiteMeters>().QuotaRefused("search");
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.RetryAfter = Math.Ceiling(spent.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => _byCaller.Dispose();

    private static string CallerOf(HttpContext context) =>
        context.Features.Get<BudgetOwner>()?.Name ?? CallerAddress.Of(context.Connection.RemoteIpAddress).ToString();
}
