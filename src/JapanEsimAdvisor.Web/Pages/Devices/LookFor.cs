namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>What to look for in a device's settings and what others report of devices: facts of <c>data/facts</c> in our words.</summary>
/// <param name="Key">Key of the words.</param>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Checked">When it was seen there; null where the source has no date.</param>
public sealed record LookFor(string Key, string Fact, string Url, string? Checked = null)
{
    public static readonly IReadOnlyList<LookFor> InSettings =
    [
        new("look.eid", "eid-test", "https://cybersecuritycampaign.com.hk/esim/esim-setup-iphone"),
        new("look.lock", "iphone-lock-status", "https://esimrated.com/en/esim-compatible-phones/apple"),
        new("look.locked", "lock-refuses-esim", "https://wikiwalls.com/definition/esim-compatible-phone/"),
        new("look.mainland", "mainland-china-iphones", "https://blog.aitoearn.ai/the-most-comprehensive-esim-activation-guide-for-mainland-china-iphone-air-users", "2025-10-14"),
    ];

    public static readonly IReadOnlyList<LookFor> OfOthers =
    [
        new("look.watch", "watch-no-travel-esim-install", "https://sim-finder.com/en/guides/esim-on-smartwatch/"),
        new("look.console", "console-sign-in", "https://groundwifi.com/?p=57288"),
        new("look.ipad", "ipad-esim", "https://sim-finder.com/en/guides/esim-on-ipad/"),
    ];
}
