using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace JapanEsimAdvisor.Web.Partners;

/// <summary>Says in the OpenAPI document who may call: with a key or without, and what a refusal looks like.</summary>
public sealed class PartnerOpenApi : IOperationFilter
{
    private const string Scheme = "partnerKey";

    private static readonly (string Status, string Description)[] Refusals =
    [
        ("401", "The key was never given (unknown-key), or has been revoked or replaced (revoked-key)."),
        ("403", "A secret key with an Origin (secret-key-in-browser), a publishable key elsewhere than on its partner's origins (origin-not-allowed) or on a call that changes something (read-only-key)."),
        ("429", "Past the quota (quota-exceeded); Retry-After says for how many seconds."),
    ];

    public static void Describe(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = CallerCheck.Header,
            Description = "A partner's secret key (sk_…) from servers or publishable key (pk_…) from browsers on its origins. Without a key calls are answered at a lower rate.",
        });
        options.AddSecurityRequirement(_ => []);
        options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] });
        options.OperationFilter<PartnerOpenApi>();
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Responses ??= [];
        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemDetails), context.SchemaRepository);
        foreach (var (status, description) in Refusals)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = problem } },
            });
        }
    }
}
