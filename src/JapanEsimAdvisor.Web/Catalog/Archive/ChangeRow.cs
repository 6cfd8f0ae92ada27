namespace JapanEsimAdvisor.Web.Catalog.Archive;

/// <summary>What an import found different of one plan. Never changed.</summary>
public sealed class ChangeRow
{
    public int Id { get; init; }

    public required string Code { get; init; }

    /// <summary>Null where the change is not of one plan.</summary>
    public required string? PlanId { get; init; }

    /// <summary>The whole <see cref="PlanChange"/> as JSON: names and prices as they were, whatever becomes of the plan.</summary>
    public required string Detail { get; init; }

    public ImportRow Import { get; init; } = null!;
}
