namespace JapanEsimAdvisor.Web.Hosting;

public static class Server
{
    /// <summary>Larger than any valid request; larger bodies are refused before they are read.</summary>
    private const int MostBytesOfABody = 256 * 1024;

    /// <summary>The server sends no <c>Server</c> header and refuses large bodies.</summary>
    public static void AddServer(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytesOfABody;
    });
}
