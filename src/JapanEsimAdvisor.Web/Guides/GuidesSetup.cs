using JapanEsimAdvisor.Web.Catalog;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Guides;

public static class GuidesSetup
{
    public static void AddGuides(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(services => Read(services.GetRequiredService<IOptions<CatalogOptions>>().Value));

    /// <summary>Reads the guides before the first request.</summary>
    /// <exception cref="InvalidDataException">They were refused; says every reason.</exception>
    public static void ReadGuides(this WebApplication app) => app.Services.GetRequiredService<GuideShelf>();

    private static GuideShelf Read(CatalogOptions options)
    {
        var (shelf, problems) = GuideReader.Read(options.DataPath);
        return problems.IsEmpty ? shelf : throw new InvalidDataException("The guides were refused:\n" + string.Join('\n', problems));
    }
}
