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
    }

    extension(HttpContext context)
    {
        /// <summary>Words of the request's language, as its route or the API's <c>lang</c> chose it; else as the browser prefers.</summary>
        public Words Words
        {
            get => context.Items[WordsKey] as Words
                ?? (context.Words = new Words(context.RequestServices.GetRequiredService<SiteLanguages>().Preferred(context.Request)));
            set => context.Items[WordsKey] = value;
        }
    }
}
