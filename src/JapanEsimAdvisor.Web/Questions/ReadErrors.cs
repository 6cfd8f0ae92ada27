using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What could not be read, and the rules the rest breaks, told together.</summary>
public static class ReadErrors
{
    /// <summary>Errors of the rules that are news: none that only says that what could not be read is missing.</summary>
    public static IEnumerable<FieldError> News(IReadOnlyCollection<FieldError> unread, IEnumerable<FieldError> broken) =>
        broken.Where(rule => !unread.Any(error => Explains(error, rule)));

    private static bool Explains(FieldError unread, FieldError rule) =>
        IsWithin(unread.Path, rule.Path) || IsWithin(rule.Path, unread.Path) || rule.Code switch
        {
            "dates-required" or "days-contradict-dates" => unread.Path is "trip" or "trip.arrival" or "trip.departure" or "trip.days",
            "people-required" => IsWithin(unread.Path, "travelers"),
            "tariff-without-operator" => unread.Path == rule.Path.Replace(".homePlan", ".homeOperator", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>Whatever the case: who writes <c>People</c> has said how many.</summary>
    private static bool IsWithin(string path, string whole) =>
        path.StartsWith(whole, StringComparison.OrdinalIgnoreCase) && (path.Length == whole.Length || path[whole.Length] is '.' or '[');
}
