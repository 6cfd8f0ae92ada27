namespace JapanEsimAdvisor.Web.Wire;

public static class PrivateAnswers
{
    extension(HttpContext context)
    {
        /// <summary>Says that an answer is for its reader alone: in no store, in no search engine.</summary>
        public void KeepPrivate()
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
        }
    }
}
