using System.Text.Json;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>What a call to <c>/mcp</c> must meet beyond the rules for every call to the API.</summary>
public static partial class AgentCalls
{
    /// <summary>Size of a body of the API plus the message around it.</summary>
    private const int MostKilobytes = JsonBody.MostKilobytes + 8;

    /// <summary>
    /// The Model Context Protocol asks servers to check <c>Origin</c> against DNS rebinding. A page that rebinds a name
    /// has no certificate for it, so its origin is plain http, or null inside a sandboxed frame. All other origins are
    /// answered as the API answers them: pages over HTTPS, pages of the own machine, and pages of programs with a
    /// scheme of their own, which no name server resolves.
    /// </summary>
    public static async Task CheckOriginAsync(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin;
        if (origin.Count == 0 || (origin is [{ } only] && (AllowedOrigin.Read(only) is not null || OfProgram().IsMatch(only))))
        {
            await next(context);
            return;
        }

        context.SpeakAsAsked();
        context.Response.Headers.CacheControl = "no-store";
        await ApiProblems.Status(context, StatusCodes.Status403Forbidden, "insecure-origin").ExecuteAsync(context);
    }

    /// <summary>
    /// Reads a message before the protocol's library does, with the strict rules and the size limit of API bodies. Only
    /// POST is accepted: without sessions there is nothing to listen to and nothing to end.
    /// </summary>
    public static async Task ReadBodyAsync(HttpContext context, RequestDelegate next)
    {
        context.SpeakAsAsked();
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            await ApiProblems.Status(context, StatusCodes.Status405MethodNotAllowed, "method-not-allowed").ExecuteAsync(context);
            return;
        }

        var (body, problem) = await JsonBody.ReadAsync(context, MostKilobytes);
        if (problem is not null)
        {
            await problem.ExecuteAsync(context);
            return;
        }

        await HandOnAsync(context, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Options), next);
    }

    private static async Task HandOnAsync(HttpContext context, byte[] body, RequestDelegate next)
    {
        // The body is UTF-8 now. The library would decode it with the encoding that the caller named.
        var request = context.Request;
        (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(body), body.Length, "application/json");
        try
        {
            await next(context);
        }
        catch (JsonException) when (!context.Response.HasStarted)
        {
            await ApiProblems.Status(context, StatusCodes.Status400BadRequest, "not-json-rpc").ExecuteAsync(context);
        }
    }

    /// <summary>An origin such as <c>vscode-webview://0f3c</c>, which is neither a web page nor a file.</summary>
    [GeneratedRegex(@"\A(?!(?:https?|wss?|ftp|file|data|blob):)[a-z][a-z0-9+.-]{1,39}://[A-Za-z0-9][A-Za-z0-9._-]{0,199}(?::[0-9]{1,5})?\z")]
    private static partial Regex OfProgram();
}
