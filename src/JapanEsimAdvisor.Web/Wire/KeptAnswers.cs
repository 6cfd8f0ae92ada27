namespace JapanEsimAdvisor.Web.Wire;

public static class KeptAnswers
{
    extension(HttpContext context)
    {
        /// <summary>Says that a private page may stay on its reader's own device, to open without a network; on none between.</summary>
        public void KeepWithReader() => context.Response.Headers.CacheControl = "private, no-cache";
    }
}
