using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The rows of a cost, with the codes of the API.</summary>
public static class CostParts
{
    /// <summary>Every row, in the order in which pages show them.</summary>
    public static IReadOnlyList<CostPart> All { get; } =
    [
        new("price", CostGroup.Price, cost => cost.Price),
        new("top-ups", CostGroup.TopUps, cost => cost.TopUps),
        new("set-up-esim", CostGroup.Inconvenience, cost => cost.SetUpEsim),
        new("swap-sim", CostGroup.Inconvenience, cost => cost.SwapSim),
        new("identity-check", CostGroup.Inconvenience, cost => cost.IdentityCheck),
        new("collect-router", CostGroup.Inconvenience, cost => cost.CollectRouter),
        new("carry-router", CostGroup.Inconvenience, cost => cost.RouterDaily),
        new("host-battery", CostGroup.Inconvenience, cost => cost.HostBattery),
        new("client-waiting", CostGroup.Inconvenience, cost => cost.ClientWaiting),
        new("apart", CostGroup.Inconvenience, cost => cost.Apart),
        new("limited-days", CostGroup.Inconvenience, cost => cost.LimitedDays),
    ];
}

/// <summary>One row of a cost.</summary>
/// <param name="Code">Stable code, kebab-case.</param>
/// <param name="Group">Group of the row.</param>
/// <param name="Of">Gets its amount, unrounded yen.</param>
public sealed record CostPart(string Code, CostGroup Group, Func<PodCost, double> Of);
