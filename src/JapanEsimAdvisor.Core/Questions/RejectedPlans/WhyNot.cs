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
/// Explains why a plan of the catalog is not the advice: the rule that rejects it and for which travelers, or how much
/// the best basket with the plan is worse. One object answers several questions about one recommendation. Not safe for
/// use by several threads.
/// </summary>
public sealed class WhyNot
{
    /// <summary>Name of a basket with the plan that is not the basket of a strategy.</summary>
    public const string Name = "why-not";

    /// <summary>Largest number of sub-parties for which runners-up are searched.</summary>
    public const int MostSubPartiesForRunnersUp = 1_024;

    private const int MostExamples = 3;

    private readonly Recommendation _advice;

    private readonly BasketAnswers _answers;

    private readonly PodFactory _factory;

    private readonly Lazy<ForcedPlan> _forced;

    private readonly ILookup<string, Bundle> _bundles;

    private readonly Dictionary<string, ImmutableArray<Rejection?>> _rejections = new(StringComparer.Ordinal);

    /// <summary>Prepares the answers for a recommendation.</summary>
    public WhyNot(Recommendation advice)
    {
        _advice = advice;
        _answers = new BasketAnswers(advice.Party);
        _factory = advice.Party.Factory();
        _forced = new Lazy<ForcedPlan>(() => new ForcedPlan(advice.Party));
        _bundles = advice.Party.Bundles().All
            .SelectMany(
                bundle => bundle.Items.Select(item => item.Plan.Id).Distinct(StringComparer.Ordinal),
                (bundle, id) => (bundle, id))
            .ToLookup(pair => pair.id, pair => pair.bundle, StringComparer.Ordinal);
    }

    /// <summary>Compares a plan of the catalog with the advice.</summary>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
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

