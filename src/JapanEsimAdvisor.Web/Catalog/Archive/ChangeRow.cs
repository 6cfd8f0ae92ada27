namespace JapanEsimAdvisor.Web.Catalog.Archive;

/// <summary>A change of one plan that an import found. Rows never change.</summary>
public sealed class ChangeRow
{
    public int Id { get; init; }

    public required string Code { get; init; }

    /// <summary>Null if the change does not concern one plan.</summary>
    public required string? PlanId { get; init; }

    /// <summary>
    /// The whole <see cref="PlanChange"/> as JSON, so that names and prices stay as they were at that time.
    /// </summary>
    public required string Detail { get; init; }

    public ImportRow Import { get; init; } = null!;
}
