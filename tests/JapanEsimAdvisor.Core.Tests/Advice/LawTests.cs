using System.Globalization;
using CsCheck;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>The laws of section 5 of the method, on unrounded totals.</summary>
public sealed class LawTests
{
    private const double Rounding = 1e-9;

    private static readonly int Parties = FullRun.Of(60, 600);

    private static readonly Gen<int> Seed = Gen.Int[0, 1_000_000];

    /// <summary>
    /// With top-ups of the plans' own. Where a pack is topped up with the cheapest other pack, a smaller and cheaper
    /// one can raise what topping up is expected to cost: there the price of section 2 and this law pull apart.
    /// </summary>
    [Fact]
    public void A_plan_added_never_makes_the_mix_worse()
    {
        Gen.Select(Seed, Seed).Sample(
            (seed, another) =>
            {
                var (trip, catalog) = RandomParty.Of(seed, ownTopUps: true);
                var added = new RandomParty(another).Plan("plan-new").OwnTopUp(1, 700);
                var (before, after) = (Mix(trip, catalog), Mix(trip, A.Catalog([.. catalog.Plans, added])));
                return before is null || (after is not null && IsNoWorse(after, before));
            },
            iter: Parties);
    }

    [Fact]
    public void The_mix_is_never_worse_than_the_other_three()
    {
        Seed.Sample(
            seed =>
            {
                var (trip, catalog) = RandomParty.Of(seed);
                var answers = A.Advise(trip, catalog).Answers;
                return answers.All(answer => answer.Basket is not { } basket || IsNoWorse(answers[^1].Basket!, basket));
            },
            iter: Parties);
    }

    [Fact]
    public void Every_answer_is_what_the_name_of_its_strategy_says()
    {
        Gen.Select(Seed, Gen.Bool).Sample(
            (seed, inTwoRows) =>
            {
                var (trip, catalog) = inTwoRows ? RandomParty.InTwoRows(seed, 6) : RandomParty.Of(seed);
                return A.Advise(trip, catalog).Answers
                    .All(answer => answer.Basket is { } basket ? IsWhatItsNameSays(answer.Strategy, basket) : !answer.Reasons.IsEmpty);
            },
            iter: Parties);
    }

    [Fact]
    public void No_answer_serves_over_Wi_Fi_who_joins_none()
    {
        var served = 0;
        Seed.Sample(
            seed =>
            {
                var (trip, catalog) = RandomParty.Of(seed);
                trip = trip with
                {
                    Travelers = [.. trip.Travelers.Select(
                        (traveler, index) => index == 0 ? traveler with { Phone = "feature-phone", KeepsHomeLine = false } : traveler)],
                };
                var first = trip.Travelers[0];
                var hasNothingElse = first.Devices.All(device => device == "watch");
                var pods = A.Advise(trip, catalog).Answers
                    .Where(answer => answer.IsFeasible)
                    .SelectMany(answer => answer.Basket!.Pods)
                    .Where(placed => placed.People.Contains(first.Id))
                    .ToList();
                Interlocked.Add(ref served, pods.Count);
                return pods.TrueForAll(placed => placed.Pod.Kind is not (PodKind.Hotspot or PodKind.Router)
                    || (!hasNothingElse && (placed.Host != first.Id || placed.Pod.Kind == PodKind.Router)));
            },
            iter: Parties);
        Assert.NotEqual(0, served);
    }

    [Fact]
    public void Names_and_the_order_of_people_change_nothing()
    {
        Gen.Select(Seed, Gen.Int[0, 100]).Sample(
            (seed, shuffle) =>
            {
                var (trip, catalog) = RandomParty.Of(seed);
                var people = trip.Travelers.Select((traveler, index) => traveler with { Id = "renamed-" + (index * 7 % 11) }).ToArray();
                new Random(shuffle).Shuffle(people);
                return TextOf(A.Advise(trip, catalog)).SequenceEqual(
                    TextOf(A.Advise(trip with { Travelers = [.. people] }, catalog)));
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
                return People(A.Advise(trip, catalog)).SequenceEqual(
                    People(A.Advise(renamed, catalog)).Select(line => line.Replace("q", "p", StringComparison.Ordinal)));
            },
            iter: Parties);
    }

    [Fact]
    public void Doubling_every_price_fee_and_row_of_the_tariff_doubles_the_totals()
    {
        Gen.Select(Seed, Gen.Bool).Sample(
            (seed, ownTopUps) =>
            {
                var (trip, catalog) = RandomParty.Of(seed, ownTopUps: ownTopUps);
                return A.Advise(trip, catalog).Answers
                    .Zip(A.Advise(trip, Doubled(catalog)).Answers)
                    .All(pair => IsDouble(pair.First.Basket, pair.Second.Basket));
            },
            iter: Parties);
    }

    [Fact]
    public void The_same_question_twice_has_the_same_answer()
    {
        Seed.Sample(
            seed =>
            {
                var (one, again) = (RandomParty.Of(seed), RandomParty.Of(seed));
                var (first, second) = (A.Advise(one.Trip, one.Catalog), A.Advise(again.Trip, again.Catalog));
                return TextOf(first).SequenceEqual(TextOf(second)) && People(first).SequenceEqual(People(second));
            },
            iter: Parties);
    }

