namespace JapanEsimAdvisor.Web.Wire;

public static class CacheHeaders
{
    extension(HttpContext context)
    {
        /// <summary>
        /// Lets the reader's own device store a private page, to open it without a network, but no shared cache.
        /// </summary>
        public void KeepWithReader() => context.Response.Headers.CacheControl = "private, no-cache";
    }
}
