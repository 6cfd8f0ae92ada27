using JapanEsimAdvisor.Web.Trips;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Api;

/// <summary>Query parameters of an API call: a name nobody knows is an error, so that a typing error never changes an answer silently.</summary>
public sealed class ApiQuery(HttpContext context, IReadOnlyCollection<string> known)
{
    private readonly IQueryCollection _query = context.Request.Query;

    private readonly List<FieldError> _errors =
        [.. context.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.Ordinal) && !IsIgnored(name)).Select(name => new FieldError(name, "unknown-field"))];

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Tracking parameters that others hang on links.</summary>
    public static bool IsIgnored(string name) =>
        name == "lang" || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("clid", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parameters without those that never count.</summary>
    public static List<KeyValuePair<string, StringValues>> Of(IQueryCollection query) => [.. query.Where(pair => !IsIgnored(pair.Key))];

    public string? Text(string name) => string.IsNullOrWhiteSpace(_query[name]) ? null : _query[name].ToString().Trim();

    public int Number(string name, int otherwise, int least, int most) => OptionalNumber(name, least, most) ?? otherwise;

    public int? OptionalNumber(string name, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, "number-out-of-range", ("least", least), ("most", most));
        return null;
    }

    /// <summary>One of an enumeration's values as JSON spells them.</summary>
    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (value.Wire() == text)
            {
                return value;
            }
        }

        Refuse(name, "unknown-value", ("value", text), ("known", string.Join(", ", Enum.GetValues<T>().Select(value => value.Wire()))));
        return null;
    }

    public string? OneOf(string name, IReadOnlyCollection<string> values)
    {
        if (Text(name) is { } text && !values.Contains(text, StringComparer.Ordinal))
        {
            Refuse(name, "unknown-value", ("value", text), ("known", string.Join(", ", values)));
            return null;
        }

        return Text(name);
    }

    public string? Country(string name)
    {
        if (Text(name) is { } code && !Countries.Knows(code))
        {
            Refuse(name, "unknown-country", ("value", code));
            return null;
        }

        return Text(name);
    }

    private void Refuse(string name, string code, params IReadOnlyList<(string Name, object Value)> arguments) => _errors.Add(new FieldError(name, code, arguments));
}
