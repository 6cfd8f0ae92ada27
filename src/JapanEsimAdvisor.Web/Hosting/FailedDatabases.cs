using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Storage;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>
/// Answers 503 if a database fails in a request: problem details for programs, the status page for readers. Runs after
/// the status page middleware and before everything that reads a database.
/// </summary>
public sealed partial class FailedDatabases(RequestDelegate next, ILogger<FailedDatabases> log)
{
    private static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan WhenFailed = TimeSpan.FromMinutes(1);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && DatabaseFailure.Of(exception) is not null)
        {
            var failure = DatabaseFailure.Of(exception)!;
            LogFailed(failure, failure.IsOfFile ? null : exception);
            await AnswerAsync(context, failure);
        }
    }

    private static Task AnswerAsync(HttpContext context, DatabaseFailure failure)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.AskAgainAfter(failure.IsBusy ? WhenBusy : WhenFailed);
        return context.Is<CalledByPrograms>() ? ProblemOf(context, failure).ExecuteAsync(context) : Task.CompletedTask;
    }

    private static IResult ProblemOf(HttpContext context, DatabaseFailure failure)
    {
        context.SpeakAsAsked();
        var code = failure.IsBusy ? "database-busy" : "database-failed";
        return ApiProblems.Status(context, StatusCodes.Status503ServiceUnavailable, code);
    }

    [LoggerMessage(LogLevel.Error, "Answered 503: {Failure}")]
    private partial void LogFailed(DatabaseFailure failure, Exception? exception);
}
