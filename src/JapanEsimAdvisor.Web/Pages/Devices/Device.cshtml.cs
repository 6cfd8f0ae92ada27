using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>One device and its functions by market. A 404 with suggestions for an unknown id.</summary>
public sealed class DeviceModel(CatalogInService service) : SitePage
{
    private const int MostResembling = 6;

    public CatalogSnapshot Catalog => service.Snapshot;

    public string Asked { get; private set; } = string.Empty;

    public Device? Device { get; private set; }

    /// <summary>ISO code of the requested market; null if there is none.</summary>
    public string? Market { get; private set; }

    public IEnumerable<Device> Resembling => service.Devices.Nearest(Asked).Take(MostResembling);

    /// <summary>Address of the form with this phone filled in.</summary>
    public string Start =>
        Link() + QueryString.Create(
        [
            new("travelers[0].phone", Device!.Id),
            .. Market is null ? Array.Empty<KeyValuePair<string,
            string?>>() : [new("travelers[0].phoneMarket", Market)],
        ]);

    public IActionResult OnGet(string id)
    {
        Asked = id;
        Device = Catalog.Devices.GetValueOrDefault(id);
        Market = Request.Query["market"].ToString() is { Length: > 0 } market && Countries.Knows(market) ? market : null;
        Response.Headers.CacheControl = "no-cache";
        Response.StatusCode = Device is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }
}
