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
        /// <summary>Words of the request's language, as its route or the API's <c>lang</c> chose it; else as the browser prefers.</summary>
        public Words Words => context.Items[WordsKey] as Words ?? context.SpeakAsPreferred();

        /// <summary>Chooses the language of <c>?lang=</c> where it is one of ours, for answers written before an endpoint has read it.</summary>
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

        /// <summary>Chooses the request's language and says so in the answer.</summary>
        public Words Speak(Language language)
        {
            var services = context.RequestServices;
            var words = new Words(language, services.GetRequiredService<ResourceManager>(), services.GetRequiredService<Func<ExchangeRates?>>()());
            context.Items[WordsKey] = words;
            context.Response.Headers.ContentLanguage = language.Tag;
            return words;
        }

        /// <summary>Chooses the browser's language. Another browser gets another answer at the same address, and caches are told so.</summary>
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
