using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Tests.Plans;

/// <summary>Ten days: a top-up must hold 1 GB and last four.</summary>
public sealed class TopUpPricesTests
{
    private static readonly Plan Line = A.Esim("line", 5, 10, 2000);

    [Fact]
    public void A_plans_own_top_up_comes_first()
    {
        Assert.Equal((2, 1500), For(Line.OwnTopUp(2, 1500), false, A.Esim("cheap", 3, 10, 100)));
    }

    [Fact]
    public void Else_the_cheapest_pack_that_is_large_and_lasting_enough()
    {
        var (small, brief, cheap) = (A.Esim("small", 0.9, 10, 100), A.Esim("brief", 5, 3, 200), A.Esim("cheap", 1, 4, 700));

        Assert.Equal((1, 700), For(Line, false, small, brief, cheap, A.Esim("dear", 3, 30, 900)));
    }

    [Fact]
    public void Fees_count_when_packs_are_compared()
    {
        var fee = A.Esim("fee", 1, 10, 600) with { Fees = [A.Fee(400, FeePer.Order)] };

        Assert.Equal((3, 900), For(Line, false, fee, A.Esim("plain", 3, 10, 900)));
    }

    [Fact]
    public void Routers_daily_plans_and_months_are_no_top_up()
    {
        Assert.Equal((5, 2000), For(Line, false, A.Router("router", 1), A.Daily("daily", 1, 1), A.Monthly("month", 20, 1)));
    }

    [Fact]
    public void For_clients_the_pack_must_tether_too()
    {
        var quiet = A.Esim("quiet", 1, 10, 500).Tethers(TetherPolicy.Unknown);

        Assert.Equal((1, 500), For(Line, false, quiet));
        Assert.Equal((5, 2000), For(Line, true, quiet));
    }

    [Fact]
    public void Else_the_same_again()
    {
        var line = A.Esim("line", 0.5, 10, 300);

        Assert.Equal((0.5, 300), For(line, false));
    }

    private static (double Gb, double Yen)? For(Plan line, bool servesClients, params Plan[] others)
    {
        var catalog = A.Catalog([line, .. others]);
        var bundle = new BundleFactory(A.Days(10), catalog, 1).Of(line).First();
        return new TopUpPrices(catalog.Plans, catalog).For(bundle, servesClients);
    }
}
