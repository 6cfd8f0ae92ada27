using Microsoft.AspNetCore.Http.Extensions;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>The trip in the address of a request, to be linked to with one thing changed.</summary>
public sealed class TripAddress
{
    private const string WhyNot = "whyNot";

    private const string Phone = ".phone";

    private const string Market = ".phoneMarket";

    private static readonly string[] Baskets = ["preferences.basket", "basket"];

    private readonly IReadOnlyList<KeyValuePair<string, string>> _parameters;

    private readonly string _path;

    private TripAddress(IReadOnlyList<KeyValuePair<string, string>> parameters, string path) => (_parameters, _path) = (parameters, path);

    /// <summary>The same trip without the plans that are asked about: the hidden fields of the form that asks.</summary>
    public IEnumerable<KeyValuePair<string, string>> WithoutQuestion => _parameters.Where(pair => !pair.Key.StartsWith(WhyNot, StringComparison.Ordinal));

    /// <summary>The same trip, nothing changed.</summary>
    public string Unchanged => Address(_parameters);

    /// <summary>Read once for each request.</summary>
    public static TripAddress Of(HttpContext context)
    {
        if (context.Features.Get<TripAddress>() is not { } address)
        {
            context.Features.Set(address = new TripAddress([.. PageQuery.ValuesOf(context.Request.Query)], context.Request.Path));
        }

        return address;
    }

    /// <summary>Whether a parameter is part of a trip; pages pass over all others.</summary>
    public static bool Holds(string name) => TripLink.IsPath(name) || ShortForm.Names.Contains(name, StringComparer.Ordinal);

    /// <summary>The same trip at another page.</summary>
    public TripAddress At(string path) => new(_parameters, path);

    /// <summary>The same trip without a question, beside parameters of the page.</summary>
    public string With(params IEnumerable<KeyValuePair<string, string>> own) => Address(WithoutQuestion.Concat(own));

    /// <summary>The same trip with a basket chosen, or with our advice shown where it is null.</summary>
    public string Choosing(string? basketId) => Address(
    [
        .. _parameters.Where(pair => !Baskets.Contains(pair.Key)),
        .. basketId is null ? [] : new[] { KeyValuePair.Create(_parameters.Any(pair => pair.Key.Contains('.', StringComparison.Ordinal)) ? Baskets[0] : Baskets[1], basketId) },
    ]);

    /// <summary>The same trip with a question about a plan.</summary>
    public string Asking(string plan) => With(KeyValuePair.Create(WhyNot, plan)) + "#why-not";

    private string Address(IEnumerable<KeyValuePair<string, string>> parameters) => _path + new QueryBuilder(parameters).ToString();
}
