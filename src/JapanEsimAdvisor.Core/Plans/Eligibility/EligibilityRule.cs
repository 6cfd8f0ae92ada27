using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>One reason why a traveler may not buy a plan as their line or as a router for others.</summary>
public abstract class EligibilityRule
{
    private static readonly EligibilityRule[] InOrder =
    [
        new KnownToServeJapan(),
        new MeantForYou(),
        new SoldToYou(),
        new ConditionHolds(),
        new YourOperator(),
        new HasAPhone(),
        new TakesEsim(),
        new TakesSim(),
        new JoinsWifi(),
        new KeepsHomeLine(),
        new GivesJapaneseNumber(),
        new CanStillBeHad(),
    ];

    /// <summary>Every rule in order. The first rule that rejects a plan is reported.</summary>
    public static IReadOnlyList<EligibilityRule> All => InOrder;

    /// <summary>Stable name, kebab-case.</summary>
    public abstract string Name { get; }

    /// <summary>Code of the reason, kebab-case; null where the buyer may buy the plan.</summary>
    public abstract string? Check(Plan plan, Buyer buyer);

    /// <summary>The first rule that rejects the plan; null where none does.</summary>
    public static Rejection? FirstNo(Plan plan, Buyer buyer)
    {
        foreach (var rule in InOrder)
        {
            if (rule.Check(plan, buyer) is { } code)
            {
                return new Rejection(plan.Id, buyer.Type.Index, rule.Name, code);
            }
        }

        return null;
    }

    /// <summary>True where no rule rejects the plan.</summary>
    public static bool AllAllow(Plan plan, Buyer buyer)
    {
        foreach (var rule in InOrder)
        {
            if (rule.Check(plan, buyer) is not null)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A type of traveler as a buyer, with the facts of the trip that the rules need.</summary>
/// <param name="Type">The type of traveler.</param>
/// <param name="Trip">The trip.</param>
/// <param name="Catalog">The catalog of the plans.</param>
/// <param name="BookingDay">Day of the order in Japan: today, or the day of arrival for a trip that is over.</param>
public sealed record Buyer(TravelerType Type, Trip Trip, CatalogSnapshot Catalog, DateOnly BookingDay)
{
    /// <summary>A traveler of the type.</summary>
    public Traveler Traveler => Type.Traveler;
}

/// <summary>A plan that a rule rejects for a type of traveler.</summary>
/// <param name="PlanId">Id of the plan.</param>
/// <param name="Type">Index of the type of traveler.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Code">Code of the reason. Its text is a resource.</param>
public sealed record Rejection(string PlanId, int Type, string Rule, string Code);
