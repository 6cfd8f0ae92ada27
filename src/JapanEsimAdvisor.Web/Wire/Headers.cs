using System.Globalization;

namespace JapanEsimAdvisor.Web.Wire;

public static class Headers
{
    extension(HttpRequest request)
    {
        /// <summary>The site's own origin as the reader sees it, without a trailing slash.</summary>
        public string Origin => $"{request.Scheme}://{request.Host}";
    }

    extension(HttpResponse response)
    {
        /// <summary>Sets how long to wait before the next try, in whole seconds.</summary>
        public void AskAgainAfter(TimeSpan wait) =>
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    extension(HttpContext context)
    {
        /// <summary>
        /// Lets the reader's own device store a private page, to open it without a network, but no shared cache.
        /// </summary>
        public void KeepWithReader() => context.Response.Headers.CacheControl = "private, no-cache";

        /// <summary>Marks an answer as private: no cache stores it and no search engine lists it.</summary>
        public void KeepPrivate()
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
        }
    }
}