        return _forced.Value.Best(BundlesOf(plan), Score.Worst) is { } found && _advice.Best is not null
            ? Compared(plan, found.Pods)
            : Without(plan, Verdict.Unusable, new WhyUnusable(_factory, _advice.Types).For(plan, [.. _bundles[plan.Id]], buyers));
    }

    /// <summary>
    /// The plans outside the advice with the best baskets, best first. Empty where the party has more sub-parties than
    /// <see cref="MostSubPartiesForRunnersUp"/> or cannot be served.
    /// </summary>
    /// <param name="most">Largest number of plans, at least 1.</param>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public ImmutableArray<PlanVerdict> RunnersUp(int most)
    {
        if (_advice.Best is not { Basket: { } advised } || _advice.Pods.SubParties.Count > MostSubPartiesForRunnersUp)
        {
            return [];
        }

        var found = new List<(Plan Plan, ImmutableArray<Pod> Pods, Score Score)>();
        foreach (var plan in LikelyFirst().Where(plan => !advised.Holds(plan.Id)))
        {
            if (_forced.Value.Best(BundlesOf(plan), found.Count < most ? Score.Worst : found[^1].Score) is { } basket)
            {
                found.Add((plan, basket.Pods, basket.Score));
                found = [.. found.OrderBy(one => one.Score).ThenBy(one => one.Plan.Id, StringComparer.Ordinal).Take(most)];
            }
        }

        return [.. found.Select(one => Compared(one.Plan, one.Pods))];
    }

    /// <summary>
    /// Plans that nobody may buy, grouped by the reason that applies to most people of the party, most plans first.
    /// </summary>
    public ImmutableArray<ExcludedPlans> Excluded() =>
    [
        .. _advice.Catalog.Plans.Where(plan => BuyersOf(plan) is null)
            .Select(plan => (plan.Id, Rejection: MostCommon(RejectionsByType(plan))))
            .GroupBy(pair => (pair.Rejection.Rule, pair.Rejection.Code))
            .Select(same => new ExcludedPlans(
                same.Key.Rule, same.Key.Code, same.Count(), [.. same.Take(MostExamples).Select(pair => pair.Id)]))
            .OrderByDescending(excluded => excluded.Plans).ThenBy(excluded => excluded.Code, StringComparer.Ordinal),
    ];

    private Rejection MostCommon(ImmutableArray<Rejection?> rejections) => rejections
        .OfType<Rejection>()
        .GroupBy(rejection => (rejection.Rule, rejection.Code))
        .MaxBy(same => same.Sum(rejection => _advice.Types[rejection.Type].Count))!
        .First();

    private PlanVerdict Compared(Plan plan, ImmutableArray<Pod> pods)
    {
        var (advised, found) = (_advice.Best!.Basket!, _answers.Of(Name, pods));
        var (overLimit, losesBy) = (found.Basket!.Unmet - advised.Unmet, found.Basket.ExpectedTotal - advised.ExpectedTotal);
        var verdict = found.Basket.Score.IsAsGoodAs(advised.Score) ? Verdict.Equal : Verdict.Loses;
        return new PlanVerdict(
            plan, verdict, RejectionsOf(plan), [], _advice.ByBasket(found.Basket.Id) ?? found, overLimit, losesBy);
    }

    private PlanVerdict Without(Plan plan, Verdict verdict, ImmutableArray<Notice> reasons) =>
        new(plan, verdict, RejectionsOf(plan), reasons, null, null, null);

    private ImmutableArray<Rejected> RejectionsOf(Plan plan) =>
    [
        .. RejectionsByType(plan).OfType<Rejection>()
            .GroupBy(rejection => (rejection.Rule, rejection.Code))
            .Select(same => new Rejected(same.Key.Rule, same.Key.Code, [.. same.SelectMany(TravelersOf)])),
    ];

    /// <summary>
    /// Every bundle with the plan, dominated ones included. For each, whether each type may buy all its plans and
    /// whether its phone stores the profiles.
    /// </summary>
    private IEnumerable<(Bundle Bundle, bool[] Buyers)> BundlesOf(Plan plan) =>
        from bundle in _bundles[plan.Id]
        let buyers = _advice.Types.Select(type => MayBuy(bundle, type)).ToArray()
        where buyers.Contains(true)
        select (bundle, buyers);

    private IEnumerable<string> TravelersOf(Rejection rejection) => _advice.Types[rejection.Type].Members.Select(member => member.Id);

    private bool MayBuy(Bundle bundle, TravelerType type) =>
        (bundle.Plan.Medium != Medium.Esim || bundle.SetUps <= type.Phone.EsimStored)
        && bundle.Items.All(item => RejectionsByType(item.Plan)[type.Index] is null);

    /// <summary>For each type, whether it may buy a plan; null where nobody may.</summary>
    private bool[]? BuyersOf(Plan plan)
    {
        var buyers = RejectionsByType(plan).Select(rejection => rejection is null).ToArray();
        return buyers.Contains(true) ? buyers : null;
    }

    /// <summary>For each type, the first rule that rejects the plan; null where none does.</summary>
    private ImmutableArray<Rejection?> RejectionsByType(Plan plan)
    {
        if (!_rejections.TryGetValue(plan.Id, out var rejections))
        {
            _rejections[plan.Id] = rejections = [.. _advice.Hosts.Select(host => EligibilityRule.FirstNo(plan, host.Buyer))];
        }

        return rejections;
    }

    /// <summary>
    /// All plans: those that are best for some sub-party first, then by price. Good plans come early, so their scores
    /// bound the search for the others.
    /// </summary>
    private IEnumerable<Plan> LikelyFirst()
    {
        var best = _advice.Pods.Pods.SelectMany(pods => pods.Best).Select(pod => pod.PlanId).ToHashSet(StringComparer.Ordinal);
        return _advice.Catalog.Plans
            .OrderByDescending(plan => best.Contains(plan.Id))
            .ThenBy(CheapestYen)
            .ThenBy(plan => plan.Id, StringComparer.Ordinal);
    }

    private double CheapestYen(Plan plan) =>
        _bundles[plan.Id].Select(bundle => bundle.FixedYen).DefaultIfEmpty(double.PositiveInfinity).Min();
}
