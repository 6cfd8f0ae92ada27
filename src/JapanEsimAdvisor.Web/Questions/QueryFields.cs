using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>Single parameters of an address, read with their rules: a blank one says nothing, a wrong one is an error at its name.</summary>
public class QueryFields(IQueryCollection query)
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public string? Text(string name) => string.IsNullOrWhiteSpace(query[name]) ? null : query[name].ToString().Trim();

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
        var values = Enum.GetValues<T>();
        return OneOf(name, [.. values.Select(value => value.Wire())]) is { } text ? values.First(value => value.Wire() == text) : null;
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

    public bool? Flag(string name) => OneOf(name, ["true", "false"]) is { } text ? text == "true" : null;

    public string? Country(string name)
    {
        if (Text(name) is { } code && !Countries.Knows(code))
        {
            Refuse(name, "unknown-country", ("value", code));
            return null;
        }

        return Text(name);
    }

    protected void Refuse(string name, string code, params IReadOnlyList<(string Name, object Value)> arguments) => _errors.Add(new FieldError(name, code, arguments));
}
