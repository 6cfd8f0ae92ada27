using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Devices;

/// <summary>What a device can in plain words, for a unit of one market or of any.</summary>
/// <param name="market">ISO code of the market the unit was made for; null where nobody said.</param>
public sealed class DeviceFacts(Words words, Device device, string? market)
{
    private readonly MarketVariant? _variant = market is null ? null : device.VariantFor(market);

    /// <summary>yes, no, unknown, or depends where markets differ and none is named.</summary>
    public string EsimCode => market is null && device.EsimDependsOnMarket ? "depends" : (_variant?.Esim ?? device.Esim).Wire();

    public string Esim => words["esim." + EsimCode];

    /// <summary>Where the answer stands.</summary>
    public Source Source => _variant?.Source ?? device.Source;

    /// <summary>The market of the answer in words; null where none was named.</summary>
    public string? ForMarket => market is null ? null : words.Say("device.for-market", ("country", words.Country(market)));

    public IEnumerable<(string Label, string Answer)> Rows()
    {
        yield return (words["device.class"], Words.Sentence(words["class." + device.Class.Wire()]));
        yield return (words["device.released"], device.Released is { } year ? words.Say("format.year", ("year", year.ToString(System.Globalization.CultureInfo.InvariantCulture))) : words["fact.unknown"]);
        yield return (words["device.slots"], (_variant is null ? device.SimSlots : _variant.SimSlots) is { } slots ? words.Show(slots) : words["fact.unknown"]);
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
        yield return (words["device.joins"], words[device.JoinsWifi switch { true => "fact.yes", false => "fact.no", _ => "fact.unknown" }]);
        yield return (words["device.portal"], words["portal." + device.CaptivePortal]);
    }

    /// <summary>Markets in words, in one line.</summary>
    public static string Markets(Words words, IEnumerable<string> markets) => string.Join(words["form.list-separator"], markets.Select(words.Country));
}
