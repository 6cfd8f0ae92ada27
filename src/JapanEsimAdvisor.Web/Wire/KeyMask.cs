using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>Removes partner keys from texts that repeat a caller's input.</summary>
public static partial class KeyMask
{
    public static string Of(string text) => Keys().Replace(text, "$1…");

    [GeneratedRegex("([sp]k_)[A-Za-z0-9_-]{16,}")]
    private static partial Regex Keys();
}
