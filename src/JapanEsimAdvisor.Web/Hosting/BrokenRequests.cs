using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>
/// Requests that cannot be read: broken chunks, bodies that are too large or too slow, a host that is not a valid name. This is the caller's fault, so
/// the answer is 400, 408 or 413 and the log holds one line.
/// </summary>
public static partial class BrokenRequests
{
    public static void UseBrokenRequests(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(BrokenRequests));
        app.Use(async (context, next) =>
        {
            try
            {
                CheckHost(context.Request);
                await next(context);
            }
            catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
            {
                LogBroken(log, context.MethodForLogs, context.AddressForLogs, broken.StatusCode);
                Refuse(context, broken.StatusCode);
            }
        });
    }

    /// <summary>A host is read wherever a page names its own address, also on the error page.</summary>
    /// <exception cref="BadHttpRequestException">It is not a valid name, such as <c>xn--0</c>.</exception>
    private static void CheckHost(HttpRequest request)
    {
        try
        {
            _ = request.Host;
        }
        catch (ArgumentException broken)
        {
            request.Headers.Host = default;
            throw new BadHttpRequestException("The host cannot be read.", broken);
        }
    }

    /// <summary>What is left of the body is not for the error page: it would fail again.</summary>
    private static void Refuse(HttpContext context, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge ? status : StatusCodes.Status400BadRequest;
        context.Response.Headers.CacheControl = "no-store";
        context.Request.Headers.Remove(HeaderNames.ContentType);
        context.Request.Body = Stream.Null;
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Address} could not be read: {Status}")]
    private static partial void LogBroken(ILogger log, string method, string address, int status);
}
