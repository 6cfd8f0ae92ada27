using System.Text.Json.Nodes;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A form's fields as the contract means them: names people type stand for ids, and a figure counts instead of the list beside it.</summary>
public static class PageTree
{
    /// <summary>Ways to say how much is used, the one that counts first: a list always says something, and what is carried along unseen counts last.</summary>
    private static readonly string[] Ways = ["gbPerDay", "profile", "activities", "gbPerMonthAtHome"];

    public static void Adapt(JsonObject tree, DeviceSearch search)
    {
        var travelers = (tree["travelers"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        foreach (var traveler in travelers)
        {
            NamePhone(traveler, search);
            NameDevices(traveler, search);
        }

        foreach (var person in tree["everyone"] is JsonObject everyone ? travelers.Append(everyone) : travelers)
        {
            LetFiguresOverrule(person);
        }
    }

    private static void NamePhone(JsonObject traveler, DeviceSearch search)
    {
        if (traveler["phone"] is JsonValue typed && search.Named(typed.ToString(), device => device.Class == DeviceClass.Phone) is { } device)
        {
            traveler["phone"] = device.Id;
        }
    }

    private static void NameDevices(JsonObject traveler, DeviceSearch search)
    {
        var typed = traveler["devices"] switch
        {
            JsonValue one => one.ToString().Split(',', StringSplitOptions.TrimEntries),
            JsonArray several when several.All(entry => entry is JsonValue) => [.. several.Select(entry => entry!.ToString())],
            _ => (string[])[],
        };
        if (typed.Length > 0)
        {
            traveler["devices"] = new JsonArray([.. typed.Select(name => (JsonNode)JsonValue.Create(search.Named(name, device => device.Class != DeviceClass.Phone)?.Id ?? name))]);
        }
    }

    private static void LetFiguresOverrule(JsonObject person)
    {
        if (person["hoursApartPerDay"] is not null)
        {
            person.Remove("apart");
        }

        if (person["usage"] is JsonObject usage)
        {
            foreach (var way in Ways.Where(way => usage[way] is not null).Skip(1).ToList())
            {
                usage.Remove(way);
            }
        }
    }
}
