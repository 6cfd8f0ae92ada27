using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

/// <summary>
/// Why a plan of the catalog is not the advice: the rule that excluded it and for whom, or by how much the best basket that holds it loses. Made for one
/// recommendation, to be asked several times.
/// </summary>
public sealed class WhyNot
{
    /// <summary>What the best basket with a plan is called where it is none of the four strategies'.</summary>
    public const string Name = "why-not";

    /// <summary>Sub-parties up to which every plan of the catalog is tried for the runners-up.</summary>
    public const int MostSubPartiesForRunnersUp = 1_024;

    private const int MostExamples = 3;

    private readonly Recommendation _advice;

    private readonly BasketAnswers _answers;

    private readonly PodFactory _factory;

    private readonly Lazy<ForcedPlan> _forced;

    private readonly ILookup<string, Bundle> _bundles;

    private readonly Dictionary<string, ImmutableArray<Rejection?>> _noes = new(StringComparer.Ordinal);

    public WhyNot(Recommendation advice)
    {
        _advice = advice;
        _answers = new BasketAnswers(advice.Party);
        _factory = advice.Party.Factory();
        _forced = new Lazy<ForcedPlan>(() => new ForcedPlan(advice.Party));
        _bundles = advice.Party.Bundles().All
            .SelectMany(bundle => bundle.Items.Select(item => item.Plan.Id).Distinct(StringComparer.Ordinal), (bundle, id) => (bundle, id))
            .ToLookup(pair => pair.id, pair => pair.bundle, StringComparer.Ordinal);
    }

    public PlanVerdict Of(Plan plan)
    {
        if (BuyersOf(plan) is not { } buyers)
        {
            return Without(plan, Verdict.Excluded, []);
        }

        if (_advice.Best is { Basket: { } advised } best && advised.Holds(plan.Id))
        {
            return new PlanVerdict(plan, Verdict.Advised, RejectionsOf(plan), [], best, 0, 0);
        }

        return _forced.Value.Best(OffersOf(plan), Score.Worst) is { } found && _advice.Best is not null
            ? Compared(plan, found.Pods)
            : Without(plan, Verdict.Unusable, new WhyUnusable(_factory, _advice.Types).For(plan, [.. _bundles[plan.Id]], buyers));
    }

    /// <summary>
    /// The plans outside the advice that lose by least, best first; empty where the party has more sub-parties than
    /// <see cref="MostSubPartiesForRunnersUp"/> or cannot be served.
    /// </summary>
    public ImmutableArray<PlanVerdict> RunnersUp(int most)
    {
        if (_advice.Best is not { Basket: { } advised } || _advice.Pods.SubParties.Count > MostSubPartiesForRunnersUp)
        {
            return [];
        }

        var found = new List<(Plan Plan, ImmutableArray<Pod> Pods, Score Score)>();
        foreach (var plan in LikelyFirst().Where(plan => !advised.Holds(plan.Id)))
        {
            if (_forced.Value.Best(OffersOf(plan), found.Count < most ? Score.Worst : found[^1].Score) is { } basket)
            {
                found.Add((plan, basket.Pods, basket.Score));
                found = [.. found.OrderBy(one => one.Score).ThenBy(one => one.Plan.Id, StringComparer.Ordinal).Take(most)];
            }
        }

        return [.. found.Select(one => Compared(one.Plan, one.Pods))];
    }

    /// <summary>Plans nobody may buy, counted by the reason that holds for most people of the party, most plans first.</summary>
    public ImmutableArray<ExcludedPlans> Excluded() =>
    [
        .. _advice.Catalog.Plans.Where(plan => BuyersOf(plan) is null)
            .Select(plan => (plan.Id, No: MostCommon(NoesOf(plan))))
            .GroupBy(pair => (pair.No.Rule, pair.No.Code))
            .Select(same => new ExcludedPlans(same.Key.Rule, same.Key.Code, same.Count(), [.. same.Take(MostExamples).Select(pair => pair.Id)]))
            .OrderByDescending(excluded => excluded.Plans).ThenBy(excluded => excluded.Code, StringComparer.Ordinal),
    ];

    private Rejection MostCommon(ImmutableArray<Rejection?> noes) =>
        noes.OfType<Rejection>().GroupBy(no => (no.Rule, no.Code)).MaxBy(same => same.Sum(no => _advice.Types[no.Type].Count))!.First();

    private PlanVerdict Compared(Plan plan, ImmutableArray<Pod> pods)
    {
        var (advised, found) = (_advice.Best!.Basket!, _answers.Of(Name, pods));
        var (overLimit, losesBy) = (found.Basket!.Unmet - advised.Unmet, found.Basket.ExpectedTotal - advised.ExpectedTotal);
        var verdict = found.Basket.Score.IsAsGoodAs(advised.Score) ? Verdict.Equal : Verdict.Loses;
        return new PlanVerdict(plan, verdict, RejectionsOf(plan), [], _advice.ByBasket(found.Basket.Id) ?? found, overLimit, losesBy);
    }

    private PlanVerdict Without(Plan plan, Verdict verdict, ImmutableArray<Notice> reasons) =>
        new(plan, verdict, RejectionsOf(plan), reasons, null, null, null);

    private ImmutableArray<Rejected> RejectionsOf(Plan plan) =>
    [
        .. NoesOf(plan).OfType<Rejection>()
            .GroupBy(no => (no.Rule, no.Code))
            .Select(same => new Rejected(same.Key.Rule, same.Key.Code, [.. same.SelectMany(no => _advice.Types[no.Type].Members).Select(member => member.Id)])),
    ];

    /// <summary>Every bundle with the plan, dominated ones too, with those who may buy all of it and whose phone holds it.</summary>
    private IEnumerable<(Bundle Bundle, bool[] Buyers)> OffersOf(Plan plan) =>
        from bundle in _bundles[plan.Id]
        let buyers = _advice.Types.Select(type => MayBuy(bundle, type)).ToArray()
        where buyers.Contains(true)
        select (bundle, buyers);

    private bool MayBuy(Bundle bundle, TravelerType type) =>
        (bundle.Plan.Medium != Medium.Esim || bundle.SetUps <= type.Phone.EsimStored) && bundle.Items.All(item => NoesOf(item.Plan)[type.Index] is null);

    /// <summary>By type, who may buy a plan; null where nobody may.</summary>
    private bool[]? BuyersOf(Plan plan) => NoesOf(plan).Select(no => no is null).ToArray() is var buyers && buyers.Contains(true) ? buyers : null;

    private ImmutableArray<Rejection?> NoesOf(Plan plan)
    {
        if (!_noes.TryGetValue(plan.Id, out var noes))
        {
            _noes[plan.Id] = noes = [.. _advice.Hosts.Select(host => EligibilityRule.FirstNo(plan, host.Buyer))];
        }

        return noes;
    }

    /// <summary>Plans that are best for some sub-party, then the cheapest: what loses by little early bounds the search for the rest.</summary>
    private IEnumerable<Plan> LikelyFirst()
    {
        var best = _advice.Pods.Pods.SelectMany(pods => pods.Best).Select(pod => pod.PlanId).ToHashSet(StringComparer.Ordinal);
        return _advice.Catalog.Plans.OrderByDescending(plan => best.Contains(plan.Id)).ThenBy(CheapestYen).ThenBy(plan => plan.Id, StringComparer.Ordinal);
    }

    private double CheapestYen(Plan plan) => _bundles[plan.Id].Select(bundle => bundle.FixedYen).DefaultIfEmpty(double.PositiveInfinity).Min();
}
