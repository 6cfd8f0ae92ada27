using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Api.Contract;

/// <summary>
/// Query parameters of an API call. An unknown name is an error, so a typing error never changes an answer silently.
/// </summary>
public sealed class ApiQuery : QueryFields
{
    public ApiQuery(HttpContext context, IReadOnlyCollection<string> known)
        : base(context.Request.Query)
    {
        foreach (var name in context.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.Ordinal) && !IsIgnored(name)))
        {
            Refuse(name, "unknown-field");
        }
    }

    /// <summary>Filter for calls without query parameters.</summary>
    public static async ValueTask<object?> TakeNone(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var query = new ApiQuery(invocation.HttpContext, []);
        return query.Errors.Count > 0 ? ApiProblems.Invalid(invocation.HttpContext, query.Errors) : await next(invocation);
    }

    /// <summary>Tracking parameters that other sites add to links.</summary>
    public static bool IsIgnored(string name) =>
        name == "lang"
            || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("clid", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parameters without the ignored ones.</summary>
    public static List<KeyValuePair<string, StringValues>> Of(IQueryCollection query) => [.. query.Where(pair => !IsIgnored(pair.Key))];
}
