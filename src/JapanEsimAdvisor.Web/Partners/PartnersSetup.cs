using JapanEsimAdvisor.Web.Api.Trips;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Partners.Calls;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Links;
using JapanEsimAdvisor.Web.Partners.Quotas;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.Storage;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Partners;

/// <summary>Access to the API for programs and agents: keys, quotas, origins and buy links.</summary>
public static class PartnersSetup
{
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromHours(2);

    public static void AddPartners(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PartnersOptions>()
            .BindConfiguration(PartnersOptions.Section)
            .ValidateDataAnnotations()
            .ValidateDatabase("Partners:Database", options => options.Database)
            .ValidateOnStart();
        builder.Services.AddOptions<QuotaOptions>().BindConfiguration(QuotaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDatabase<PartnersDb>(services => services.GetRequiredService<IOptions<PartnersOptions>>().Value.Database);
        builder.Services.AddScoped<PartnerStore>();
        builder.Services.AddSingleton<PartnerDirectory>();
        builder.Services.AddSingleton<CallCounter>();
        builder.Services.AddHostedService<CallWriter>();
        builder.Services.AddSingleton<QuotaLimiter>();
        builder.Services.AddRateLimiter(limiter => limiter.OnRejected = RejectAsync);
        builder.Services.AddOptions<RateLimiterOptions>().Configure<QuotaLimiter>((limiter, quota) => limiter.GlobalLimiter = quota);
        builder.Services.AddCors();
    }

    /// <summary>
    /// Handles preflights first, because they have no key. Then it identifies the caller, counts the call, refuses
    /// invalid keys and puts the partner's links into the answer.
    /// </summary>
    public static void UsePartners(this WebApplication app) => app.UseWhen(
        context => context.Is<CalledByPrograms>(),
        api =>
        {
            api.UseCors(FromAnywhere);
            api.Use(CallerCheck.IdentifyAsync);
            if (app.Services.GetRequiredService<IOptions<QuotaOptions>>().Value.Enabled)
            {
                api.UseRateLimiter();
            }

            api.Use(CallerCheck.RefuseAsync);
            api.Use(CountAsync);
            api.Use(BuyLinks.PutAsync);
        });

    /// <summary>
    /// The key decides which page may call, not the browser, so that a refused origin can read the reason. The API uses
    /// no cookies or other credentials of the browser, so a foreign page cannot misuse them.
    /// </summary>
    private static void FromAnywhere(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
        .WithHeaders(
            "Content-Type",
            "Accept-Language",
            "If-None-Match",
            "If-Match",
            CallerCheck.Header,
            TripsApi.EditToken,
            "MCP-Protocol-Version",
            "Mcp-Method",
            "Mcp-Name")
        .WithExposedHeaders("ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After")
        .SetPreflightMaxAge(PreflightMaxAge);

    private static Task CountAsync(HttpContext context, RequestDelegate next)
    {
        Count(context, isAnswered: true);
        return next(context);
    }

    private static void Count(HttpContext context, bool isAnswered)
    {
        if (context.Caller.Key is { } key)
        {
            context.RequestServices.GetRequiredService<CallCounter>().Count(key.Partner, isAnswered);
        }
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var context = rejected.HttpContext;
        Count(context, isAnswered: false);
        context.RequestServices.GetRequiredService<SiteMeters>().QuotaRefused(context.Caller.Key?.Kind.Wire() ?? "address");
        context.SpeakAsAsked();
        context.Response.Headers.CacheControl = "no-store";
        await ApiProblems.Status(context, StatusCodes.Status429TooManyRequests, "quota-exceeded").ExecuteAsync(context);
    }
}
