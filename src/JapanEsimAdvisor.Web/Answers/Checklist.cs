using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

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
            .Select(task => advice.Trip.Stay.Began is null || task.When == Moments.BeforeLeaving ? task : task with { When = Moments.During, Due = null })
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

        var bookingDay = advice.Today < stay.Arrival ? advice.Today : stay.Arrival;
        return CanStillBeHad.LastOrderDay(plan, new Buyer(advice.Hosts[placed.Pod.HostType].Type, advice.Trip, advice.Catalog, bookingDay));
    }

    /// <summary>
    /// First day on which a purchase still lasts to the arrival, for a plan that lapses or starts by itself some days after
    /// the purchase; null where that day is over already.
    /// </summary>
    private static DateOnly? BuyFrom(Recommendation advice, Plan plan) =>
        plan.Validity.StartBy is { } days && advice.Trip.Stay.Arrival.AddDays(-days) is var first && first > advice.Today ? first : null;

    private static Notice BuyNotBefore(Recommendation advice, PlacedPod placed, BundleItem item, DateOnly first)
    {
        (string, object)[] about = [("plan", advice.Catalog.NameOf(item.Plan)), ("date", first), ("days", item.Plan.Validity.StartBy!.Value)];
        return Notice.For([placed.Host], "buy-not-before", item.Orders > 1 ? [.. about, ("times", item.Orders)] : about);
    }

    /// <summary>True where the card takes the place of the home SIM, as far as the slots are known.</summary>
    private static bool LosesHomeSim(Plan plan, PhoneFacts phone) =>
        plan.Medium == Medium.Sim && phone is not ({ SimSlots: >= 2 } or { SimSlots: 1, Esim: Tristate.Yes });

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
            case Medium.Esim when BuyFrom(advice, plan) is { } first:
                yield return new(Moments.BeforeDeparture, buyBefore, placed.Host, BuyNotBefore(advice, placed, item, first));
                yield return InstallTask();
                break;
            case Medium.Esim:
                yield return Purchase(Moments.BeforeDeparture, "buy");
                yield return InstallTask();
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

            yield return Task(Moments.OnArrival, stay.Arrival, LosesHomeSim(plan, advice.Hosts[placed.Pod.HostType].Type.Phone) ? "set-lines-without-home-sim" : "set-lines");
        }

        if (plan is { Medium: Medium.Esim or Medium.Sim, Allowance.Kind: AllowanceKind.Monthly })
        {
            yield return Task(Moments.BeforeLeaving, stay.Departure, "stop-monthly-plan");
        }

        ChecklistTask InstallTask() => plan.Validity.Starts is ValidityStart.FirstConnection or ValidityStart.ChosenDate
            ? Task(Moments.BeforeDeparture, buyBefore, "install-esim")
            : Task(Moments.OnArrival, stay.Arrival, "install-esim-after-landing");

        ChecklistTask Task(string when, DateOnly? due, string code) =>
            new(when, due, placed.Host, Notice.For([placed.Host], code, ("plan", advice.Catalog.NameOf(plan))));

        ChecklistTask Purchase(string when, string code) => item.Orders > 1
            ? new(when, buyBefore, placed.Host, Notice.For([placed.Host], code, ("plan", advice.Catalog.NameOf(plan)), ("times", item.Orders)))
            : Task(when, buyBefore, code);
    }
}
