using System.Text.Json;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>What is asked of a call to <c>/mcp</c> beyond what is asked of every call to the API.</summary>
public static partial class AgentCalls
{
    /// <summary>A body of the API and the message around it.</summary>
    private const int MostKilobytes = JsonBody.MostKilobytes + 8;

    /// <summary>
    /// The Model Context Protocol has servers look at <c>Origin</c>, so that no page can reach one by making its own name mean the server's address. Such
    /// a page has no certificate for the name it took, so its origin is plain http, or null inside a sandboxed frame. Every other is answered as by the API:
    /// pages over HTTPS, of the own machine, and those that programs bring along under a scheme of their own, where no name server has a say.
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

    /// <summary>Reads a message as the API reads its bodies, before the protocol's library does: as strictly, and no more of it. Nothing else is taken: without sessions there is nothing to listen to or to end.</summary>
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
        // As it is now: the library would read it by the encoding that the caller named.
        (context.Request.Body, context.Request.ContentLength, context.Request.ContentType) = (new MemoryStream(body), body.Length, "application/json");
        try
        {
            await next(context);
        }
        catch (JsonException) when (!context.Response.HasStarted)
        {
            await ApiProblems.Status(context, StatusCodes.Status400BadRequest, "not-json-rpc").ExecuteAsync(context);
        }
    }

    /// <summary>An origin such as <c>vscode-webview://0f3c</c>: neither a page of the web nor a file.</summary>
    [GeneratedRegex(@"\A(?!(?:https?|wss?|ftp|file|data|blob):)[a-z][a-z0-9+.-]{1,39}://[A-Za-z0-9][A-Za-z0-9._-]{0,199}(?::[0-9]{1,5})?\z")]
    private static partial Regex OfProgram();
}
