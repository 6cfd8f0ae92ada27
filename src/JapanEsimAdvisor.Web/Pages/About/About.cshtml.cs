using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.About;

/// <summary>About the data: the method, all sellers with their dates, the tariff, the gaps, the rates.</summary>
public sealed class AboutModel(CatalogInService service, TimeProvider clock) : SitePage
{
    public CatalogSnapshot Catalog => service.Snapshot;

    public int StaleAfterDays => Catalog.Tariff.StaleAfterDays;

    public int Advisable => Catalog.Plans.Count(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null);

    public int Stale => Catalog.Plans.Count(plan => StaleFacts.IsStale(plan, StaleLimit));

    /// <summary>Day in Japan on which this content came into service.</summary>
    public DateOnly ImportedOn => DateOnly.FromDateTime(service.ImportedAt.UtcDateTime.AddHours(JapanTime.UtcOffsetHours));

    public (string? Oldest, string? Newest) PricesChecked =>
        AdviceView.PricesChecked(Catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null));

    public IEnumerable<SellerDates> Sellers => Catalog.Plans
        .GroupBy(plan => plan.SellerId, StringComparer.Ordinal)
        .Select(plans => DatesOf(Catalog.Sellers[plans.Key], [.. plans]))
        .OrderBy(dates => dates.Seller.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gaps in the data of plans still sold, with the number of plans.</summary>
    public IEnumerable<(string Key, int Plans)> Gaps()
    {
        var sold = Catalog.Plans.Where(plan => plan.Offered).ToList();
        yield return ("undated", sold.Count(plan => plan.Source.Checked is null));
        yield return ("no-price", sold.Count(plan => plan is { Prices.IsEmpty: true, PricePerGb: null }));
        yield return ("range", sold.Count(plan => !plan.PriceConfirmed));
        yield return ("coverage", sold.Count(plan => plan.Countries is not { } countries || !countries.Contains("JP")));
        yield return ("tethering", sold.Count(plan => plan.Tethering.Policy == TetherPolicy.Unknown));
        yield return ("network", sold.Count(plan => plan.Networks.IsEmpty));
        yield return ("clock", sold.Count(plan => plan.Validity.Clock == ValidityClock.Unknown));
        yield return ("fair-use", sold.Count(plan => plan.Allowance.FairUseUnknown));
        yield return ("after", sold.Count(plan => plan.Allowance is { After: AfterAction.Unknown, Kind: not AllowanceKind.PayAsYouGo }));
        yield return ("weak", sold.Count(plan => plan.Source.IsWeak));
    }

    public int Sold => Catalog.Plans.Count(plan => plan.Offered);

    public int DevicesUnknown =>
        Catalog.Devices.Values.Count(device => device is { Class: DeviceClass.Phone, Esim: Core.Trips.Tristate.Unknown });

    public int Phones => Catalog.Devices.Values.Count(device => device.Class == DeviceClass.Phone);

    public void OnGet() => Response.Headers.CacheControl = "no-cache";

    private DateOnly StaleLimit => clock.TodayInJapan().AddDays(-StaleAfterDays);

    private SellerDates DatesOf(Seller seller, IReadOnlyList<Plan> plans)
    {
        var newest = AdviceView.PricesChecked(plans).Newest;
        return new SellerDates(
            seller,
            plans.Count,
            plans.Count(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null),
            newest,
            Source.LatestDay(newest) is { } day ? Math.Max(0, clock.TodayInJapan().DayNumber - day.DayNumber) : null);
    }
}

/// <summary>Age of our data about a seller.</summary>
/// <param name="Checked">
/// The newest date of its plans, as exact as the source states it; null if no plan has one.
/// </param>
/// <param name="AgeDays">Days since then, at least.</param>
public sealed record SellerDates(Seller Seller, int Plans, int Advisable, string? Checked, int? AgeDays);
