using System.Reflection;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>The OpenAPI document: facts from the code, and facts that the code cannot express.</summary>
public static class DocumentSetup
{
    public const string KeyScheme = "apiKey";

    /// <summary>Tags by part of the API.</summary>
    private static readonly IReadOnlyDictionary<string, string> Tags = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Advice"] = "Who buys what and who connects through whom; how much data is used, and how it lasts.",
        ["Catalog"] = "Plans, sellers, operators, devices, airports, use and rates, each with source and date; what changed; all of it as a file.",
        ["Saved trips"] = "A trip with the chosen answer, stored as it was.",
    };

    public static void Describe(this SwaggerGenOptions options)
    {
        options.SwaggerDoc("v1", new OpenApiInfo
        {
            Title = "Japan eSIM Advisor",
            Version = "v1",
            Description = "Connectivity advice for parties traveling to Japan: who buys what, who connects through whom, what it costs "
                + "and how sure it is. "
                + "Errors are problem details (RFC 9457) with a stable code. What is unknown is null, never left out. Prices have a "
                + "source and a date.",
            License = new OpenApiLicense { Name = "Data: " + CatalogLicense.Spdx, Url = new Uri(CatalogLicense.Address) },
        });
        options.SupportNonNullableReferenceTypes();
        options.NonNullableReferenceTypesAsRequired();
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.IncludeXmlComments(typeof(Core.Recommender).Assembly);
        options.TagActionsBy(action => [TagOf(action.RelativePath!)]);
        options.AddSecurityDefinition(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Api-Key",
            Description = "A partner's key: secret (sk_…) for servers, publishable (pk_…) for browsers. Calls without a key are answered "
                + "at a low rate per address.",
        });
        options.MapType<TimeOnly>(() => Clock(JsonSchemaType.String));
        options.MapType<TimeOnly?>(() => Clock(JsonSchemaType.String | JsonSchemaType.Null));
        options.SchemaFilter<AnswerSchemas>();
        options.OperationFilter<OperationDetails>();
        options.DocumentFilter<WholeDocument>();
    }

    /// <summary>OpenAPI 3.1, with the address of the request as its server.</summary>
    public static void DescribeServer(this SwaggerEndpointOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.PreSerializeFilters.Add((document, request) =>
        {
            var origin = request.Origin;
            document.Servers = [new OpenApiServer { Url = origin, Description = "This site" }];
            document.Info.Contact = new OpenApiContact { Name = document.Info.Title, Url = new Uri(origin + "/en/about") };
        });
    }

    private static OpenApiSchema Clock(JsonSchemaType type) =>
        new() { Type = type, Pattern = @"^([01]\d|2[0-3]):[0-5]\d$", Description = "Clock of Japan, HH:mm." };

    private static string TagOf(string path) => path.Split('/')[2] switch
    {
        "recommendations" or "usage-estimates" or "usage-checks" => "Advice",
        "trips" => "Saved trips",
        _ => "Catalog",
    };

    /// <summary>Facts of the whole document.</summary>
    private sealed class WholeDocument : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }).ToHashSet();
            swaggerDoc.Components?.Schemas?.Remove(nameof(Microsoft.AspNetCore.Mvc.ProblemDetails));
            swaggerDoc.Security =
            [
                new OpenApiSecurityRequirement(),
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, swaggerDoc)] = [] },
            ];
        }
    }
}
