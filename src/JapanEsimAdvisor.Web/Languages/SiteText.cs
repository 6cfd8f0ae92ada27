using System.Resources;
using JapanEsimAdvisor.Core.Units;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Languages;

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
        /// <summary>
        /// Words of the request's language: of its route, else of the API's <c>lang</c>, else the one the browser
        /// prefers.
        /// </summary>
        public Words Words => context.Items[WordsKey] as Words ?? context.SpeakAsPreferred();

        /// <summary>
        /// Chooses the language of <c>?lang=</c> if the site has it, for answers written before an endpoint reads it.
        /// </summary>
        public void SpeakAsAsked()
        {
            if (context.RequestServices.GetRequiredService<SiteLanguages>().Match(context.Request.Query["lang"]) is { } language)
            {
                context.Speak(language);
            }
            else
            {
                context.SpeakAsPreferred();
            }
        }

        /// <summary>Chooses the request's language and sets <c>Content-Language</c>.</summary>
        public Words Speak(Language language)
        {
            var services = context.RequestServices;
            var words = new Words(
                language, services.GetRequiredService<ResourceManager>(), services.GetRequiredService<Func<ExchangeRates?>>()());
            context.Items[WordsKey] = words;
            context.Response.Headers.ContentLanguage = language.Tag;
            return words;
        }

        /// <summary>
        /// Chooses the browser's language and sets <c>Vary</c>, since answers at one address differ by browser.
        /// </summary>
        public Words SpeakAsPreferred()
        {
            context.VaryByLanguage();
            return context.Speak(context.RequestServices.GetRequiredService<SiteLanguages>().Preferred(context.Request));
        }

        public void VaryByLanguage()
        {
            var headers = context.Response.Headers;
            if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.AcceptLanguage, StringComparer.OrdinalIgnoreCase))
            {
                headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }
        }
    }
}
