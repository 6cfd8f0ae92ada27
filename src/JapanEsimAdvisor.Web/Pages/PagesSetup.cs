using System.Text.Encodings.Web;
using System.Text.Unicode;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Pages.Saved;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.WebEncoders;

namespace JapanEsimAdvisor.Web.Pages;

public static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Pages and answers hold no secrets, so compression over TLS is safe (BREACH).
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddRazorPages(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()))
            .AddMvcOptions(options => LeaveFormsToPages(options.ValueProviderFactories));
        // No entities for Chinese, Japanese and Korean: they would make pages three times as large.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton<LanguageConstraint>();
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>("language"));
    }

    /// <summary>
    /// Pages with a form have <see cref="OwnPagesOnlyAttribute"/> and read the form themselves. The framework would
    /// read a form for every page, also for the error page after a broken form.
    /// </summary>
    private static void LeaveFormsToPages(IList<IValueProviderFactory> factories)
    {
        foreach (var factory in factories.Where(factory => factory is FormValueProviderFactory or JQueryFormValueProviderFactory or FormFileValueProviderFactory).ToList())
        {
            factories.Remove(factory);
        }
    }

    public static void MapSitePages(this WebApplication app)
    {
        app.MapRazorPages().WithStaticAssets();
        app.MapCalendars();
        app.MapSitemap();
        WebManifest.Map(app);
        app.MapGet("/", (HttpContext context) => Results.Redirect("/" + context.SpeakAsPreferred().Language.Slug)).ExcludeFromDescription();
    }

    /// <summary>Matches the slug of a finished language only.</summary>
    private sealed class LanguageConstraint(SiteLanguages languages) : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            languages.BySlug(values[routeKey]?.ToString()) is not null;
    }
}
