namespace JapanEsimAdvisor.Web.Site;

/// <summary>
/// Called by programs: errors are problem details, the caller is identified, counted and checked, and pages of any origin may call.
/// </summary>
public sealed record CalledByPrograms;

/// <summary>Called by agents, by the Model Context Protocol; beside <see cref="CalledByPrograms"/>.</summary>
public sealed record CalledByAgents;

/// <summary>A POST that changes nothing: publishable keys may make it.</summary>
public sealed record OnlyReads;

/// <summary>The answer holds <c>buyUrl</c>: a partner's link is put in.</summary>
public sealed record HoldsBuyUrls;

/// <summary>Asked by machines every few seconds: neither traced nor in the usual log.</summary>
public sealed record HealthProbe;

/// <summary>The page is not ours and writes styles at run time: the policy allows it that.</summary>
public sealed record WritesOwnStyles;

/// <summary>The address holds a secret id, so that logs name the route alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SecretInAddressAttribute : Attribute;

/// <summary>
/// What a request may do is metadata of its endpoint. Middleware, log and telemetry read it here; the text of an address decides nothing, since one
/// endpoint has many spellings.
/// </summary>
public static class EndpointMarks
{
    public static TBuilder CalledByPrograms<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CalledByPrograms());

    public static TBuilder CalledByAgents<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.CalledByPrograms().WithMetadata(new CalledByAgents());

    public static TBuilder OnlyReads<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OnlyReads());

    public static TBuilder HoldsBuyUrls<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new HoldsBuyUrls());

    public static TBuilder IsHealthProbe<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new HealthProbe());

    public static TBuilder WritesOwnStyles<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new WritesOwnStyles());

    public static TBuilder HasSecretInAddress<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SecretInAddressAttribute());

    /// <summary>Finds the endpoint and remembers it, for what is written down after an error page has run in its place.</summary>
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
        /// <summary>Whether the address leads to an endpoint with this mark, whatever answers in its place.</summary>
        public bool Is<TMark>()
            where TMark : class => context.Features.Get<Matched>()?.Endpoint?.Metadata.GetMetadata<TMark>() is not null;

        /// <summary>The address as logs may hold it: nothing secret, nothing that somebody typed where no endpoint is.</summary>
        public string AddressForLogs => context.Features.Get<Matched>() switch
        {
            { Endpoint: RouteEndpoint route } when context.Is<SecretInAddressAttribute>() => "/" + route.RoutePattern.RawText?.TrimStart('/'),
            { Endpoint: RouteEndpoint, Path: var path } => KeyMask.Of(path),
            _ => "(no such address)",
        };
    }

    /// <summary>Where the address of a request leads.</summary>
    private sealed record Matched(Endpoint? Endpoint, PathString Path);
}
