using System.Reflection;
using JapanEsimAdvisor.Core.Advising;
using JapanEsimAdvisor.Core.Advising.Flips;
using JapanEsimAdvisor.Core.Candidates.Eligibility;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Optimizer;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Advice;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.SavedTrips;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// Properties of answers whose text is one of a list, by the list the code writes it from. Those that are enumerations in the code say so themselves; codes
/// that come with words are no closed set, new ones may come.
/// </summary>
public static class ClosedSets
{
    private static readonly IReadOnlyList<string> Strategies = FourStrategies.Names;

    /// <summary>Of any basket: where it equals none of the four, what it was found as.</summary>
    private static readonly IReadOnlyList<string> StrategiesOfBaskets = [.. FourStrategies.Names, PriceOfCertainty.Name, WhyNot.Name];

    private static readonly Dictionary<(Type, string), IReadOnlyList<string>> Known = new()
    {
        [(typeof(RecommendationResponse), nameof(RecommendationResponse.Recommended))] = Strategies,
        [(typeof(StrategyAnswer), nameof(StrategyAnswer.Strategy))] = StrategiesOfBaskets,
        [(typeof(FrontierPoint), nameof(FrontierPoint.Strategy))] = [.. FourStrategies.Names, PriceOfCertainty.Name],
        [(typeof(StrategyWhyNot), nameof(StrategyWhyNot.Strategy))] = Strategies,
        [(typeof(SavedAnswerResponse), nameof(SavedAnswerResponse.Strategy))] = StrategiesOfBaskets,
        [(typeof(FlipPointAnswer), nameof(FlipPointAnswer.From))] = Strategies,
        [(typeof(FlipPointAnswer), nameof(FlipPointAnswer.To))] = Strategies,
        [(typeof(FlipPointAnswer), nameof(FlipPointAnswer.Unit))] = FlipUnits,
        [(typeof(SharingBreakEvenAnswer), nameof(SharingBreakEvenAnswer.Unit))] = FlipUnits,
        [(typeof(TaskAnswer), nameof(TaskAnswer.When))] = Moments.All,
        [(typeof(ExcludedAnswer), nameof(ExcludedAnswer.Rule))] = [.. EligibilityRule.All.Select(rule => rule.Name)],
        [(typeof(NoSpareLineAnswer), nameof(NoSpareLineAnswer.Code))] = Cures.Codes,
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

    /// <summary>What the text, or each text of the list, may be; null where it is anything.</summary>
    public static IReadOnlyList<string>? Of(PropertyInfo property) => Known.GetValueOrDefault((property.DeclaringType!, property.Name));
}
