using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>Search for devices by name, which tolerates misspelling, and by the market of purchase.</summary>
public sealed class IndexModel(CatalogInService service) : SitePage, IFieldErrors
{
    public const int MostShown = 24;

    private const int FewestOfABrand = 5;

    private const int MostNearest = 6;

    private IReadOnlyList<Device> _found = [];

    public CatalogSnapshot Catalog => service.Snapshot;

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public string Typed => Request.Query["q"].ToString().Trim();

    public string? Market { get; private set; }

    public bool IsAsked => Typed.Length > 0;

    public int Total => _found.Count;

    public IEnumerable<Device> Shown => _found.Take(MostShown);

    /// <summary>The closest devices if no name matches.</summary>
    public IEnumerable<Device> Nearest => service.Devices.Nearest(Typed).Take(MostNearest);

    public IEnumerable<string> Brands => Catalog.Devices.Values
        .Where(device => device.Class == DeviceClass.Phone)
        .GroupBy(device => device.Brand, StringComparer.Ordinal)
        .Where(brand => brand.Count() >= FewestOfABrand)
        .OrderByDescending(brand => brand.Count())
        .Select(brand => brand.Key);

    public IEnumerable<(DeviceClass Class, IReadOnlyList<Device> Devices)> Others => Catalog.Devices.Values
        .Where(device => device.Class != DeviceClass.Phone)
        .GroupBy(device => device.Class)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, (IReadOnlyList<Device>)[.. group]));

    public string? ErrorAt(string path) => Errors.FirstOrDefault(error => error.Path == path) is { } error ? Words.Say(error) : null;

    public string Searching(string words) => Link("/devices") + Query(("q", words), ("market", Market));

    public string At(Device device) => Link("/devices/" + device.Id) + Query(("market", Market));

    public IActionResult OnGet()
    {
        var query = new QueryFields(Request.Query);
        Market = query.Country("market");
        Errors = query.Errors;
        _found = IsAsked && Errors.Count == 0 ? [.. service.Devices.Find(Typed)] : [];
        Response.Headers.CacheControl = "no-cache";
        Response.StatusCode = Errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }

    private static string Query(params (string Name, string? Value)[] said) =>
        new QueryBuilder(said.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!)))
            .ToString();
}
