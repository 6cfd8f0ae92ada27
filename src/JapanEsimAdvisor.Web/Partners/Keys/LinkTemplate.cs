using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Partners.Keys;

/// <summary>
/// Template of a partner's buy links: an https address on one host with either <c>{url}</c>, the seller's
/// percent-encoded address, or <c>{provider}</c> and <c>{planId}</c>. All inserted values are percent-encoded, so they
/// cannot change the rest of the address.
/// </summary>
public sealed partial class LinkTemplate
{
    private const int MostCharacters = 500;

    private LinkTemplate(string text, Uri sample) => (Text, Host) = (text, sample.Authority);

    public string Text { get; }

    /// <summary>Host, with its port if it is not 443; registered with the partner's keys.</summary>
    public string Host { get; }

    /// <exception cref="FormatException">The stored text was never validated.</exception>
    public static LinkTemplate Stored(string text) =>
        TryRead(text, out var template, out var problem) ? template : throw new FormatException(problem);

    /// <param name="problem">In English, for the operator; null if the template is valid.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out LinkTemplate? template, [NotNullWhen(false)] out string? problem)
    {
        problem = ProblemOf(text) ?? ProblemOf(PlacesOf(text)) ?? ProblemOfAddress(text);
        template = problem is null ? new LinkTemplate(text, Sample(text)!) : null;
        return problem is null;
    }

    /// <param name="url">The seller's address.</param>
    public string Fill(string url, string provider, string planId) =>
        Places().Replace(Text, place => Uri.EscapeDataString(place.Groups[1].Value switch
        {
            "url" => url,
            "provider" => provider,
            _ => planId,
        }));

    private static string? ProblemOf(string text) => text switch
    {
        { Length: > MostCharacters } => FormattableString.Invariant($"The link may have at most {MostCharacters} characters."),
        _ when !Legal().IsMatch(text) =>
            "The link may hold only the characters of an address: no spaces, control characters, quotes, backslashes, @ or #.",
        _ when Script().IsMatch(Uri.UnescapeDataString(text)) => "The link must not hold a script or data address.",
        _ when Uri.UnescapeDataString(text).Any(char.IsControl) =>
            "The link must not hold control characters, percent-encoded ones neither.",
        _ => null,
    };

    private static string? ProblemOf(List<string> places) => places switch
    {
        ["url"] or ["provider"] or ["planId"] or ["provider", "planId"] or ["planId", "provider"] => null,
        _ => "The link needs exactly one {url}, or {provider} and {planId} once at most each, and no other braces.",
    };

    private static string? ProblemOfAddress(string text) => Sample(text) switch
    {
        null => "The link is no address.",
        { Scheme: not "https" } => "The link must begin with https://.",
        { HostNameType: not UriHostNameType.Dns } => "The link must lead to a host name.",
        var sample when !text.StartsWith($"https://{sample.Authority}/", StringComparison.OrdinalIgnoreCase) =>
            "The link must name its host first, then a slash; the host takes no {…}.",
        _ => null,
    };

    private static List<string> PlacesOf(string text) =>
        text.Count(letter => letter is '{' or '}') == 2 * Places().Count(text)
            ? [.. Places().Matches(text).Select(place => place.Groups[1].Value)]
            : ["braces"];

    /// <summary>The address with its places filled.</summary>
    private static Uri? Sample(string text) =>
        Uri.TryCreate(Places().Replace(text, "x"), UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 ? uri : null;

    [GeneratedRegex(@"\A(?:[A-Za-z0-9._~:/?&=+,;!*()$-]|%[0-9A-Fa-f]{2}|[{}])+\z")]
    private static partial Regex Legal();

    [GeneratedRegex("(?:javascript|vbscript|data|blob|file):", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"\{(url|provider|planId)\}")]
    private static partial Regex Places();
}
