using System.Collections.Frozen;
using System.Globalization;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>ISO 3166 country codes, as the platform's culture data knows them.</summary>
public static class Countries
{
    private static readonly FrozenSet<string> Codes = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
        .Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper))
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Knows(string code) => Codes.Contains(code);

    /// <summary>Every code, in ordinal order.</summary>
    public static IEnumerable<string> All => Codes.Order(StringComparer.Ordinal);
}
