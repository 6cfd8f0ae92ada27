using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Partners.Links;

/// <summary>
/// Lets the inner middleware build the neutral answer, then inserts the partner's links, so that inner caches hold
/// neutral answers. The ETag gets a mark of the template, because the bytes differ.
/// </summary>
public static class BuyLinks
{
    private const int MarkLength = 16;

    public static async Task PutAsync(HttpContext context, RequestDelegate next)
    {
        var template = context.Caller.Key?.Partner.Link;
        if (template is null || context.GetEndpoint()?.Metadata.GetMetadata<HoldsBuyUrls>() is null)
        {
            await next(context);
            return;
        }

        var mark = "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template.Text)))[..MarkLength];
        TakeMark(context.Request, mark);
        using var neutral = new MemoryStream();
        await CatchAsync(context, neutral, next);
        GiveMark(context.Response, mark);
        await WriteAsync(context, neutral, template);
    }

    /// <summary>Inserts the caller's links into a neutral answer.</summary>
    /// <param name="call">Endpoint of the API call that built the answer.</param>
    /// <param name="neutral">JSON in UTF-8.</param>
    public static ReadOnlyMemory<byte> Of(Caller caller, Endpoint call, int status, ReadOnlyMemory<byte> neutral) =>
        status == StatusCodes.Status200OK
            && caller.Key?.Partner.Link is { } template
            && call.Metadata.GetMetadata<HoldsBuyUrls>() is not null
            ? BuyUrls.Put(neutral.Span, template)
            : neutral;

    /// <summary>Runs the call and buffers its answer.</summary>
    private static async Task CatchAsync(HttpContext context, MemoryStream into, RequestDelegate next)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Response.Body = into;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(sent);
        }
    }

    private static async Task WriteAsync(HttpContext context, MemoryStream neutral, LinkTemplate template)
    {
        ReadOnlyMemory<byte> body = neutral.GetBuffer().AsMemory(0, (int)neutral.Length);
        if (body.IsEmpty)
        {
            return;
        }

        var isAnswer = context.Response.StatusCode == StatusCodes.Status200OK

                && MediaTypeHeaderValue.TryParse(context.Response.ContentType, out var type)
                && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase);
        body = isAnswer ? BuyUrls.Put(body.Span, template) : body;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>
    /// The caller's tags without the template's mark. Tags without this mark do not belong to this answer and are
    /// dropped.
    /// </summary>
    private static void TakeMark(HttpRequest request, string mark)
    {
        var headers = request.GetTypedHeaders();
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            headers.IfNoneMatch =
            [
                .. headers.IfNoneMatch.Where(tag => tag.Equals(EntityTagHeaderValue.Any)
                    || tag.Tag.EndsWith(mark + "\"", StringComparison.Ordinal))
                    .Select(tag => Unmarked(tag, mark)),
            ];
        }
    }

    private static EntityTagHeaderValue Unmarked(EntityTagHeaderValue tag, string mark) =>
        tag.Equals(EntityTagHeaderValue.Any) ? tag : new EntityTagHeaderValue(tag.Tag.Value![..^(mark.Length + 1)] + "\"", tag.IsWeak);

    private static void GiveMark(HttpResponse response, string mark)
    {
        var headers = response.GetTypedHeaders();
        if (headers.ETag is { } tag)
        {
            headers.ETag = new EntityTagHeaderValue(tag.Tag.Value![..^1] + mark + "\"", tag.IsWeak);
        }
    }
}
