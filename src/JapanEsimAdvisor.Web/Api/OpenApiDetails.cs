using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Site;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace JapanEsimAdvisor.Web.Api;

/// <summary>What the document cannot learn from signatures: the language parameter, the address form of a trip, examples that work today.</summary>
public sealed class OpenApiDetails(TimeProvider clock) : IOperationFilter
{
    private const int DaysAhead = 120;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Parameter("lang", "Language of the texts: en, zh-Hans, zh-Hant, ja or ko. Accept-Language counts where it is left out."));
        if (operation.OperationId == "recommendFromLink")
        {
            foreach (var (name, text) in LinkParameters())
            {
                operation.Parameters.Add(Parameter(name, text));
            }
        }

        if (operation.OperationId is "changeTrip" or "deleteTrip")
        {
            operation.Parameters.Add(Header(TripsApi.EditToken, "The token told when the trip was saved."));
        }

        if (operation.OperationId is "changeTrip")
        {
            operation.Parameters.Add(Header("If-Match", "The ETag last read, or * for whatever is there."));
        }

        AddExamples(operation);
    }

    private void AddExamples(OpenApiOperation operation)
    {
        var examples = operation.OperationId switch
        {
            "recommend" => RequestExamples.All(clock.TodayInJapan().AddDays(DaysAhead)),
            "checkUsage" => RequestExamples.UsageChecks(clock.TodayInJapan().AddDays(DaysAhead)),
            "saveTrip" or "changeTrip" => RequestExamples.SavedTrips(clock.TodayInJapan().AddDays(DaysAhead)),
            _ => [],
        };
        if (examples.Any() && operation.RequestBody?.Content?["application/json"] is OpenApiMediaType body)
        {
            body.Examples = examples
                .ToDictionary(example => example.Name, example => (IOpenApiExample)new OpenApiExample { Summary = example.Summary, Value = JsonNode.Parse(example.Json) });
        }
    }

    private static OpenApiParameter Header(string name, string description)
    {
        var parameter = Parameter(name, description);
        (parameter.In, parameter.Required) = (ParameterLocation.Header, true);
        return parameter;
    }

    private static OpenApiParameter Parameter(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static IEnumerable<(string Name, string Text)> LinkParameters() =>
    [
        ("people", "1 to 60"),
        ("days", "1 to 365"),
        ("arrival", "YYYY-MM-DD"),
        ("departure", "YYYY-MM-DD"),
        ("airport", "IATA code of the airport of arrival"),
        ("home", "ISO 3166 code of the country the party comes from"),
        ("usage", "light, typical, heavy, work"),
        ("apart", "never, sometimes, often"),
        ("operator", "operator id"),
        ("currency", "ISO 4217 code"),
        ("priority", "price, balanced, ease"),
        ("include", "frontier, flip-points, why-not, percentiles, fair-split, backup"),
        ("whyNot", "plan ids to say of why they are not the advice, at most 10"),
        ("basket", "basketId of the answer to be shown as chosen"),
    ];
}
