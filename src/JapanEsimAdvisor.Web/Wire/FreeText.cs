using System.Buffers;
using System.Globalization;
using System.Text;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>
/// Text that people type and others read: names of travelers and groups, and values that an error quotes.
/// </summary>
public static class FreeText
{
    /// <summary>Invisible letters and signs.</summary>
    private const string Blanks = "\u115F\u1160\u2800\u3164\uFFA0";

    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Disturbing = SearchValues.Create(
    [
        .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsDisturbing),
    ]);

    /// <summary>Trimmed text; null if nothing of it is visible.</summary>
    public static string? Of(string? typed) => typed?.Trim() is { } text && !text.EnumerateRunes().All(IsUnseen) ? text : null;

    /// <summary>
    /// Whether it holds control characters, line breaks or characters that change the direction of the text.
    /// </summary>
    public static bool Disturbs(string? text) => text.AsSpan().ContainsAny(Disturbing);

    /// <summary>The text for a quotation: disturbing characters become U+FFFD.</summary>
    public static string Quoted(string text) =>
        Disturbs(text) ? string.Concat(text.Select(letter => IsDisturbing(letter) ? Replacement : letter)) : text;

    private static bool IsDisturbing(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsUnseen(Rune rune) => Rune.IsWhiteSpace(rune)
        || (rune.IsBmp && Blanks.Contains((char)rune.Value))
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !(rune.IsBmp && IsDisturbing((char)rune.Value)));
}
