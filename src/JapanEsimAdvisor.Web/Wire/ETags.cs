using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Wire;

public static class ETags
{
    private const int Length = 32;

    /// <summary>Tag of an answer by all that it depends on.</summary>
    public static string TagOf(FormattableString dependsOn) => TagOf(Encoding.UTF8.GetBytes(FormattableString.Invariant(dependsOn)));

    /// <summary>Tag of what is served as it is.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..Length];

    /// <summary>The answer as JSON with its tag, or 304 where the caller has it.</summary>
    public static IResult WithETag<T>(this HttpContext context, string tag, Func<T> answer) => context.Tagged(tag, () => Results.Json(answer(), WireJson.Options));

    /// <summary>The answer with its tag, or 304 where the caller has it.</summary>
    public static IResult Tagged(this HttpContext context, string tag, Func<IResult> answer)
    {
        var etag = new EntityTagHeaderValue($"\"{tag}\"");
        context.Response.GetTypedHeaders().ETag = etag;
        context.Response.Headers.CacheControl = "no-cache";
        return IsKnown(context.Request, etag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : answer();
    }

    /// <summary>Questions that are posted change nothing, so a tag at hand counts for them as for a GET; <c>*</c> names none, and only says of an address that it answers.</summary>
    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue etag) => request.GetTypedHeaders().IfNoneMatch.Any(candidate =>
        candidate.Equals(EntityTagHeaderValue.Any) ? !HttpMethods.IsPost(request.Method) : candidate.Compare(etag, useStrongComparison: false));
}
