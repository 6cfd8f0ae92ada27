using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>What the travelers of a request are called in one language.</summary>
public sealed class TravelerNames(TripRequest request, CatalogSnapshot catalog, Words words)
{
    private readonly IReadOnlyList<TravelerPart> _parts = TripMapping.Parts(request);

    /// <summary>Of people alike nobody can say which one hosts.</summary>
    public string OfHost(string travelerId) => CountOf(travelerId) > 1 ? words["traveler.host"] : Of(travelerId);

    /// <summary>What a traveler is called: their name, else their place in the party.</summary>
    public string Of(string travelerId) => Of(travelerId, CountOf(travelerId));

    /// <summary>What so many of the people alike of a traveler are called.</summary>
    /// <param name="people">At most the traveler's count.</param>
    public string Of(string travelerId, int people) => Of(travelerId, people, PhoneOf(travelerId));

    /// <summary>The same without phone and number of people, for where these stand beside the name.</summary>
    /// <param name="people">At most the traveler's count.</param>
    public string OnAMap(string travelerId, int people) => PartOf(travelerId) is ({ Name: null, Count: > 1 } part, var number) && part.Count == people && _parts.Count > 1
        ? words.Say("map.group", ("group", number))
        : Of(travelerId, people, null);

    /// <summary>Names with a colon, where it is not everybody.</summary>
    public string Who(IReadOnlyCollection<string> travelers) => travelers.Count == 0 || travelers.Count == _parts.Count
        ? string.Empty
        : words.Say("result.who", ("names", Words.Sentence(string.Join(words["form.list-separator"], travelers.Select(id => Of(id))))));

    public int CountOf(string travelerId) => PartOf(travelerId).Part.Count ?? 1;

    /// <summary>Name of the phone; null where none is said, and where the catalog no longer knows it.</summary>
    public string? PhoneOf(string travelerId) => PartOf(travelerId).Part.Phone is { } phone && catalog.Devices.TryGetValue(phone, out var device) ? device.Name : null;

    private string Of(string travelerId, int people, string? phone)
    {
        var (part, number) = PartOf(travelerId);
        var whole = part.Count ?? 1;
        return (part.Name, whole, _parts.Count) switch
        {
            ({ } name, _, _) when people == whole => name,
            ({ } name, _, _) => words.Say("traveler.of-name", ("people", people), ("name", name)),
            (_, 1, 1) => words["traveler.you"],
            (_, 1, _) => phone is null
                ? words.Say("traveler.number", ("number", number))
                : words.Say("traveler.number-phone", ("number", number), ("phone", phone)),
            (_, _, 1) => people == whole ? words.Say("traveler.everybody", ("people", people)) : words.Say("traveler.of-everybody", ("people", people)),
            _ when people == whole => phone is null
                ? words.Say("traveler.group", ("group", number), ("people", people))
                : words.Say("traveler.group-phone", ("group", number), ("people", people), ("phone", phone)),
            _ => words.Say("traveler.of-group", ("people", people), ("group", number)),
        };
    }

    private (TravelerPart Part, int Number) PartOf(string travelerId)
    {
        var index = TripMapping.Ids(_parts).ToList().IndexOf(travelerId);
        return (_parts[index], index + 1);
    }
}
