using System.Threading.RateLimiting;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Limits;

/// <summary>The caller has used up its search budget of this minute.</summary>
/// <param name="wait">Time until the caller may ask again.</param>
public sealed class SearchBudgetSpentException(TimeSpan wait) : Exception("The caller's search budget of this minute is spent.")
{
    public TimeSpan Wait { get; } = wait;
}

/// <summary>The owner of the budget for a request's searches, if it is not the request's address.</summary>
public sealed record BudgetOwner(string Name);

/// <summary>
/// One limit for pages and API: the search time an address or a key may use in a minute. A question costs the estimated
/// time of its search, so many small questions and few large ones cost the same. An answer from a cache costs nothing.
/// </summary>
public sealed class SearchBudget(IOptions<QuotaOptions> options, IHttpContextAccessor requests, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _byCaller = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.Get(caller, _ => new WindowLimiter(options.Value.SearchMilliseconds, Window, clock)));

    /// <summary>Takes the cost of a search from the budget of the request's caller.</summary>
    /// <param name="milliseconds">Estimated time of the search on one core, above 0.</param>
    /// <exception cref="SearchBudgetSpentException">The caller's budget is too small for the search.</exception>
    public void Spend(double milliseconds)
    {
        if (requests.HttpContext is not { } context)
        {
            return;
        }

        var cost = (int)Math.Clamp(Math.Ceiling(milliseconds), 1, options.Value.SearchMilliseconds);
        using var lease = options.Value.Enabled ? _byCaller.AttemptAcquire(CallerOf(context), cost) : null;
        if (lease is { IsAcquired: false })
        {
            throw new SearchBudgetSpentException(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
        }
    }

    /// <summary>
    /// Answers 429 for a search beyond the budget. The status page middleware writes the error page or the problem.
    /// </summary>
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
            context.Response.AskAgainAfter(spent.Wait);
        }
    }

    public void Dispose() => _byCaller.Dispose();

    private static string CallerOf(HttpContext context) =>
        context.Features.Get<BudgetOwner>()?.Name ?? CallerAddress.Of(context.Connection.RemoteIpAddress).ToString();
}
