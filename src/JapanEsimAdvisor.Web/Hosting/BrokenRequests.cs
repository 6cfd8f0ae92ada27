using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>
/// Handles unreadable requests: broken chunks, bodies that are too large or too slow, an invalid host name. The caller
/// causes them, so the answer is 400, 408 or 413 and the log gets one line.
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

    /// <summary>Reads the host here, because pages with their own address read it, also the error page.</summary>
    /// <exception cref="BadHttpRequestException">The host is not a valid name, such as <c>xn--0</c>.</exception>
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

    /// <summary>The error page must not read the rest of the body, because that would fail again.</summary>
    private static void Refuse(HttpContext context, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge
            ? status
            : StatusCodes.Status400BadRequest;
        context.Response.Headers.CacheControl = "no-store";
        context.Request.Headers.Remove(HeaderNames.ContentType);
        context.Request.Body = Stream.Null;
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Address} could not be read: {Status}")]
    private static partial void LogBroken(ILogger log, string method, string address, int status);
}
