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
        // Nothing secret stands in a page or an answer, so that compressing them over TLS gives nothing away.
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddRazorPages(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()))
            .AddMvcOptions(options => LeaveFormsToPages(options.ValueProviderFactories));
        // Chinese, Japanese and Korean as themselves: entities would treble their pages.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton<LanguageConstraint>();
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>("language"));
    }

    /// <summary>
    /// Pages that take a form say so (<see cref="OwnPagesOnlyAttribute"/>) and read it themselves. The framework would read one for every page, also for the
    /// error page of a form that is broken.
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

    /// <summary>A finished language's slug; everything else is no page of ours.</summary>
    private sealed class LanguageConstraint(SiteLanguages languages) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            languages.BySlug(values[routeKey]?.ToString()) is not null;
    }
}
