using JapanEsimAdvisor.Web.Catalog;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>What everybody should know for an emergency in Japan.</summary>
public static class EmergencyFacts
{
    public static readonly IReadOnlyList<Claim> All =
    [
        new("emergency.fact.numbers", "emergency-numbers", "emergency-interpreters"),
        new("emergency.fact.calls", "emergency-no-sim", "emergency-roaming", "emergency-data-only-fails", "emergency-data-only-works"),
        new("emergency.fact.public-phone", "emergency-public-phone"),
        new("emergency.fact.disaster-wifi", "five-zero-open", "five-zero-delay", "five-zero-unencrypted"),
    ];
}
