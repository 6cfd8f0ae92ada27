using CsCheck;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.FairSplits;

/// <summary>What holds for every split, against a second reckoning that asks the recommender for each group by itself.</summary>
public sealed class FairSplitLawTests
{
    private static readonly int Parties = FullRun.Of(60, 600);

    private static readonly int OfARow = FullRun.Of(40, 100);

    private static readonly string[] Currencies = ["JPY", "EUR", "KWD"];

    private static readonly Gen<int> Seed = Gen.Int[0, 1_000_000];

    [Fact]
    public void Heads_add_up_to_the_displayed_price_and_nobody_pays_less_than_nothing()
    {
        Gen.Select(Seed, Gen.Int[0, 2]).Sample(
            (seed, currency) =>
            {
                var advice = Counted(seed);
                var own = new OwnPrices(advice);
                return Baskets(advice).All(basket =>
                    AddsUp(FairShares.Plain(basket, advice, Currencies[currency]), basket, advice)
                    && AddsUp(FairSplit.Of(basket, advice, Currencies[currency], own).Shares, basket, advice));
            },
            iter: Parties);
    }

    [Fact]
    public void Who_owes_pays_once_to_who_bought_and_then_everybody_has_paid_their_share()
    {
        Seed.Sample(
            seed =>
            {
                var (trip, catalog) = RandomParty.Of(seed);
                var advice = A.Advise(trip, catalog);
                return Baskets(advice).All(
                    basket => IsSettled(FairSplit.Of(basket, advice, "EUR", new OwnPrices(advice)).Shares, basket, advice));
            },
            iter: Parties);
    }

    [Fact]
    public void People_alike_in_a_pod_differ_by_at_most_a_minor_unit()
    {
        Gen.Select(Seed, Gen.Int[0, 2]).Sample(
            (seed, currency) =>
            {
                var advice = Counted(seed);
                var unit = (decimal)Math.Pow(10, -A.Rates.ByCurrency[Currencies[currency]].Decimals);
                return Baskets(advice).SelectMany(basket => basket.Pods)
                    .Select(placed => FairShares.Of(
                        [PodSplit.Plain(PodPeople.Of(placed, advice), Currencies[currency], A.Rates)], advice, Currencies[currency]))
                    .SelectMany(shares => shares.Heads.GroupBy(head => advice.TypeOf(head.Traveler).Index))
                    .All(alike => alike.Max(head => head.PerHead.Amount) - alike.Min(head => head.PerHead.Amount) <= unit);
            },
            iter: Parties);
    }

    [Fact]
    public void Renaming_changes_names_and_nothing_else()
    {
        Seed.Sample(
            seed =>
            {
                var (trip, catalog) = RandomParty.Of(seed);
                var renamed =
                    trip with { Travelers = [.. trip.Travelers.Select(traveler => traveler with { Id = traveler.Id.Replace('p', 'q') })] };
                return TextOf(A.Advise(trip, catalog)).SequenceEqual(
                    TextOf(A.Advise(renamed, catalog)).Select(line => line.Replace("q", "p", StringComparison.Ordinal)));
            },
            iter: Parties);
    }

    [Fact]
    public void People_of_one_traveler_pay_what_they_would_pay_listed_one_by_one()
    {
        Seed.Sample(
            seed =>
            {
                var counted = Counted(seed);
                var listed = A.Advise(
                    counted.Trip with
                    {
                        Travelers = [.. counted.Trip.Travelers.SelectMany(
                            one => Enumerable.Range(0, one.Count).Select(index => one with { Id = $"{one.Id}-{index}", Count = 1 }))],
                    },
                    counted.Catalog);
                return counted.Trip.Travelers.All(one =>
                    Math.Abs(Shares(counted).Of(one.Id).Amount - Enumerable.Range(0, one.Count)
                        .Sum(index => Shares(listed).Of($"{one.Id}-{index}").Amount)) <= one.Count);

                static FairShares Shares(Recommendation advice) =>
                    advice.Best is { Basket: { } basket } ? FairShares.Plain(basket, advice, "JPY") : new FairShares([], [], "JPY");
            },
            iter: Parties);
    }

    /// <summary>Every group of every pod asks for itself; what it is told is compared with what it pays.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_split_is_stable_exactly_where_no_group_would_pay_less_by_itself(int hundred)
    {
        var seen = new Dictionary<string, int> { ["stable"] = 0, ["adjusted"] = 0, ["blocked"] = 0, ["impossible"] = 0 };
        for (var seed = hundred * 100; seed < (hundred * 100) + OfARow; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, mostPeople: 4);
            var advice = A.Advise(trip, catalog);
            foreach (var basket in Baskets(advice))
            {
                var split = FairSplit.Of(basket, advice, "JPY", new OwnPrices(advice));
                AssertTold(split, basket, trip, catalog);
                seen[split switch
                { { IsImpossible: true }
                    => "impossible", { IsStable: false } => "blocked", { Adjusted: true } => "adjusted",
                    _ => "stable"
                }]++;
            }
        }

