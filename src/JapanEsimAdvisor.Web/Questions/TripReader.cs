using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>JSON to a <see cref="TripRequest"/> or another request: names every unknown property and every value of the wrong form, not only the first.</summary>
public static partial class TripReader
{
    /// <summary>Whether a query parameter could be part of a trip: pages pass over all others.</summary>
    public static bool Knows(string name) => Root().IsMatch(name);

    /// <returns>Null where something was wrong.</returns>
    public static TripRequest? Read(JsonObject tree, JsonSerializerOptions options, ICollection<FieldError> errors) => Read<TripRequest>(tree, options, errors);

    /// <returns>Null where something was wrong.</returns>
    public static T? Read<T>(JsonObject tree, JsonSerializerOptions options, ICollection<FieldError> errors)
        where T : class => Read<T>(tree, options, errors, out _);

    /// <param name="rest">Where something was wrong, what can be read without it, so that its rules can be checked all the same.</param>
    /// <returns>Null where something was wrong.</returns>
    public static T? Read<T>(JsonObject tree, JsonSerializerOptions options, ICollection<FieldError> errors, out T? rest)
        where T : class
    {
        var type = options.GetTypeInfo(typeof(T));
        WrapLists(tree, type);
        var findings = new Findings(errors);
        CheckForm(tree, type, string.Empty, findings);
        rest = null;
        if (errors.Count == 0)
        {
            return tree.Deserialize<T>(options);
        }

        findings.TakeOut();
        rest = tree.Deserialize<T>(options);
        return null;
    }

    /// <summary>Names what has no place in a type or not its form; what holds other values is entered, so that all is named at once.</summary>
    private static void CheckForm(JsonNode node, JsonTypeInfo type, string path, Findings findings)
    {
        switch (type.Kind, node)
        {
            case (JsonTypeInfoKind.Object, JsonObject known):
                CheckProperties(known, type, path, findings);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonArray list):
                CheckEntries(list.Select((entry, index) => (FormattableString.Invariant($"{path}[{index}]"), entry)), list, type, findings);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonObject entries):
                CheckEntries(entries.Select(entry => (Below(path, entry.Key), entry.Value)), entries, type, findings);
                break;
            case (JsonTypeInfoKind.None, _) when IsReadable(node, type):
                break;
            default:
                findings.Add(path, "wrong-form", node);
                break;
        }
    }

    private static void CheckProperties(JsonObject known, JsonTypeInfo type, string path, Findings findings)
    {
        foreach (var (name, value) in known)
        {
            if (type.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
            {
                findings.Add(Below(path, name), "unknown-field", value);
            }
            else if (value is not null)
            {
                CheckForm(value, type.Options.GetTypeInfo(property.PropertyType), Below(path, name), findings);
            }
        }
    }

    /// <summary>A property may be null, which says nothing; an entry of a list may not.</summary>
    private static void CheckEntries(IEnumerable<(string Path, JsonNode? Value)> entries, JsonNode whole, JsonTypeInfo type, Findings findings)
    {
        foreach (var (path, value) in entries)
        {
            if (value is null)
            {
                findings.Add(path, "wrong-form", whole);
            }
            else
            {
                CheckForm(value, type.Options.GetTypeInfo(type.ElementType!), path, findings);
            }
        }
    }

    private static bool IsReadable(JsonNode? node, JsonTypeInfo type)
    {
        try
        {
            _ = node.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : path + "." + name;

    /// <summary>One value of a repeated query parameter is a list of one.</summary>
    private static void WrapLists(JsonNode? node, JsonTypeInfo type)
    {
        if (type.Options != WireJson.FromText || node is not JsonObject known || type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties.Where(property => known[property.Name] is not null))
        {
            var inner = type.Options.GetTypeInfo(property.PropertyType);
            if (inner.Kind == JsonTypeInfoKind.Enumerable && known[property.Name] is JsonValue single)
            {
                known[property.Name] = new JsonArray([.. single.ToString().Split(',').Select(part => (JsonNode)JsonValue.Create(part.Trim()))]);
            }
            else if (inner.Kind == JsonTypeInfoKind.Enumerable && known[property.Name] is JsonArray list && inner.ElementType is { } element)
            {
                list.ToList().ForEach(entry => WrapLists(entry, type.Options.GetTypeInfo(element)));
            }
            else
            {
                WrapLists(known[property.Name], inner);
            }
        }
    }

    [GeneratedRegex(@"^(people|include|whyNot(\[.*)?|(trip|everyone|preferences)\..*|travelers\[.*)$")]
    private static partial Regex Root();
}
