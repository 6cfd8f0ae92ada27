using JapanEsimAdvisor.Web.Catalog;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Guides;

public static class GuidesSetup
{
    public static void AddGuides(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(services => Read(services.GetRequiredService<IOptions<CatalogOptions>>().Value));

    /// <summary>Reads the guides before the first request.</summary>
    /// <exception cref="InvalidDataException">The guides were refused; the message holds every reason.</exception>
    public static void ReadGuides(this WebApplication app) => app.Services.GetRequiredService<GuideStore>();

    private static GuideStore Read(CatalogOptions options)
    {
        var (guides, problems) = GuideReader.Read(options.DataPath);
        return problems.IsEmpty ? guides : throw new InvalidDataException("The guides were refused:\n" + string.Join('\n', problems));
    }
}