        Assert.True(seen["stable"] > 0 && seen["impossible"] > 0, string.Join(", ", seen));
    }

    private static void AssertTold(FairSplit split, Basket basket, Trip trip, CatalogSnapshot catalog)
    {
        var worst = basket.Pods.SelectMany(Groups).Max(group => Saves(group, split.Shares, trip, catalog));

        Assert.Equal(worst is null, split.IsStable);
        Assert.Equal(worst is { } most ? Math.Round(most, MidpointRounding.AwayFromZero) : null, split.Saves?.Amount);
        Assert.Equal(
            split.IsImpossible,
            basket.Pods.Any(placed => Apart(placed, trip, catalog) < (decimal)placed.Pod.Cost.Price - placed.Pod.Members.People));
        if (split.Saves is { } saves)
        {
            var named = split.BlockedBy.Select(one => one.Traveler).ToArray();
            var pod = basket.Pods.First(placed => named.All(placed.People.Contains));
            Assert.Equal(
                saves.Amount,
                Math.Round(Saves((pod.Pod.Unmet > 0, named), split.Shares, trip, catalog)!.Value, MidpointRounding.AwayFromZero));
        }
    }

    /// <summary>
    /// The least that some group and the rest of a pod, together or one by one, would pay apart; null where none of
    /// that counts.
    /// </summary>
    private static decimal? Apart(PlacedPod placed, Trip trip, CatalogSnapshot catalog)
    {
        var everybody = placed.People.ToArray();
        return Groups(placed).Min(group =>
        {
            var rest = everybody.Except(group.People).ToArray();
            var singles = rest.Select(person => Own([person])).ToList();
            var (together, apart) = (rest.Length == 0 ? 0 : Own(rest), singles.Contains(null) ? null : singles.Sum());
            return Own(group.People) + (together is { } one && apart is { } other ? Math.Min(one, other) : together ?? apart);
        });

        decimal? Own(string[] people) => OwnPrice((placed.Pod.Unmet > 0, people), trip, catalog);
    }

    /// <summary>Beyond a yen a head; null where the group would not save, or its own advice does not count.</summary>
    private static decimal? Saves((bool IsUnmet, string[] People) group, FairShares shares, Trip trip, CatalogSnapshot catalog)
    {
        var saves = group.People.Sum(person => shares.Of(person).Amount) - OwnPrice(group, trip, catalog);
        return saves > group.People.Length ? saves : null;
    }

    private static decimal? OwnPrice((bool IsUnmet, string[] People) group, Trip trip, CatalogSnapshot catalog)
    {
        var alone = A.Advise(trip with { Travelers = [.. trip.Travelers.Where(traveler => group.People.Contains(traveler.Id))] }, catalog)
            .Answer("mix").Basket;
        return alone is null || alone.Unmet > (group.IsUnmet ? group.People.Length : 0) ? null : (decimal)alone.Price;
    }

    private static IEnumerable<(bool IsUnmet, string[] People)> Groups(PlacedPod placed)
    {
        var people = placed.People.ToArray();
        return Enumerable.Range(1, (1 << people.Length) - 1)
            .Select(mask => (placed.Pod.Unmet > 0, people.Where((_, index) => (mask >> index & 1) == 1).ToArray()));
    }

    private static bool AddsUp(FairShares shares, Basket basket, Recommendation advice) =>
        shares.Heads.Sum(
            head => head.PerHead.Amount * head.Count) == CostSheet.Of(basket, advice.Trip.People, 1, shares.Currency, A.Rates).Price.Amount
        && shares.Heads.All(head => head.PerHead.Amount >= 0 && head.PerHead.Currency == shares.Currency)
        && advice.Trip.Travelers.All(
            traveler => shares.Heads.Where(head => head.Traveler == traveler.Id).Sum(head => head.Count) == traveler.Count);

    private static bool IsSettled(FairShares shares, Basket basket, Recommendation advice)
    {
        var paid = basket.Pods.ToDictionary(placed => placed.Host, placed => PodBill.Of(placed, "EUR", A.Rates).Price);
        var debtors = shares.Transfers.Select(transfer => transfer.From).ToList();
        return debtors.Distinct().Count() == debtors.Count
            && !debtors.Intersect(shares.Transfers.Select(transfer => transfer.To)).Any()
            && advice.Trip.Travelers.All(traveler => shares.Of(traveler.Id).Amount
                == paid.GetValueOrDefault(traveler.Id)
                + shares.Transfers.Where(transfer => transfer.From == traveler.Id).Sum(transfer => transfer.AmountEach.Amount)
                - shares.Transfers.Where(transfer => transfer.To == traveler.Id).Sum(transfer => transfer.AmountEach.Amount));
    }

    private static IEnumerable<string> TextOf(Recommendation advice)
    {
        var own = new OwnPrices(advice);
        return from basket in Baskets(advice)
               let split = FairSplit.Of(basket, advice, "EUR", own)
               select $"{string.Join(',', split.Shares.Heads)}|{string.Join(',', split.Shares.Transfers)}"
                   + $"|{split.Adjusted}|{string.Join(',', split.BlockedBy)}|{split.Saves}|{split.SavedApart}";
    }

    private static Recommendation Counted(int seed)
    {
        var (trip, catalog) = RandomParty.Of(seed, mostPeople: 3);
        return A.Advise(
            trip with { Travelers = [.. trip.Travelers.Select((traveler, index) => traveler with { Count = 1 + ((seed + index) % 3) })] },
            catalog);
    }

    private static IEnumerable<Basket> Baskets(Recommendation advice) => advice.Answers.Select(answer => answer.Basket).OfType<Basket>();
}
