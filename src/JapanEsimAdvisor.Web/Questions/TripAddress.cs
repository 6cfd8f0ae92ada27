using Microsoft.AspNetCore.Http.Extensions;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>The trip of an address, to be linked to with one thing changed.</summary>
/// <param name="path">The page linked to; this page where it is left out.</param>
public sealed class TripAddress(HttpRequest request, string? path = null)
{
    private const string WhyNot = "whyNot";

    private const string Phone = ".phone";

    private const string Market = ".phoneMarket";

    private static readonly string[] Baskets = ["preferences.basket", "basket"];

    /// <summary>Whether a parameter is part of a trip; pages pass over all others.</summary>
    public static bool Holds(string name) => TripReader.Knows(name) || ShortForm.Names.Contains(name, StringComparer.Ordinal);

    /// <summary>What the address says of the trip but for the plans asked about: the hidden fields of the form that asks.</summary>
    public IEnumerable<KeyValuePair<string, string>> BesideTheQuestion => Said.Where(pair => !pair.Key.StartsWith(WhyNot, StringComparison.Ordinal));

    /// <summary>The same trip, nothing changed.</summary>
    public string Unchanged => Address(Said, null);

    /// <summary>The same trip without a question, beside what a page of the catalog says of itself.</summary>
    public string With(IEnumerable<KeyValuePair<string, string>> own) => Address(BesideTheQuestion.Concat(own), null);

    /// <summary>The same trip with a basket chosen, or with our advice shown where it is null.</summary>
    public string Choosing(string? basketId) => Address(
        Said.Where(pair => !Baskets.Contains(pair.Key)),
        basketId is null ? null : KeyValuePair.Create(Said.Any(pair => pair.Key.Contains('.', StringComparison.Ordinal)) ? Baskets[0] : Baskets[1], basketId));

    /// <summary>The same trip with a question about a plan.</summary>
    public string Asking(string plan) => Address(BesideTheQuestion, KeyValuePair.Create(WhyNot, plan)) + "#why-not";

    /// <summary>Whether a phone is named and the country it was bought in is not.</summary>
    public bool LacksMarkets => WithoutMarket.Any();

    /// <summary>The same trip with every phone that is named bought in a country, where nothing else is said.</summary>
    public string BoughtIn(string country) => Address(Said.Concat(WithoutMarket.Select(traveler => KeyValuePair.Create(traveler + Market, country))), null);

    /// <summary>Paths of travelers with a phone and no market.</summary>
    private IEnumerable<string> WithoutMarket => Travelers(Phone).Except(Travelers(Market), StringComparer.Ordinal);

    private IEnumerable<string> Travelers(string field) => Said.Select(pair => pair.Key).Where(name => name.EndsWith(field, StringComparison.Ordinal)).Select(name => name[..^field.Length]);

    private IEnumerable<KeyValuePair<string, string>> Said => PageQuery.SaidOf(request.Query);

    private string Address(IEnumerable<KeyValuePair<string, string>> said, KeyValuePair<string, string>? and) =>
        (path ?? request.Path) + new QueryBuilder(and is { } one ? said.Append(one) : said).ToString();
}
