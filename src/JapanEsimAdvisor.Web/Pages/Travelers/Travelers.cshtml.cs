using System.Globalization;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Travelers;

/// <summary>One card a person or sub-group. Adding and removing are buttons of the form: the same trip again with a card more or less.</summary>
public sealed class TravelersModel(CatalogInService service, TimeProvider clock) : SitePage
{
    private const int MostRows = 100;

    public TripForm Form => new(Request.Query, service, Words, clock.TodayInJapan(), [], isFull: true);

    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-cache";
        return Request.Query.ContainsKey("add") ? Added() : RowToRemove is { } row ? Removed(row) : Page();
    }

    private int? RowToRemove => int.TryParse(Request.Query["remove"], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private IEnumerable<KeyValuePair<string, string>> Given => PageQuery.ValuesOf(Request.Query);

    /// <summary>So many people become the first card, that the next may stand beside it.</summary>
    private RedirectResult Added()
    {
        var rows = Form.Rows.ToHashSet();
        var said = Given.ToList();
        if (!said.Exists(pair => PageQuery.RowOf(pair.Key) is not null))
        {
            said.AddRange(rows.Select(row => KeyValuePair.Create($"travelers[{row}].count", Form.Choice($"travelers[{row}].count", "1"))));
            said.RemoveAll(pair => pair.Key == "people");
        }

        var next = Enumerable.Range(0, MostRows).First(row => !rows.Contains(row) && (row > rows.Max() || rows.Max() == MostRows - 1));
        return Redirect(Address(said.Append(KeyValuePair.Create($"travelers[{next}].count", "1"))) + $"#traveler-{next}");
    }

    private RedirectResult Removed(int row) => Redirect(Address(Given.Where(pair => PageQuery.RowOf(pair.Key) != row)));

    private string Address(IEnumerable<KeyValuePair<string, string>> said) => Link("/travelers") + new QueryBuilder(said).ToString();
}
