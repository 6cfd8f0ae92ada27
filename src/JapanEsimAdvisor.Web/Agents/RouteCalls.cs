using System.Net.Mime;
using System.Text;
using System.Text.Json;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Links;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Extensions;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>
/// Calls a route of the API from inside, through its own endpoint, so that parsing, rules, limits, languages and
/// problems exist once. The middleware in front of the API has already run for the call to <c>/mcp</c> itself.
/// </summary>
public sealed class RouteCalls(EndpointDataSource routes)
{
    private const string Language = "lang";

    /// <param name="outer">The call of the agent.</param>
    /// <param name="operation">Name of the endpoint.</param>
    /// <param name="arguments">
    /// Properties of the body if the route takes one, else query parameters; <c>lang</c> is always a query parameter.
    /// </param>
    /// <returns>Status and JSON in UTF-8, as the API would answer, with the partner's links.</returns>
    public async Task<(int Status, ReadOnlyMemory<byte> Json)> RunAsync(
        HttpContext outer, string operation, IDictionary<string, JsonElement> arguments)
    {
        var endpoint = routes.Endpoints.First(route => route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation);
        var takesBody = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains(HttpMethods.Post);
        var inner = ContextOf(outer, endpoint);
        inner.Request.QueryString = Query(takesBody ? arguments.Where(argument => argument.Key == Language) : arguments).ToQueryString();
        if (takesBody)
        {
            SetBody(inner.Request, arguments.Where(argument => argument.Key != Language));
        }

        using var written = new MemoryStream();
        inner.Response.Body = written;
        await SearchBudget.RefuseAsync(inner, endpoint.RequestDelegate!);
        if (inner.Response.StatusCode == StatusCodes.Status429TooManyRequests && written.Length == 0)
        {
            await ApiProblems.Status(inner, inner.Response.StatusCode, "quota-exceeded").ExecuteAsync(inner);
        }

        await inner.Response.BodyWriter.FlushAsync(outer.RequestAborted);
        return (inner.Response.StatusCode, BuyLinks.Of(outer.Caller, endpoint, inner.Response.StatusCode, written.ToArray()));
    }

    private static DefaultHttpContext ContextOf(HttpContext outer, Endpoint endpoint)
    {
        var inner = new DefaultHttpContext { RequestServices = outer.RequestServices, RequestAborted = outer.RequestAborted };
        inner.SetEndpoint(endpoint);
        inner.Request.Method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
        inner.Request.Path = "/" + ((RouteEndpoint)endpoint).RoutePattern.RawText!.TrimStart('/');
        (inner.Request.Scheme, inner.Request.Host) = (outer.Request.Scheme, outer.Request.Host);
        inner.Request.Headers.AcceptLanguage = outer.Request.Headers.AcceptLanguage;
        return inner;
    }

    /// <summary>
    /// Null counts as not given, as in a body. The route itself refuses values that are neither text nor number.
    /// </summary>
    private static QueryBuilder Query(IEnumerable<KeyValuePair<string, JsonElement>> arguments) => new(
        from argument in arguments
        where argument.Value.ValueKind is not JsonValueKind.Null
        select KeyValuePair.Create(
            argument.Key, argument.Value.ValueKind == JsonValueKind.String ? argument.Value.GetString()! : argument.Value.GetRawText()));

    /// <summary>The agent's raw JSON, so that the route reads numbers and names as they were sent.</summary>
    private static void SetBody(HttpRequest request, IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        var body = Encoding.UTF8.GetBytes("{" + string.Join(
            ',', arguments.Select(argument => $"{JsonSerializer.Serialize(argument.Key)}:{argument.Value.GetRawText()}")) + "}");
        (request.ContentType, request.ContentLength, request.Body) = (MediaTypeNames.Application.Json, body.Length, new MemoryStream(body));
    }
}
