using JapanEsimAdvisor.Web.Catalog;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>What to look for in a device's settings, and what others report of devices.</summary>
public static class LookFor
{
    public static readonly IReadOnlyList<Claim> InSettings =
    [
        new("look.eid", "eid-test"),
        new("look.lock", "iphone-lock-status"),
        new("look.locked", "lock-refuses-esim"),
        new("look.mainland", "mainland-china-iphones"),
    ];

    public static readonly IReadOnlyList<Claim> OfOthers =
    [
        new("look.watch", "watch-no-travel-esim-install"),
        new("look.console", "console-sign-in"),
        new("look.ipad", "ipad-esim"),
    ];
}
