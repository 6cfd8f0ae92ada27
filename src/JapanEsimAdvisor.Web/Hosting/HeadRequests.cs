namespace JapanEsimAdvisor.Web.Hosting;

public static class HeadRequests
{
    /// <summary>
    /// Routes HEAD to the endpoint of GET, which runs as for GET. The server sends only its headers (RFC 9110, 9.3.2).
    /// Wraps routing.
    /// </summary>
    public static void UseHeadAsGet(this WebApplication app, Action<WebApplication> routing)
    {
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get;
                context.Items[typeof(HeadRequests)] = true;
            }

            return next(context);
        });
        routing(app);
        app.Use((context, next) =>
        {
            if (context.Items.Remove(typeof(HeadRequests)))
            {
                context.Request.Method = HttpMethods.Head;
            }

            return next(context);
        });
    }
}
