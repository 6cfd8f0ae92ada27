using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Wire;

public static class ETags
{
    private const int Length = 32;

    /// <summary>Tag of an answer, from everything it depends on.</summary>
    public static string TagOf(FormattableString dependsOn) => TagOf(Encoding.UTF8.GetBytes(FormattableString.Invariant(dependsOn)));

    /// <summary>Tag of fixed content.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..Length];

    /// <summary>The answer as JSON with its tag, or 304 if the caller has it.</summary>
    public static IResult WithETag<T>(this HttpContext context, string tag, Func<T> answer) =>
        context.Tagged(tag, () => Results.Json(answer(), WireJson.Options));

    /// <summary>The answer with its tag, or 304 if the caller has it.</summary>
    public static IResult Tagged(this HttpContext context, string tag, Func<IResult> answer)
    {
        var etag = new EntityTagHeaderValue($"\"{tag}\"");
        context.Response.GetTypedHeaders().ETag = etag;
        context.Response.Headers.CacheControl = "no-cache";
        return IsKnown(context.Request, etag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : answer();
    }

    /// <summary>
    /// A POST that only asks changes nothing, so <c>If-None-Match</c> works for it as for GET. <c>*</c> names no
    /// answer, so it does not count for POST.
    /// </summary>
    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue etag) => request.GetTypedHeaders().IfNoneMatch.Any(candidate =>
        candidate.Equals(EntityTagHeaderValue.Any)
            ? !HttpMethods.IsPost(request.Method)
            : candidate.Compare(etag, useStrongComparison: false));
}
