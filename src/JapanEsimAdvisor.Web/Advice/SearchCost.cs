namespace JapanEsimAdvisor.Web.Advice;

/// <summary>What a search is estimated to take. Measured by <c>tests/JapanEsimAdvisor.Benchmarks -- cost</c>.</summary>
public static class SearchCost
{
    /// <param name="subParties">Sub-parties of the party, at least 2.</param>
    /// <returns>Milliseconds of one core.</returns>
    public static double Milliseconds(double subParties) => subParties;
}
