using System.Globalization;

namespace JapanEsimAdvisor.Web.Wire;

public static class RetryAfter
{
    extension(HttpResponse response)
    {
        /// <summary>Says for how long to wait before asking again, in whole seconds.</summary>
        public void AskAgainAfter(TimeSpan wait) =>
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
