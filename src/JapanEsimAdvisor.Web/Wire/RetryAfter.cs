using System.Globalization;

namespace JapanEsimAdvisor.Web.Wire;

public static class RetryAfter
{
    extension(HttpResponse response)
    {
        /// <summary>Sets how long to wait before the next try, in whole seconds.</summary>
        public void AskAgainAfter(TimeSpan wait) =>
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