    [Fact]
    public void The_order_of_plans_in_the_catalog_is_that_of_their_ids()
    {
        Seed.Sample(
            seed =>
            {
                var (trip, catalog) = RandomParty.Of(seed);
                return TextOf(A.Advise(trip, catalog)).SequenceEqual(TextOf(A.Advise(trip, A.Catalog(catalog.Plans.Reverse()))));
            },
            iter: Parties / 2);
    }

    private static bool IsWhatItsNameSays(string strategy, Basket basket) => strategy switch
    {
        "per-person" => basket.Pods.All(placed => placed.Pod.Kind != PodKind.Router),
        "shared-hotspot" => basket.Pods.Any(placed => placed.Pod.Kind == PodKind.Hotspot && !placed.Clients.IsEmpty)
            && basket.Pods.All(placed => placed.Pod.Kind != PodKind.Router),
        "pocket-wifi" => basket.Pods.Any(placed => placed.Pod.Kind == PodKind.Router)
            && basket.Pods.All(placed => placed.Pod.Kind != PodKind.Hotspot),
        _ => true,
    };

    private static Basket? Mix(Trip trip, CatalogSnapshot catalog) => A.Advise(trip, catalog).Answer("mix").Basket;

    private static bool IsNoWorse(Basket one, Basket other) =>
        one.Unmet < other.Unmet || (one.Unmet == other.Unmet && one.ExpectedTotal <= other.ExpectedTotal * (1 + Rounding));

    private static bool IsDouble(Basket? one, Basket? twice) => one is null
        ? twice is null
        : twice is not null && one.Id == twice.Id && one.Unmet == twice.Unmet
            && Math.Abs((2 * one.ExpectedTotal) - twice.ExpectedTotal) <= Rounding * twice.ExpectedTotal;

    /// <summary>All there is to an answer but who is who.</summary>
    private static IEnumerable<string> TextOf(Recommendation advice) =>
        advice.Answers.Select(answer => string.Create(
            CultureInfo.InvariantCulture,
            $"{advice.Recommended}|{answer.Strategy}|{answer.Basket?.Id}|{answer.Basket?.Unmet}|{answer.Basket?.ExpectedTotal:F6}"
                + $"|{Text(answer.Risk)}|{Codes(answer.Reasons)}|{Codes(answer.Warnings)}"));

    /// <summary>Sums over people run in the order of the request and may differ in the last bit.</summary>
    private static string Text(GroupRisk? risk) =>
        FormattableString.Invariant($"{risk?.ChanceOfRunningOut:F9} {risk?.LimitedDays:F9} {risk?.FullSpeedShare:F9}");

    private static string Codes(IEnumerable<Notice> notices) => string.Join(',', notices.Codes().Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> People(Recommendation advice) =>
        from answer in advice.Answers
        where answer.IsFeasible
        from placed in answer.Basket!.Pods
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Strategy}|{placed.Host}|{string.Join('+', placed.Clients)}|{placed.Times}"
                + $"|{placed.Pod.PlanId}|{placed.Pod.Cost.Total:R}|{string.Join(';', answer.Reasons.Select(Text))}");

    private static string Text(Notice notice) =>
        $"{notice.Code}({string.Join(',', notice.Travelers)}:{string.Join(',', notice.Arguments)})";

    private static CatalogSnapshot Doubled(CatalogSnapshot catalog) => catalog with
    {
        Plans = [.. catalog.Plans.Select(Doubled)],
        Tariff = Doubled(catalog.Tariff),
    };

    private static Plan Doubled(Plan plan) => plan with
    {
        Prices = [.. plan.Prices.Select(price => price with { Low = price.Low * 2, High = price.High * 2 })],
        PricePerGb = plan.PricePerGb is { } perGb ? perGb with { Amount = perGb.Amount * 2 } : null,
        Fees = [.. plan.Fees.Select(fee => fee with { Amount = fee.Amount * 2, High = fee.High * 2 })],
        TopUp = plan.TopUp with { Price = plan.TopUp.Price is { } topUp ? topUp with { Amount = topUp.Amount * 2 } : null },
    };

    private static InconvenienceTariff Doubled(InconvenienceTariff tariff) => tariff with
    {
        SetUpEsim = tariff.SetUpEsim * 2,
        SwapSim = tariff.SwapSim * 2,
        CollectAndReturnRouter = tariff.CollectAndReturnRouter * 2,
        RouterPerDay = tariff.RouterPerDay * 2,
        HostBatteryPerDay = tariff.HostBatteryPerDay * 2,
        HostBatteryPerClientPersonPerDay = tariff.HostBatteryPerClientPersonPerDay * 2,
        ApartPerPersonHour = tariff.ApartPerPersonHour * 2,
        LimitedDayStops = tariff.LimitedDayStops * 2,
        LimitedDaySlow = tariff.LimitedDaySlow * 2,
        LimitedDayMedium = tariff.LimitedDayMedium * 2,
        LimitedDayFast = tariff.LimitedDayFast * 2,
        IdentityCheck = tariff.IdentityCheck * 2,
    };
}
