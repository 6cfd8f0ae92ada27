using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace JapanEsimAdvisor.Web.Partners.Keys;

public enum KeyKind
{
    /// <summary>For servers; refused with an <c>Origin</c> header.</summary>
    Secret,

    /// <summary>For browsers on the partner's origins; reads only.</summary>
    Publishable,
}

/// <summary>
/// Keys of partners: a prefix for the kind and 256 random bits. Only their SHA-256 is stored: 256 random bits need
/// neither salt nor a slow hash. A lookup by hash gives no timing hint, because a guesser cannot control the hash of a
/// guess.
/// </summary>
public static class PartnerKeys
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    private const int RandomBytes = 32;

    private const int Length = 46;

    public static string New(KeyKind kind) => PrefixOf(kind) + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(RandomBytes));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Whether a text has the form of a key.</summary>
    public static bool IsShaped(string text) =>
        text.Length == Length && Enum.GetValues<KeyKind>().Any(kind => text.StartsWith(PrefixOf(kind), StringComparison.Ordinal));

    private static string PrefixOf(KeyKind kind) => kind == KeyKind.Secret ? "sk_" : "pk_";
}
