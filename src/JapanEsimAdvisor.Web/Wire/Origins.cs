namespace JapanEsimAdvisor.Web.Wire;

public static class Origins
{
    extension(HttpRequest request)
    {
        /// <summary>The site's own origin as the reader sees it, without a trailing slash.</summary>
        public string Origin => $"{request.Scheme}://{request.Host}";
    }
}
