using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>The texts of a usage check, as codes with arguments.</summary>
public static class UsageNotices
{
    /// <summary>The result of a check, in one sentence.</summary>
    public static Notice Status(UsageCheck check) => (check.Status, check.ChanceOfRunningOut, check.SafePaceGbPerDay) switch
    {
        (_, _, null) => Notice.Of("no-limit"),
        (UsageStatus.Fine, not null, { } pace) => Notice.Of("fine", ("pace", pace)),
        (UsageStatus.Fine, _, { } pace) => Notice.Of("fine-daily", ("pace", pace)),
        (UsageStatus.SlowDown, not null, { } pace) => Notice.Of("slow-down", ("pace", pace)),
        (UsageStatus.SlowDown, _, { } pace) => Notice.Of("slow-down-daily", ("pace", pace)),
        _ when check.Ends is not null => Notice.Of("too-short"),
        _ when check.GbLeft is > 0 and { } gb => Notice.Of("top-up", ("gb", gb)),
        (_, not null, _) => Notice.Of("used-up"),
        _ => Notice.Of("top-up-daily"),
    };

    /// <summary>What to buy, in one sentence.</summary>
    public static Notice Of(Cure cure, CatalogSnapshot catalog)
    {
        var (plan, amount) = (("plan", (object)catalog.NameOf(cure.Plan)), ("amount", (object)new YenAmount(cure.Yen)));
        return cure.Kind switch
        {
            CureKind.OwnTopUp => Notice.Of("cure-own-top-up", plan, amount, ("gb", cure.GbEach * cure.Quantity)),
            CureKind.SamePlan => Notice.Of("cure-same-plan", plan, amount, ("count", cure.Quantity)),
            _ => Notice.Of("cure-pack", plan, amount, ("count", cure.Quantity)),
        };
    }

    /// <summary>Further facts for the reader.</summary>
    /// <param name="check">The check.</param>
    /// <param name="expectedSoFar">Use that was expected before the trip for the days used, GB.</param>
    /// <param name="servesClients">True where the line serves clients or further devices.</param>
    /// <param name="catalog">The catalog.</param>
    public static IEnumerable<Notice> Reasons(UsageCheck check, double expectedSoFar, bool servesClients, CatalogSnapshot catalog)
    {
        var plan = check.Line.Plan;
        if (check.DaysUsed > 0)
        {
            yield return Notice.Of("so-far", ("used", check.Line.GbUsed), ("expected", expectedSoFar));
        }

        if (check.Ends is { } last)
        {
            yield return Notice.Of("ends-early", ("plan", catalog.NameOf(plan)), ("date", last));
        }

        foreach (var notice in OfAllowance(plan, catalog).Concat(servesClients ? OfTethering(plan, catalog) : []))
        {
            yield return notice;
        }

        if (check is { Status: not UsageStatus.Fine, Cure: null })
        {
            yield return Notice.Of("nothing-to-buy");
        }
    }

    private static IEnumerable<Notice> OfAllowance(Plan plan, CatalogSnapshot catalog)
    {
        var name = ("plan", (object)catalog.NameOf(plan));
        if (plan.Allowance.FairUseUnknown)
        {
            yield return Notice.Of("fair-use-unknown", name, ("gb", catalog.Tariff.AssumedFairUseGbPerDay));
        }

        if (plan.Allowance is { Kind: AllowanceKind.Fixed or AllowanceKind.Daily, Gb: null, SpeedKbps: null })
        {
            yield return Notice.Of("allowance-unknown", name);
        }

        if (plan.Allowance.Kind == AllowanceKind.PayAsYouGo)
        {
            yield return Notice.Of("pay-as-you-go", name);
        }

        if (plan.Allowance is { After: AfterAction.Charged, Kind: not AllowanceKind.PayAsYouGo })
        {
            yield return Notice.Of("charged-beyond", name);
        }
    }

    /// <summary>
    /// Notes on the tethering rule. The check shows them and rejects nothing, because the travelers may share the line
    /// already.
    /// </summary>
    private static IEnumerable<Notice> OfTethering(Plan plan, CatalogSnapshot catalog)
    {
        var name = ("plan", (object)catalog.NameOf(plan));
        if (plan.Medium != Medium.PocketWifi)
        {
            switch (plan.Tethering)
            {
                case { Policy: TetherPolicy.Forbidden }:
                    yield return Notice.Of("hotspot-forbidden", name);
                    break;
                case { Policy: TetherPolicy.Capped, CapGb: { } cap }:
                    yield return Notice.Of("hotspot-capped", name, ("gb", cap));
                    break;
                case { MayServe: false }:
                    yield return Notice.Of("hotspot-unconfirmed", name);
                    break;
            }
        }
    }
}
