using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Api.Document;
using JapanEsimAdvisor.Web.Api.Recommendations;
using JapanEsimAdvisor.Web.Api.Trips;
using JapanEsimAdvisor.Web.Api.UsageChecks;
using JapanEsimAdvisor.Web.Api.UsageEstimates;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace JapanEsimAdvisor.Web.Api;

public static class ApiSetup
{
    /// <summary>Path prefix of the API in every version.</summary>
    public const string Address = "/api";

    public const string Root = Address + "/v1";

    /// <summary>Of cached advice together, by the bytes of its JSON.</summary>
    public const long MostBytesOfAnswers = 32 * 1024 * 1024;

    public static void AddPartnerApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        builder.Services.AddMemoryCache(options => options.SizeLimit = MostBytesOfAnswers);
        builder.Services.AddHybridCache(options => options.MaximumPayloadBytes = MostBytesOfAnswers / 4);
        builder.Services.AddScoped<AdviceAnswers>();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(WireJson.Options));
        builder.Services.AddSwaggerGen(options => options.Describe());
    }

    public static void MapPartnerApi(this WebApplication app)
    {
        app.MapSwagger("/openapi/{documentName}.json", options => options.DescribeServer()).ExcludeFromDescription();
        app.MapSwaggerUI("swagger", options =>
        {
            options.SwaggerEndpoint("/openapi/v1.json", "v1");
            options.DocumentTitle = "Japan eSIM Advisor API";
        }).WithMetadata(new WritesOwnStyles()).ExcludeFromDescription();
        var api = app.MapGroup(Root).WithMetadata(new CalledByPrograms()).AddEndpointFilter(ChooseLanguage);
        api.MapRecommendations();
        api.MapUsageChecks();
        api.MapUsageEstimates();
        api.MapTrips();
        var catalog = api.MapGroup(string.Empty).CacheOutput(CatalogCaching.Policy);
        catalog.MapPlans();
        catalog.MapCatalog();
        catalog.MapChanges();
        catalog.MapCatalogFiles();
    }

    /// <summary><c>?lang=</c>, else the browser's language, else English. An unknown <c>lang</c> is an error.</summary>
    private static ValueTask<object?> ChooseLanguage(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.VaryByLanguage();
        if (context.Request.Query["lang"].ToString() is not { Length: > 0 } tag)
        {
            context.SpeakAsPreferred();
            return next(invocation);
        }

        var languages = context.RequestServices.GetRequiredService<SiteLanguages>();
        if (languages.Match(tag) is { } language)
        {
            context.Speak(language);
            return next(invocation);
        }

        var error = new FieldError(
            "lang", "unknown-language", ("value", tag), ("known", string.Join(", ", languages.All.Select(known => known.Tag))));
        return ValueTask.FromResult<object?>(ApiProblems.Invalid(context, [error]));
    }
}
