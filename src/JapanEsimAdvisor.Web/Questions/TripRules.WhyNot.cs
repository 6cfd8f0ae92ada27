namespace JapanEsimAdvisor.Web.Questions;

/// <summary>Rules for what is asked beside the trip.</summary>
public sealed partial class TripRules
{
    public const int MostPlansAskedAbout = 10;

    private void CheckWhyNot(IReadOnlyList<string> plans)
    {
        Require(plans.Count <= MostPlansAskedAbout, "whyNot", "too-many-plans", ("most", MostPlansAskedAbout));
        for (var index = 0; index < plans.Count; index++)
        {
            Require(catalog.Plans.Any(plan => plan.Id == plans[index]), FormattableString.Invariant($"whyNot[{index}]"), "unknown-plan", ("value", plans[index]));
        }
    }
}
