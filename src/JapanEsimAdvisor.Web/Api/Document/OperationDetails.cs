using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Api.Trips;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// Facts that signatures do not hold: units and ranges of parameters, headers, problems, working examples.
/// </summary>
public sealed class OperationDetails(TimeProvider clock) : IOperationFilter
{
    private const int DaysAhead = 120;

    private const string Json = "application/json";

    private const string Problem = "application/problem+json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        AddParameters(operation, context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<QueryNames>().FirstOrDefault());
        AddExamples(operation);
        AddResponses(operation);
        AddHeaders(operation);
        AddProblems(operation, context);
    }

    private static bool IsLive(OpenApiOperation operation) =>
        operation.OperationId is not ("saveTrip" or "getTrip" or "changeTrip" or "deleteTrip");

    private static void AddParameters(OpenApiOperation operation, QueryNames? query)
    {
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            ParameterFacts.Describe(parameter, operation.OperationId!);
        }

        IEnumerable<OpenApiParameter> more =
        [
            .. query?.Names.Select(name => ParameterFacts.Parameter(name)) ?? [],
            ParameterFacts.Parameter("lang"),
            .. operation.OperationId == "recommendFromLink" ? ParameterFacts.OfLink() : [],
            .. operation.OperationId is "changeTrip" or "deleteTrip"
                ? [ParameterFacts.Parameter(TripsApi.EditToken, ParameterLocation.Header, required: true)]
                : Array.Empty<OpenApiParameter>(),
            .. operation.OperationId is "changeTrip"
                ? [ParameterFacts.Parameter("If-Match", ParameterLocation.Header, required: true)]
                : Array.Empty<OpenApiParameter>(),
            .. IsLive(operation) ? [ParameterFacts.Parameter("If-None-Match", ParameterLocation.Header)] : Array.Empty<OpenApiParameter>(),
        ];
        foreach (var parameter in more)
        {
            operation.Parameters.Add(parameter);
        }
    }

    private void AddExamples(OpenApiOperation operation)
    {
        var arrival = clock.TodayInJapan().AddDays(DaysAhead);
        var examples = operation.OperationId switch
        {
            "recommend" => RequestExamples.All(arrival),
            "checkUsage" => RequestExamples.UsageChecks(arrival),
            "estimateUsage" => RequestExamples.UsageEstimates(),
            "saveTrip" or "changeTrip" => RequestExamples.SavedTrips(arrival),
            _ => [],
        };
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            body.Required = true;
            ((OpenApiMediaType)body.Content![Json]).Examples = examples
                .ToDictionary(
                    example => example.Name,
                    example => (IOpenApiExample)new OpenApiExample { Summary = example.Summary, Value = JsonNode.Parse(example.Json) });
        }
    }

    private static void AddResponses(OpenApiOperation operation)
    {
        var answers = operation.Responses!;
        foreach (var status in (string[])["400", "401", "403", "429", "503"])
        {
            answers.TryAdd(status, new OpenApiResponse());
        }

        if (IsLive(operation))
        {
            answers.TryAdd("304", new OpenApiResponse { Description = "A stored answer is still valid." });
        }

        if (operation.RequestBody is not null)
        {
            answers.TryAdd("413", new OpenApiResponse());
            answers.TryAdd("415", new OpenApiResponse());
        }

        foreach (var (status, text) in ((string, string)[])[("200", "The answer."), ("201", "Saved."), ("204", "Deleted.")])
        {
            if (answers.TryGetValue(status, out var answer))
            {
                answer.Description = text;
                AddExample(answer, operation.OperationId!);
            }
        }
    }

    private static void AddExample(IOpenApiResponse answer, string operation)
    {
        foreach (var form in (answer.Content ?? new Dictionary<string, IOpenApiMediaType>()).Values.OfType<OpenApiMediaType>())
        {
            form.Examples = AnswerExamples.Of(operation);
        }
    }

    private static void AddHeaders(OpenApiOperation operation)
    {
        foreach (var (status, answer) in operation.Responses!.Where(answer => answer.Key is "200" or "201" or "304" or "429" or "503"))
        {
            ((OpenApiResponse)answer).Headers = HeadersOf(operation, status)
                .ToDictionary(header => header.Name, header => (IOpenApiHeader)new OpenApiHeader
                {
                    Description = header.Description,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
        }
    }

    private static IEnumerable<(string Name, string Description)> HeadersOf(OpenApiOperation operation, string status)
    {
        if (status == "503")
        {
            yield return ("Retry-After", "Seconds to wait.");
            yield break;
        }

        yield return ("RateLimit", "Calls left in the quota and seconds until its window ends (IETF).");
        yield return ("RateLimit-Policy", "The quota and the seconds of its window (IETF).");
        if (status == "429")
        {
            yield return ("Retry-After", "Seconds to wait.");
            yield break;
        }

        yield return (
            "ETag",
            IsLive(operation)
                ? "Changes with the request, the catalog, the day in Japan and the language."
                : "The trip's own version, for If-Match.");
        yield return (
            "Cache-Control",
            IsLive(operation) ? "no-cache: may be stored, but must be checked with If-None-Match before use." : "no-store.");
        if (status == "200"
            && operation.OperationId is { } id
            && (id.StartsWith("list", StringComparison.Ordinal) || id.StartsWith("download", StringComparison.Ordinal)))
        {
            yield return (
                "Link", id.StartsWith("list", StringComparison.Ordinal) ? "RFC 8288: first, prev, next, last." : "RFC 8288: license.");
        }

        if (status == "201")
        {
            yield return ("Location", "Address of the saved trip.");
        }
    }

    private static void AddProblems(OpenApiOperation operation, OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemAnswer), context.SchemaRepository);
        foreach (var (status, answer) in operation.Responses!.Where(answer => answer.Key[0] is '4' or '5'))
        {
            answer.Description = ProblemFacts.Description(status);
            ((OpenApiResponse)answer).Content = new Dictionary<string, IOpenApiMediaType>
            {
                [Problem] = new OpenApiMediaType
                {
                    Schema = schema,
                    Examples = ProblemFacts.Codes(operation.OperationId!, status, operation.RequestBody is not null)
                        .ToDictionary(
                            code => code, code => (IOpenApiExample)new OpenApiExample { Value = ProblemFacts.Example(status, code) }),
                },
            };
        }
    }
}
