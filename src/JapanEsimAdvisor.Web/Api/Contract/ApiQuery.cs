using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Api.Contract;

/// <summary>Mark of an endpoint: the query parameters it reads, beside <c>lang</c>.</summary>
public sealed record QueryNames(params IReadOnlyList<string> Names);

/// <summary>
/// Query parameters of an API call. An unknown name is an error, so a typing error never changes an answer silently.
/// </summary>
public sealed class ApiQuery : QueryFields
{
    private readonly HttpContext _context;

    public ApiQuery(HttpContext context)
        : base(context.Request.Query)
    {
        _context = context;
        var known = context.GetEndpoint()?.Metadata.GetMetadata<QueryNames>()?.Names ?? [];
        foreach (var name in context.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.Ordinal) && !IsIgnored(name)))
        {
            Refuse(name, "unknown-field");
        }
    }

    /// <summary>Every parameter that is wrong; null if none is.</summary>
    public IResult? Problem => Errors.Count > 0 ? ApiProblems.Invalid(_context, Errors) : null;

    /// <summary>Filter for calls that read no query.</summary>
    public static async ValueTask<object?> TakeNone(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        new ApiQuery(invocation.HttpContext).Problem ?? await next(invocation);

    /// <summary>Tracking parameters that other sites add to links.</summary>
    public static bool IsIgnored(string name) =>
        name == "lang"
            || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("clid", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parameters without the ignored ones.</summary>
    public static List<KeyValuePair<string, StringValues>> Of(IQueryCollection query) => [.. query.Where(pair => !IsIgnored(pair.Key))];
}
