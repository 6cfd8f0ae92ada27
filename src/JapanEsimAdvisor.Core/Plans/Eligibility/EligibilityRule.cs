using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>One reason for which somebody may not buy a plan as their line, or a router to carry.</summary>
public abstract class EligibilityRule
{
    private static readonly EligibilityRule[] InOrder =
    [
        new KnownToServeJapan(),
        new MeantForYou(),
        new SoldToYou(),
        new ConditionHolds(),
        new YourOperator(),
        new TakesEsim(),
        new TakesSim(),
        new JoinsWifi(),
        new KeepsHomeLine(),
        new GivesJapaneseNumber(),
        new CanStillBeHad(),
    ];

    /// <summary>Every rule, in the order in which the first no is reported.</summary>
    public static IReadOnlyList<EligibilityRule> All => InOrder;

    /// <summary>Stable name, kebab-case.</summary>
    public abstract string Name { get; }

    /// <summary>Null where the plan may be bought, else the code of the reason.</summary>
    public abstract string? Check(Plan plan, Buyer buyer);

    /// <summary>The first rule that says no; null where none does.</summary>
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

    /// <summary>True where no rule says no.</summary>
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

/// <summary>Somebody who would buy, with what the rules need to know about the trip.</summary>
/// <param name="BookingDay">Today, or the day of arrival for a trip that is over.</param>
public sealed record Buyer(TravelerType Type, Trip Trip, CatalogSnapshot Catalog, DateOnly BookingDay)
{
    public Traveler Traveler => Type.Traveler;
}

/// <param name="Type">Index of the type of traveler.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Code">Reason code; its words are resources.</param>
public sealed record Rejection(string PlanId, int Type, string Rule, string Code);
