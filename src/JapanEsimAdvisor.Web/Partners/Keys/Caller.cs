using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace JapanEsimAdvisor.Web.Partners.Keys;

/// <summary>Why a call with a key is refused: the status and the code of its problem.</summary>
public sealed record KeyRefusal(int Status, string Code)
{
    /// <summary>The key does not exist.</summary>
    public static readonly KeyRefusal Unknown = new(StatusCodes.Status401Unauthorized, "unknown-key");

    /// <summary>The key was revoked or replaced.</summary>
    public static readonly KeyRefusal Ended = new(StatusCodes.Status401Unauthorized, "revoked-key");

    /// <summary>A secret key from a browser.</summary>
    public static readonly KeyRefusal SecretInBrowser = new(StatusCodes.Status403Forbidden, "secret-key-in-browser");

    /// <summary>A publishable key from an origin that is not the partner's.</summary>
    public static readonly KeyRefusal ForeignOrigin = new(StatusCodes.Status403Forbidden, "origin-not-allowed");

    /// <summary>A publishable key on a call that changes something.</summary>
    public static readonly KeyRefusal ReadOnly = new(StatusCodes.Status403Forbidden, "read-only-key");
}

/// <summary>The caller of the API: a partner with a valid key, or an address.</summary>
/// <param name="Key">
/// Null without a key or if the key is refused, so that misuse of a key does not count for the partner.
/// </param>
public sealed record Caller(PartnerKey? Key, KeyRefusal? Refusal, IPAddress Address);

public static class Callers
{
    extension(HttpContext context)
    {
        /// <summary>The caller of this API call.</summary>
        public Caller Caller => context.Features.GetRequiredFeature<Caller>();
    }
}
