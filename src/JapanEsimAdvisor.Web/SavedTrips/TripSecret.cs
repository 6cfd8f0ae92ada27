using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>
/// The two secrets of a saved trip. Its id opens it and stands in its link; its edit token changes and deletes it, is shown once, never stands in an
/// address, and is kept as SHA-256 alone: a stolen database changes nothing. 256 random bits need neither salt nor a slow hash.
/// </summary>
public static class TripSecret
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>Characters of an id: 128 bits in base64url.</summary>
    public const int IdLength = 22;

    private const int IdBytes = 16;

    private const int TokenBytes = 32;

    public static string NewId() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));

    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether a token is the one behind a hash, in a time that does not tell how much of it is right.</summary>
    public static bool Opens(string? token, ReadOnlySpan<byte> hash) =>
        CryptographicOperations.FixedTimeEquals(HashOf(token ?? string.Empty), hash);
}
