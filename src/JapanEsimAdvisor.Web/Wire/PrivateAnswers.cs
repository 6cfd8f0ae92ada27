namespace JapanEsimAdvisor.Web.Wire;

public static class PrivateAnswers
{
    extension(HttpContext context)
    {
        /// <summary>Marks an answer as private: no cache stores it and no search engine lists it.</summary>
        public void KeepPrivate()
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
        }
    }
}
