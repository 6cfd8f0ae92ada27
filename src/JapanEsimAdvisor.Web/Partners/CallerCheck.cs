using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Partners;

/// <summary>
/// Identifies the caller before calls are counted, and refuses keys after that. So a refused call counts too, for its
/// address.
/// </summary>
public static class CallerCheck
{
    public const string Header = "X-Api-Key";

    /// <summary>Identifies the caller for the following middleware.</summary>
    public static async Task IdentifyAsync(HttpContext context, RequestDelegate next)
    {
        var given = context.Request.Headers[Header];
        var caller = new Caller(null, null, CallerAddress.Of(context.Connection.RemoteIpAddress));
        caller = given.Count == 0 ? caller : await WithKeyAsync(context, given, caller);
        context.Features.Set(caller);
        if (caller.Key is { Kind: KeyKind.Secret } key)
        {
            context.Features.Set(new BudgetOwner(Convert.ToHexString(key.Hash)));
        }

        context.Response.OnStarting(() => Vary(context.Response.Headers));
        await next(context);
    }

    /// <summary>Passes on calls with a valid key and calls without a key; refuses the others.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Caller.Refusal is not { } refusal)
        {
            return next(context);
        }

        context.SpeakAsAsked();
        context.Response.Headers.CacheControl = "no-store";
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = $"ApiKey header=\"{Header}\"";
        }

        return ApiProblems.Status(context, refusal.Status, refusal.Code).ExecuteAsync(context);
    }

    private static async Task<Caller> WithKeyAsync(HttpContext context, StringValues given, Caller caller)
    {
        var key = given is [{ } text]
            ? await context.RequestServices.GetRequiredService<PartnerDirectory>().FindAsync(text, context.RequestAborted)
            : null;
        var refusal = RefusalOf(key, context);
        return refusal is null ? caller with { Key = key } : caller with { Refusal = refusal };
    }

    private static KeyRefusal? RefusalOf(PartnerKey? key, HttpContext context) => key switch
    {
        null => KeyRefusal.Unknown,
        { IsEnded: true } => KeyRefusal.Ended,
        { Kind: KeyKind.Secret } => context.Request.Headers.ContainsKey("Origin") ? KeyRefusal.SecretInBrowser : null,
        _ when !key.Partner.Origins.Contains(context.Request.Headers.Origin.ToString(), StringComparer.Ordinal) => KeyRefusal.ForeignOrigin,
        _ => Reads(context) ? null : KeyRefusal.ReadOnly,
    };

    /// <summary>
    /// A call counts as a change unless its endpoint is known to only read. Calls without a route pass and get 404 or
    /// 405.
    /// </summary>
    private static bool Reads(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
        || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<OnlyReads>() is not null;

    /// <summary>Answers depend on the key, so a shared cache must not give one partner's answer to another.</summary>
    private static Task Vary(IHeaderDictionary headers)
    {
        headers.Append("Vary", Header);
        return Task.CompletedTask;
    }
}
