using System.Reflection;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Api.Recommendations;
using JapanEsimAdvisor.Web.Api.Trips;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// Properties of answers whose text has a fixed list of values, with the list that the code uses. Enumerations in the
/// code need no entry. Codes that come with words are open sets: new ones may come.
/// </summary>
public static class ClosedSets
{
    private static readonly IReadOnlyList<string> StrategyNames = Strategies.Names;

    /// <summary>
    /// Strategy of any basket. A basket that equals none of the four has the way in which it was found.
    /// </summary>
    private static readonly IReadOnlyList<string> StrategiesOfBaskets = [.. Strategies.Names, PriceOfCertainty.Name, WhyNot.Name];

    private static readonly Dictionary<(Type, string), IReadOnlyList<string>> Known = new()
    {
        [(typeof(RecommendationResponse), nameof(RecommendationResponse.Recommended))] = StrategyNames,
        [(typeof(StrategyAnswer), nameof(StrategyAnswer.Strategy))] = StrategiesOfBaskets,
        [(typeof(FrontierPoint), nameof(FrontierPoint.Strategy))] = [.. Strategies.Names, PriceOfCertainty.Name],
        [(typeof(StrategyWhyNot), nameof(StrategyWhyNot.Strategy))] = StrategyNames,
        [(typeof(SavedAnswerResponse), nameof(SavedAnswerResponse.Strategy))] = StrategiesOfBaskets,
        [(typeof(FlipPointAnswer), nameof(FlipPointAnswer.From))] = StrategyNames,
        [(typeof(FlipPointAnswer), nameof(FlipPointAnswer.To))] = StrategyNames,
        [(typeof(FlipPointAnswer), nameof(FlipPointAnswer.Unit))] = FlipUnits,
        [(typeof(SharingBreakEvenAnswer), nameof(SharingBreakEvenAnswer.Unit))] = FlipUnits,
        [(typeof(TaskAnswer), nameof(TaskAnswer.When))] = Moments.All,
        [(typeof(ExcludedAnswer), nameof(ExcludedAnswer.Rule))] = [.. EligibilityRule.All.Select(rule => rule.Name)],
        [(typeof(NoSpareLineAnswer), nameof(NoSpareLineAnswer.Code))] = SpareLines.Codes,
        [(typeof(PlanResponse), nameof(PlanResponse.Networks))] = PlansWanted.Networks,
        [(typeof(PlanResponse), nameof(PlanResponse.NotAdvisableBecause))] = CatalogSnapshot.NotAdvisableCodes,
        [(typeof(TetheringAnswer), nameof(TetheringAnswer.Basis))] = Tethering.Bases,
        [(typeof(SourceAnswer), nameof(SourceAnswer.Confidence))] = Source.Confidences,
        [(typeof(RefundAnswer), nameof(RefundAnswer.Policy))] = [.. Refund.Policies, Refund.Unknown],
        [(typeof(ProviderResponse), nameof(ProviderResponse.ReturnedBy))] = Seller.WaysBack,
        [(typeof(DeviceResponse), nameof(DeviceResponse.CaptivePortal))] = Device.PortalAnswers,
        [(typeof(CounterAnswer), nameof(CounterAnswer.Kind))] = Counter.Kinds,
        [(typeof(CatalogChange), nameof(CatalogChange.Code))] = PlanChange.Codes,
        [(typeof(ChangeAnswer), nameof(ChangeAnswer.Code))] = TripChange.Codes,
        [(typeof(ExchangeRatesResponse), nameof(ExchangeRatesResponse.Base))] = [ExchangeRates.Yen],
    };

    private static IReadOnlyList<string> FlipUnits => [.. Enum.GetValues<FlipFactor>().Select(FlipView.UnitOf)];

    /// <summary>Values of the text, or of each text in the list; null if any value is possible.</summary>
    public static IReadOnlyList<string>? Of(PropertyInfo property) => Known.GetValueOrDefault((property.DeclaringType!, property.Name));
}
