using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// A reason, warning, assumption or task as a code with arguments. Its text is a resource in the language of the
/// reader.
/// </summary>
/// <param name="Code">Stable code, kebab-case, documented in <c>docs/api.md</c>.</param>
/// <param name="Travelers">Ids of the travelers it concerns; empty for the whole party.</param>
/// <param name="Arguments">
/// By name: text, int, double, <see cref="DateOnly"/>, <see cref="YenAmount"/>, <see cref="Share"/>,
/// <see cref="NamedCode"/>.
/// </param>
public sealed record Notice(string Code, ImmutableArray<string> Travelers, ImmutableArray<KeyValuePair<string, object>> Arguments)
{
    /// <summary>For the whole party.</summary>
    public static Notice Of(string code, params ReadOnlySpan<(string Name, object Value)> arguments) => new(code, [], Pairs(arguments));

    /// <summary>For one traveler.</summary>
    public static Notice For(string traveler, string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new(code, [traveler], Pairs(arguments));

    /// <summary>For several travelers. Repeated ids count once.</summary>
    public static Notice For(IEnumerable<string> travelers, string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new(code, Distinct([.. travelers]), Pairs(arguments));

    private static ImmutableArray<string> Distinct(ImmutableArray<string> travelers) =>
        travelers.Length < 2 ? travelers : [.. travelers.Distinct(StringComparer.Ordinal)];

    /// <summary>True where code and arguments are equal. The travelers can differ.</summary>
    public bool SaysTheSameAs(Notice other) => Code == other.Code && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    private static ImmutableArray<KeyValuePair<string, object>> Pairs(ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, object>>(arguments.Length);
        foreach (var (name, value) in arguments)
        {
            pairs.Add(KeyValuePair.Create(name, value));
        }

        return pairs.MoveToImmutable();
    }
}

/// <summary>Unrounded yen. Pages show it in the currency of the reader.</summary>
public readonly record struct YenAmount(decimal Yen);

/// <summary>A share or chance, 0 to 1.</summary>
public readonly record struct Share(double Value);

/// <summary>A code that has a name in the language of the reader, such as a strategy or a country.</summary>
/// <param name="Kind">Resource family, such as strategy, country, medium, rejection or cost.</param>
/// <param name="Code">Code in the family.</param>
public readonly record struct NamedCode(string Kind, string Code);
