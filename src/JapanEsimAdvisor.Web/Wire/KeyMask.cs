using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>Takes partner keys out of texts that repeat what a caller sent, wherever they put it.</summary>
public static partial class KeyMask
{
    public static string Of(string text) => Keys().Replace(text, "$1…");

    [GeneratedRegex("([sp]k_)[A-Za-z0-9_-]{16,}")]
    private static partial Regex Keys();
}
