namespace JapanEsimAdvisor.Web.Hosting;

public static class Server
{
    /// <summary>More than any request needs, so that a larger body is refused before it is read.</summary>
    private const int MostBytesOfABody = 256 * 1024;

    /// <summary>The server names no software and reads no large bodies.</summary>
    public static void AddServer(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytesOfABody;
    });
}
