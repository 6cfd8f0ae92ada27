using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>One device: what it can, by the market it was made for. A helpful 404 where there is none of the id.</summary>
public sealed class DeviceModel(CatalogInService service) : SitePage
{
    private const int MostResembling = 6;

    public CatalogSnapshot Catalog => service.Snapshot;

    public string Asked { get; private set; } = string.Empty;

    public Device? Device { get; private set; }

    /// <summary>ISO code of the market asked about; null where none is.</summary>
    public string? Market { get; private set; }

    public IEnumerable<Device> Resembling => service.Devices.Nearest(Asked).Take(MostResembling);

    /// <summary>A trip with this phone begun.</summary>
    public string Start => Link() + QueryString.Create([new("travelers[0].phone", Device!.Id), .. Market is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("travelers[0].phoneMarket", Market)]]);

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
