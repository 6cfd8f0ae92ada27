using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>What to do by when, for a basket.</summary>
/// <param name="When">One of <see cref="Moments.All"/>.</param>
/// <param name="Due">Last day; null where only the moment matters.</param>
public sealed record ChecklistTask(string When, DateOnly? Due, string? Traveler, Notice Notice);

/// <summary>When a task is to be done.</summary>
public static class Moments
{
    public const string BeforeDeparture = "before-departure";

    public const string OnArrival = "on-arrival";

    public const string During = "during";

    public const string BeforeLeaving = "before-leaving";

    /// <summary>In the order of a trip.</summary>
    public static readonly ImmutableArray<string> All = [BeforeDeparture, OnArrival, During, BeforeLeaving];
}

public static class Checklist
{
    public static IEnumerable<ChecklistTask> Of(Recommendation advice, Basket basket) =>
        basket.Pods.Where(placed => placed.Pod.Bundle is not null)
            .SelectMany(placed => OfPod(advice, placed))
            .DistinctBy(task => (task.When, task.Due, task.Traveler, task.Notice.Code, Plan: task.Notice.Arguments.FirstOrDefault().Value))
            .OrderBy(task => Moments.All.IndexOf(task.When))
            .ThenBy(task => task.Due);

    /// <summary>Last day on which a plan can be bought: the day of arrival for a download, else what its seller needs to hand it over.</summary>
    public static DateOnly BuyBefore(Recommendation advice, PlacedPod placed, Plan plan)
    {
        var stay = advice.Trip.Stay;
        if (plan.Medium is Medium.Esim or Medium.Roaming)
        {
            return stay.Arrival.AddDays(StartsAtOnce(plan) ? 0 : -1);
        }

        var buyer = new Buyer(advice.Hosts[placed.Pod.HostType].Type, advice.Trip, advice.Catalog, advice.Today < stay.Arrival ? advice.Today : stay.Arrival);
        var lead = CanStillBeHad.WaysOpen(plan, buyer).Select(way => way.LeadDays ?? DefaultLead(way, advice.Catalog.Tariff)).DefaultIfEmpty(0).Min();
        return stay.Arrival.AddDays(-lead);
    }

    private static int DefaultLead(Handover way, InconvenienceTariff tariff) =>
        way.How is HandoverKind.AirportCounter or HandoverKind.Shop or HandoverKind.VendingMachine ? 0 : tariff.DeliveryLeadDaysWhenUnknown;

    private static bool StartsAtOnce(Plan plan) => plan.Validity.Starts == ValidityStart.Purchase;

    private static IEnumerable<ChecklistTask> OfPod(Recommendation advice, PlacedPod placed)
    {
        foreach (var item in placed.Pod.Bundle!.Items)
        {
            foreach (var task in OfPlan(advice, placed, item))
            {
                yield return task;
            }
        }

        if (placed.Pod.Kind == PodKind.Hotspot)
        {
            yield return Task(Moments.During, null, "carry-power-bank");
        }

        ChecklistTask Task(string when, DateOnly? due, string code) => new(when, due, placed.Host, Notice.For([placed.Host], code));
    }

    private static IEnumerable<ChecklistTask> OfPlan(Recommendation advice, PlacedPod placed, BundleItem item)
    {
        var (stay, plan) = (advice.Trip.Stay, item.Plan);
        var buyBefore = BuyBefore(advice, placed, plan);
        switch (plan.Medium)
        {
            case Medium.Esim when StartsAtOnce(plan):
                yield return Purchase(Moments.OnArrival, "buy-and-install-on-arrival");
                break;
            case Medium.Esim:
                yield return Purchase(Moments.BeforeDeparture, "buy");
                yield return plan.Validity.Starts is ValidityStart.FirstConnection or ValidityStart.ChosenDate
                    ? Task(Moments.BeforeDeparture, buyBefore, "install-esim")
                    : Task(Moments.OnArrival, stay.Arrival, "install-esim-after-landing");
                break;
            case Medium.Sim:
                yield return Purchase(Moments.BeforeDeparture, "order");
                yield return Task(Moments.OnArrival, stay.Arrival, "insert-sim");
                break;
            case Medium.PocketWifi:
                yield return Purchase(Moments.BeforeDeparture, "order");
                yield return Task(Moments.OnArrival, stay.Arrival, "collect-router");
                yield return Task(Moments.BeforeLeaving, stay.Departure, "return-router");
                break;
            default:
                yield return Task(Moments.BeforeDeparture, buyBefore, "switch-on-roaming");
                break;
        }

        if (plan.Medium is Medium.Esim or Medium.Sim)
        {
            if (advice.Hosts[placed.Pod.HostType].Type.Traveler.KeepsHomeLine)
            {
                yield return Task(Moments.BeforeDeparture, stay.Arrival.AddDays(-1), "ask-about-roaming");
            }

            yield return Task(Moments.OnArrival, stay.Arrival, "set-lines");
        }

        if (plan is { Medium: Medium.Esim or Medium.Sim, Allowance.Kind: AllowanceKind.Monthly })
        {
            yield return Task(Moments.BeforeLeaving, stay.Departure, "stop-monthly-plan");
        }

        ChecklistTask Task(string when, DateOnly? due, string code) => new(when, due, placed.Host, Notice.For([placed.Host], code, ("plan", advice.Catalog.NameOf(plan))));

        ChecklistTask Purchase(string when, string code) => item.Orders > 1
            ? new(when, buyBefore, placed.Host, Notice.For([placed.Host], code, ("plan", advice.Catalog.NameOf(plan)), ("times", item.Orders)))
            : Task(when, buyBefore, code);
    }
}
