using System.Security.Cryptography;

namespace JapanEsimAdvisor.Web.Partners.Keys;

/// <summary>A partner, as needed to answer calls.</summary>
/// <param name="Quota">Calls a minute with each key; null for the configured default.</param>
public sealed record Partner(int Id, IReadOnlyList<string> Origins, LinkTemplate? Link, int? Quota);

/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="IsEnded">Whether the key was revoked or replaced.</param>
public sealed record PartnerKey(byte[] Hash, KeyKind Kind, bool IsEnded, Partner Partner)
{
    /// <summary>Whether a text with this hash is the key. Compares in constant time.</summary>
    public bool Is(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
