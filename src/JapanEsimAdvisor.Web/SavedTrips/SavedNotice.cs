using System.Globalization;
using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>A notice of the core that can be written down: its arguments as text with their kind.</summary>
public sealed record SavedNotice(string Code, IReadOnlyList<string> Travelers, IReadOnlyList<SavedArgument> Arguments)
{
    public static SavedNotice Of(Notice notice) =>
        new(notice.Code, [.. notice.Travelers], [.. notice.Arguments.Select(argument => SavedArgument.Of(argument.Key, argument.Value))]);

    public Notice ToNotice() => new(Code, [.. Travelers], [.. Arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.ToValue()))]);
}

/// <param name="Kind">text, whole, number, date, yen, share, code.</param>
/// <param name="Family">Of a code alone: the resource family it is named in.</param>
public sealed record SavedArgument(string Name, string Kind, string Value, string? Family = null)
{
    public static SavedArgument Of(string name, object value) => value switch
    {
        int whole => new(name, "whole", whole.ToString(CultureInfo.InvariantCulture)),
        double number => new(name, "number", number.ToString("R", CultureInfo.InvariantCulture)),
        DateOnly date => new(name, "date", date.ToString("O", CultureInfo.InvariantCulture)),
        YenAmount amount => new(name, "yen", amount.Yen.ToString(CultureInfo.InvariantCulture)),
        Share share => new(name, "share", share.Value.ToString("R", CultureInfo.InvariantCulture)),
        NamedCode code => new(name, "code", code.Code, code.Kind),
        string text => new(name, "text", text),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No notice has arguments of this type."),
    };

    public object ToValue() => Kind switch
    {
        "whole" => int.Parse(Value, CultureInfo.InvariantCulture),
        "number" => double.Parse(Value, CultureInfo.InvariantCulture),
        "date" => DateOnly.ParseExact(Value, "O", CultureInfo.InvariantCulture),
        "yen" => new YenAmount(decimal.Parse(Value, CultureInfo.InvariantCulture)),
        "share" => new Share(double.Parse(Value, CultureInfo.InvariantCulture)),
        "code" => new NamedCode(Family ?? string.Empty, Value),
        _ => Value,
    };
}
