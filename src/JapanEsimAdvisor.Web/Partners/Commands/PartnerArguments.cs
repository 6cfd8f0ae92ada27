using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using JapanEsimAdvisor.Web.Partners.Keys;

namespace JapanEsimAdvisor.Web.Partners.Commands;

/// <summary>Options of the partner commands, with one set of checks for all commands.</summary>
public static class PartnerArguments
{
    private const int MostLetters = 80;

    private const int MostCalls = 1_000_000;

    private const string Clears = "; \"\" for none";

    public static Argument<string> Partner() => new("PARTNER") { Description = "Number of the partner, as list shows it, or its name" };

    public static Option<string> Name() =>
        new("--name") { Required = true, Description = "Name of the partner, only for you", CustomParser = NameOf };

    /// <param name="mayClear">An empty value takes away what is there.</param>
    public static Option<string[]> Origins(bool mayClear) => new("--origin")
    {
        Required = !mayClear,
        Description = "Origin of its pages, such as https://agency.example; repeat for more" + (mayClear
            ? "; replaces the current ones" + Clears
            : string.Empty),
        CustomParser = given => mayClear && IsEmpty(given) ? null : OriginsOf(given),
    };

    /// <param name="mayClear">An empty value takes away what is there.</param>
    public static Option<LinkTemplate?> Link(bool mayClear) => new("--link")
    {
        Description = "Where its buy links lead: https, with {url}, or {provider} and {planId}" + (mayClear ? Clears : string.Empty),
        CustomParser = given => mayClear && IsEmpty(given) ? null : LinkOf(given),
    };

    /// <param name="mayClear">An empty value takes away what is there.</param>
    public static Option<int?> Quota(bool mayClear) => new("--quota")
    {
        Description = "Calls a minute with each key" + (mayClear ? "; \"\" for the default" : string.Empty),
        CustomParser = given => mayClear && IsEmpty(given) ? null : QuotaOf(given),
    };

    /// <summary>Value of an option: the current value if the option is missing, null if its value is empty.</summary>
    public static T? ValueOf<T>(ParseResult parsed, Option option, T? now) => parsed.GetResult(option) switch
    {
        null => now,
        { Tokens: [{ Value: "" }] } => default,
        _ => parsed.GetValue<T>(option.Name),
    };

    private static bool IsEmpty(ArgumentResult given) => given.Tokens is [{ Value: "" }];

    private static string? NameOf(ArgumentResult given) =>
        given.Tokens[0].Value.Trim() is { Length: > 0 and <= MostLetters } name && !name.Any(char.IsControl)
        ? name
        : Wrong<string>(
            given, FormattableString.Invariant($"The name needs 1 to {MostLetters} characters, no control characters among them."));

    private static string[]? OriginsOf(ArgumentResult given)
    {
        var read = given.Tokens.Select(token => (token.Value, Origin: AllowedOrigin.Read(token.Value))).ToList();
        return read.FirstOrDefault(one => one.Origin is null) is { Value: { } wrong }
            ? Wrong<string[]>(
                given, $"{wrong} is no origin: write https://, the host and nothing after it (http:// on the own machine alone).")
            : [.. read.Select(one => one.Origin!).Distinct(StringComparer.Ordinal)];
    }

    private static LinkTemplate? LinkOf(ArgumentResult given) =>
        LinkTemplate.TryRead(given.Tokens[0].Value, out var template, out var problem) ? template : Wrong<LinkTemplate>(given, problem);

    private static int? QuotaOf(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var quota)
            && quota is >= 1 and <= MostCalls)
        {
            return quota;
        }

        given.AddError(FormattableString.Invariant($"The quota is a whole number of calls a minute, 1 to {MostCalls}."));
        return null;
    }

    private static T? Wrong<T>(ArgumentResult given, string problem)
        where T : class
    {
        given.AddError(problem);
        return null;
    }
}
