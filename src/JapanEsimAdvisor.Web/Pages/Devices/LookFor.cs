using JapanEsimAdvisor.Web.Catalog;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>Hints for a device's settings, and reports of other users.</summary>
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
