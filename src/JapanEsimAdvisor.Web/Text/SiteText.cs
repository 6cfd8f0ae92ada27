using System.Resources;
using JapanEsimAdvisor.Web.Catalog;

namespace JapanEsimAdvisor.Web.Text;

public static class SiteText
{
    private static readonly object WordsKey = new();

    public static void AddSiteText(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiteLanguagesOptions>()
            .BindConfiguration(SiteLanguagesOptions.Section)
            .Validate(options => options.Languages.Count > 0, "Site:Languages must name at least one language.")
            .ValidateOnStart();
        builder.Services.AddSingleton<SiteLanguages>();
        builder.Services.AddSingleton(Words.Resources);
    }

    extension(HttpContext context)
    {
        /// <summary>Words of the request's language, as its route or the API's <c>lang</c> chose it; else as the browser prefers.</summary>
        public Words Words => context.Items[WordsKey] as Words
            ?? context.Speak(context.RequestServices.GetRequiredService<SiteLanguages>().Preferred(context.Request));

        /// <summary>Chooses the language of <c>?lang=</c> where it is one of ours, for answers written before an endpoint has read it.</summary>
        public void SpeakAsAsked()
        {
            if (context.RequestServices.GetRequiredService<SiteLanguages>().ByTag(context.Request.Query["lang"]) is { } language)
            {
                context.Speak(language);
            }
        }

        /// <summary>Chooses the request's language.</summary>
        public Words Speak(Language language)
        {
            var catalog = context.RequestServices.GetRequiredService<CatalogStore>();
            var words = new Words(language, context.RequestServices.GetRequiredService<ResourceManager>(), catalog.IsInService ? catalog.Current.Snapshot.Rates : null);
            context.Items[WordsKey] = words;
            return words;
        }
    }
}
