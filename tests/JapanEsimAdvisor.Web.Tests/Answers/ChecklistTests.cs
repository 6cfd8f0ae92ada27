using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Tests.Scenarios;

namespace JapanEsimAdvisor.Web.Tests.Answers;

public sealed class ChecklistTests(RealCatalog catalog)
{
    [Fact]
    public void A_traveler_who_needs_three_packs_buys_three()
    {
        var buy = Tasks("DE: 2027-04-01 to 2027-04-14 at HND | typical on apple-iphone-15").First(task => task.Notice.Code == "buy");

        Assert.Equal(
            [
                KeyValuePair.Create<string, object>("plan", "Stellar eSIM Japan 5 GB / 20 days"),
                KeyValuePair.Create<string, object>("times", 3),
            ],
            buy.Notice.Arguments);
        Assert.Equal(new DateOnly(2027, 3, 31), buy.Due);
    }

    [Fact]
    public void A_monthly_plan_is_canceled_before_leaving()
    {
        var tasks = Tasks("GB: 2027-07-20 to 2027-07-29 at NRT | typical on apple-iphone-15, with apple-ipad-9th-generation");

        Assert.Equal(
            [
                "before-departure buy",
                "before-departure install-esim",
                "before-departure ask-about-roaming",
                "on-arrival set-lines",
                "before-leaving stop-monthly-plan",
            ],
            tasks.Select(task => $"{task.When} {task.Notice.Code}"));
    }

    [Fact]
    public void A_router_is_ordered_collected_and_returned()
    {
        var tasks = Tasks("US: 2027-10-10 15:00 to 2027-10-19 17:00 at NRT | 2 × light, no eSIM, locked, never apart");

        Assert.Equal(
            ["before-departure order", "on-arrival collect-router", "before-leaving return-router"],
            tasks.Select(task => $"{task.When} {task.Notice.Code}"));
    }

    private List<ChecklistTask> Tasks(string trip)
    {
        var advice = catalog.Advise(trip);
        return [.. Checklist.Of(advice, advice.Best!.Basket!)];
    }
}
