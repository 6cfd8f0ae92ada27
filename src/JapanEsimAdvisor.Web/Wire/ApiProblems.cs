using JapanEsimAdvisor.Web.Languages;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>Errors as RFC 9457 problem details with a stable <c>code</c> and words in the reader's language.</summary>
public static class ApiProblems
{
    public const string TypePrefix = "urn:japan-esim-advisor:problem:";

    /// <summary>400 with every field that is wrong, keyed by its JSON path.</summary>
    public static IResult Invalid(HttpContext context, IReadOnlyCollection<FieldError> errors)
    {
        var code = errors.Any(error => error.Code == "trip-over") ? "trip-over" : "invalid-request";
        var problem = Problem(context, StatusCodes.Status400BadRequest, code);
        context.RequestServices.GetRequiredService<SiteMeters>().Rejected(errors);
        problem.Extensions["errors"] = errors
            .GroupBy(error => KeyMask.Of(error.Path), StringComparer.Ordinal)
            .ToDictionary(
                field => field.Key, field => field.Select(error => KeyMask.Of(context.Words.Say(error))).ToArray(), StringComparer.Ordinal);
        problem.Extensions["codes"] = errors
            .GroupBy(error => KeyMask.Of(error.Path), StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(error => error.Code).ToArray(), StringComparer.Ordinal);
        return Results.Problem(problem);
    }

    public static IResult Status(
        HttpContext context, int status, string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Results.Problem(Problem(context, status, code, arguments));

    public static ProblemDetails Problem(
        HttpContext context, int status, string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new()
        {
            Type = TypePrefix + code,
            Status = status,
            Title = context.Words[$"problem.{code}.title"],
            Detail = KeyMask.Of(context.Words.Say($"problem.{code}.detail", arguments)),
            Extensions = { ["code"] = code },
        };

    /// <summary>Words of a field error.</summary>
    public static string Say(this Words words, FieldError error) =>
        words.Say(
            "error." + error.Code,
            [.. error.Arguments.Select(argument => (
                argument.Name, argument.Value is string text ? FreeText.Quoted(text) : argument.Value))]);
}
