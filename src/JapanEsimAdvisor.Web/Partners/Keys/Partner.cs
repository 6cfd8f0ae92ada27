using System.Security.Cryptography;

namespace JapanEsimAdvisor.Web.Partners.Keys;

/// <summary>A partner as calls see it.</summary>
/// <param name="Quota">Calls a minute with each key; null: as configured.</param>
public sealed record Partner(int Id, IReadOnlyList<string> Origins, LinkTemplate? Link, int? Quota);

/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="IsEnded">Revoked or rotated away.</param>
public sealed record PartnerKey(byte[] Hash, KeyKind Kind, bool IsEnded, Partner Partner)
{
    /// <summary>Whether a text with this hash is the key, in a time that does not tell how much of it is right.</summary>
    public bool Is(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
