using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace JapanEsimAdvisor.Web.Partners.Keys;

public enum KeyKind
{
    /// <summary>For servers; never with an <c>Origin</c>.</summary>
    Secret,

    /// <summary>For browsers on the partner's origins; reads only.</summary>
    Publishable,
}

/// <summary>
/// Keys of partners: a prefix that says the kind and 256 random bits, kept as SHA-256 alone. So many random bits need neither salt nor a slow hash, and
/// finding a key by its hash tells a guesser nothing: the time depends on the hash of the guess, which nobody can steer towards that of a key.
/// </summary>
public static class PartnerKeys
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    private const int RandomBytes = 32;

    private const int Length = 46;

    public static string New(KeyKind kind) => PrefixOf(kind) + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(RandomBytes));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Whether a text can be a key at all.</summary>
    public static bool IsShaped(string text) =>
        text.Length == Length && Enum.GetValues<KeyKind>().Any(kind => text.StartsWith(PrefixOf(kind), StringComparison.Ordinal));

    private static string PrefixOf(KeyKind kind) => kind == KeyKind.Secret ? "sk_" : "pk_";
}
