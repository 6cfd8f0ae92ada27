using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>
/// Which basket of a trip is shown: the one the request asks for by id, else the advice. An id may be of one of the four answers, of the frontier, or of
/// the best basket with a plan the request asks about.
/// </summary>
public sealed partial class Choice
{
    /// <summary>Sub-parties up to which the frontier is calculated, unasked on a page, and on the API where it is asked for.</summary>
    public const int MostSubPartiesOfTheFrontier = 256;

    /// <summary>Travelers described one by one for whom the frontier is listed: each of its hundreds of baskets names them all.</summary>
    public const int MostTravelersOfTheFrontier = 16;

    /// <summary>Sub-parties up to which a page looks for flip points unasked: each is dozens of searches of an altered trip.</summary>
    public const int MostSubPartiesOfFlipsOnAPage = 64;

    private readonly Recommendation _advice;

    private readonly string? _asked;

    private readonly Lazy<ImmutableArray<CertaintyPoint>> _frontier;

    private readonly Lazy<WhyNot> _whyNot;

    private readonly Lazy<ImmutableArray<PlanVerdict>> _plans;

    private readonly Lazy<Answer?> _chosen;

    public Choice(Recommendation advice, TripRequest request)
    {
        _advice = advice;
        _asked = request.Preferences?.Basket;
        _frontier = new(() => PriceOfCertainty.Of(advice));
        _whyNot = new(() => new WhyNot(advice));
        _plans = new(() => [.. (request.WhyNot ?? []).Distinct(StringComparer.Ordinal).Select(id => _whyNot.Value.Of(advice.Catalog.Plans.First(plan => plan.Id == id)))]);
        _chosen = new(Find);
    }

    /// <summary>From cheap to dear; empty where nobody can be served.</summary>
    public ImmutableArray<CertaintyPoint> Frontier => _frontier.Value;

    public bool IsTooVariousForTheFrontier => _advice.Pods.SubParties.Count > MostSubPartiesOfTheFrontier;

    /// <summary>The points a page lists; none of a party that is too various.</summary>
    public IReadOnlyList<CertaintyPoint> Excerpt => IsTooVariousForTheFrontier ? [] : FrontierExcerpt.Of(Frontier, Shown?.Basket?.Id);

    public WhyNot WhyNot => _whyNot.Value;

    /// <summary>Verdicts on the plans the request asks about, in its order.</summary>
    public ImmutableArray<PlanVerdict> Plans => _plans.Value;

    /// <summary>Null where nothing was asked for, and where no basket of this trip has the id.</summary>
    public Answer? Chosen => _chosen.Value;

    /// <summary>A basket was asked for that this trip does not have: the catalog or the trip has changed.</summary>
    public bool IsGone => _asked is not null && Chosen is null;

    /// <summary>The answer to act on; null where nobody can be served.</summary>
    public Answer? Shown => Chosen ?? _advice.Best;

    /// <summary>Whether a text can name a basket at all: what cannot is refused without a search.</summary>
    public static bool IsBasketId(string text) => BasketIdPattern().IsMatch(text);

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex BasketIdPattern();

    private Answer? Find() => _asked is not { } id || !IsBasketId(id)
        ? null
        : _advice.ByBasket(id)
            ?? Plans.Select(verdict => verdict.Answer).OfType<Answer>().FirstOrDefault(answer => answer.Basket!.Id == id)
            ?? (IsTooVariousForTheFrontier ? [] : Frontier).Select(point => point.Answer).FirstOrDefault(answer => answer.Basket!.Id == id);
}
