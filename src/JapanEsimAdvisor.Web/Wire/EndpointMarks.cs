using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>
/// Called by programs: errors are problem details, the caller is identified, counted and checked, and pages of any
/// origin may call.
/// </summary>
public sealed record CalledByPrograms;

/// <summary>Called by agents, by the Model Context Protocol; beside <see cref="CalledByPrograms"/>.</summary>
public sealed record CalledByAgents;

/// <summary>A POST that changes nothing: publishable keys may make it.</summary>
public sealed record OnlyReads;

/// <summary>The answer holds <c>buyUrl</c>, which can become a partner's link.</summary>
public sealed record HoldsBuyUrls;

/// <summary>Called by machines every few seconds: neither traced nor in the normal log.</summary>
public sealed record HealthProbe;

/// <summary>A foreign page that writes styles at run time; the content security policy allows it.</summary>
public sealed record WritesOwnStyles;

/// <summary>
/// What a request may do is metadata of its endpoint. Middleware, log and telemetry read it here and never the text of
/// an address, because one endpoint has many spellings.
/// </summary>
public static partial class EndpointMarks
{
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    /// <summary>Finds the endpoint and remembers it for the log, because an error page may replace it later.</summary>
    public static void UseEndpointMarks(this WebApplication app)
    {
        app.UseRouting();
        app.Use((context, next) =>
        {
            context.Features.Set(new Matched(context.GetEndpoint(), context.Request.Path));
            return next(context);
        });
    }

    extension(HttpContext context)
    {
        /// <summary>
        /// Whether the address leads to an endpoint with this mark, even if an error page answers instead.
        /// </summary>
        public bool Is<TMark>()
            where TMark : class => context.Features.Get<Matched>()?.Endpoint?.Metadata.GetMetadata<TMark>() is not null;

        /// <summary>The method as logs may hold it: a method can be any text.</summary>
        public string MethodForLogs => Methods.Contains(context.Request.Method) ? context.Request.Method : "(other)";

        /// <summary>
        /// The address as logs may hold it: the language and the route. Parameter values are left out, because they may
        /// be secrets.
        /// </summary>
        public string AddressForLogs =>
            context.Features.Get<Matched>() is { Endpoint: RouteEndpoint { RoutePattern.RawText: { } route }, Path: var path }
            ? "/" + OfLanguage().Replace(route.Trim('/'), path.Value?.Split('/').ElementAtOrDefault(1) ?? string.Empty)
            : "(no such address)";
    }

    /// <summary>Start of the routes of pages; it matches only a language of the site.</summary>
    [GeneratedRegex(@"\A\{language(:language)?\}")]
    private static partial Regex OfLanguage();

    /// <summary>The endpoint of a request's address.</summary>
    private sealed record Matched(Endpoint? Endpoint, PathString Path);
}
