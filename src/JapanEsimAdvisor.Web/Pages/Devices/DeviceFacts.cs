using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>Functions of a device in words, for one market or for all.</summary>
/// <param name="market">ISO code of the device's market; null if not given.</param>
public sealed class DeviceFacts(Words words, Device device, string? market)
{
    private readonly MarketVariant? _variant = market is null ? null : device.VariantFor(market);

    /// <summary>yes, no or unknown; depends if markets differ and none is given.</summary>
    public string EsimCode => market is null && device.EsimDependsOnMarket ? "depends" : (_variant?.Esim ?? device.Esim).Wire();

    /// <summary>A watch has an eSIM for the plan of its home operator, so it takes no travel eSIM.</summary>
    public string Esim => words[device.Class == DeviceClass.Watch && EsimCode == "no" ? "esim.no.watch" : "esim." + EsimCode];

    /// <summary>Source of the answer.</summary>
    public Source Source => _variant?.Source ?? device.Source;

    /// <summary>The market of the answer in words; null if none was given.</summary>
    public string? ForMarket => market is null ? null : words.Say("device.for-market", ("country", words.Country(market)));

    public IEnumerable<(string Label, string Answer)> Rows()
    {
        yield return (words["device.class"], Words.Sentence(words["class." + device.Class.Wire()]));
        yield return (
            words["device.released"],
            device.Released is { } year
                ? words.Say("format.year", ("year", year.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                : words["fact.unknown"]);
        yield return (
            words["device.slots"],
            (_variant is null ? device.SimSlots : _variant.SimSlots) is { } slots ? words.Show(slots) : words["fact.unknown"]);
        if (device.EsimStored is { } stored && EsimCode != "no")
        {
            yield return (words["device.stored"], words.Show(stored));
        }

        yield return (words["device.hosts"], device switch
        {
            { CanHost: true, HotspotClients: { } clients } => words.Say("device.hosts.clients", ("count", clients)),
            { CanHost: { } hosts } => words[hosts ? "fact.yes" : "fact.no"],
            _ => words["fact.unknown"],
        });
        yield return (
            words["device.joins"], words[device.JoinsWifi switch { true => "fact.yes", false => "fact.no", _ => "fact.unknown" }]);
        yield return (words["device.portal"], words["portal." + device.CaptivePortal]);
    }

    /// <summary>Markets in words, in one line.</summary>
    public static string Markets(Words words, IEnumerable<string> markets) =>
        string.Join(words["form.list-separator"], markets.Select(words.Country));
}
