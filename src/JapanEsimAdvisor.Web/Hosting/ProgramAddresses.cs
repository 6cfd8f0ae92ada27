using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>Program addresses without an endpoint. They are answered, counted and checked as the others.</summary>
public static class ProgramAddresses
{
    /// <summary>Order after every endpoint of the same address.</summary>
    private const int Last = int.MaxValue;

    /// <summary>
    /// Answers 404 below an address. If the address has an endpoint, answers 405 with <c>Allow</c> for other methods
    /// and 415 for other types of body. Runs after every endpoint of programs.
    /// </summary>
    /// <param name="root">Prefix of program addresses, such as <c>/api</c>.</param>
    public static void MapUnknownProgramAddresses(this WebApplication app, string root)
    {
        foreach (var same in EndpointsOfPrograms(app)
            .GroupBy(endpoint => endpoint.RoutePattern.RawText!, StringComparer.OrdinalIgnoreCase)
            .ToList())
        {
            string[] allowed = [.. same.SelectMany(MethodsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            app.Map(same.Key, (HttpContext context) => Refuse(context, allowed))
                .WithMetadata(new CalledByPrograms(), new OnlyReads())
                .WithOrder(Last - 1)
                .ExcludeFromDescription();
        }

        app.Map(root + "/{**unknown}", () => Results.NotFound())
            .WithMetadata(new CalledByPrograms(), new OnlyReads())
            .WithOrder(Last)
            .ExcludeFromDescription();
    }

    private static IEnumerable<RouteEndpoint> EndpointsOfPrograms(IEndpointRouteBuilder app) => app.DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<CalledByPrograms>() is not null);

    /// <summary>Every endpoint of GET answers HEAD too: <see cref="HeadRequests"/>.</summary>
    private static IEnumerable<string> MethodsOf(Endpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Contains(HttpMethods.Get) ? [.. methods, HttpMethods.Head] : methods;
    }

    /// <summary>
    /// Routing has rejected the endpoints of the address for the method, else for the type of the body.
    /// </summary>
    private static IResult Refuse(HttpContext context, string[] allowed)
    {
        if (allowed.Contains(context.Request.Method, StringComparer.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        context.Response.Headers.Allow = string.Join(", ", allowed);
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
