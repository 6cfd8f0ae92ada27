using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace JapanEsimAdvisor.Web.Partners.Keys;

/// <summary>Why a call with a key is refused.</summary>
public enum KeyRefusal
{
    /// <summary>The key does not exist.</summary>
    Unknown,

    /// <summary>The key was revoked or replaced.</summary>
    Ended,

    /// <summary>A secret key from a browser.</summary>
    SecretInBrowser,

    /// <summary>A publishable key from an origin that is not the partner's.</summary>
    ForeignOrigin,

    /// <summary>A publishable key on a call that changes something.</summary>
    ReadOnly,
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
