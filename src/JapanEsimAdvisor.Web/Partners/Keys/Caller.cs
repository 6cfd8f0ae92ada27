using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace JapanEsimAdvisor.Web.Partners.Keys;

/// <summary>Why a call with a key is not answered.</summary>
public enum KeyRefusal
{
    /// <summary>No such key was ever given.</summary>
    Unknown,

    /// <summary>Revoked or rotated away.</summary>
    Ended,

    /// <summary>A secret key from a browser.</summary>
    SecretInBrowser,

    /// <summary>A publishable key from an origin that is not the partner's.</summary>
    ForeignOrigin,

    /// <summary>A publishable key on a call that changes something.</summary>
    ReadOnly,
}

/// <summary>Who makes a call: a partner with a key that holds, or an address.</summary>
/// <param name="Key">Null without a key or where it is refused: what somebody else does with a key is not put on the partner's account.</param>
public sealed record Caller(PartnerKey? Key, KeyRefusal? Refusal, IPAddress Address);

public static class Callers
{
    extension(HttpContext context)
    {
        /// <summary>Who makes this call to the API.</summary>
        public Caller Caller => context.Features.GetRequiredFeature<Caller>();
    }
}
