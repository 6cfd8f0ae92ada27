using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>Error answers without a body get one: problem details for programs, a page for readers.</summary>
public static class StatusPages
{
    public static void UseStatusPages(this WebApplication app)
    {
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseWhen(context => context.Is<CalledByPrograms>(), programs =>
        {
            programs.UseExceptionHandler(failed => failed.Run(context => AnswerAsync(context, StatusCodes.Status500InternalServerError)));
            programs.UseStatusCodePages(context => AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        });
        app.UseBrokenRequests();
    }

    /// <summary>Chooses the language, because no endpoint has done it.</summary>
    private static Task AnswerAsync(HttpContext context, int status)
    {
        context.SpeakAsAsked();
        return ApiProblems.Status(context, status, CodeOf(status), ("id", context.Request.Path.Value ?? string.Empty))
            .ExecuteAsync(context);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "unreadable-request",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status408RequestTimeout => "request-timeout",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status429TooManyRequests => "quota-exceeded",
        < 500 => "invalid-request",
        _ => "server-error",
    };
}
