using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>
/// From JSON or an address to a typed request. Names every unknown property and every value of the wrong form, not only the first.
/// </summary>
public static partial class RequestReader
{
    public static ReadRequest<T> OfBody<T>(JsonObject body)
        where T : class => Read<T>(body, WireJson.Options, null, []);

    /// <summary>A trip from an address: by the short names of a link, or by the paths of the body.</summary>
    public static ReadRequest<TripRequest> OfAddress(IReadOnlyList<KeyValuePair<string, StringValues>> query)
    {
        var errors = new List<FieldError>();
        var address = QueryTree.Of(ShortForm.Expand(query, errors), errors);
        return Read<TripRequest>(address.ToJson(), WireJson.FromText, address, errors);
    }

    /// <summary>A request from an address, by the paths of the body alone.</summary>
    public static ReadRequest<T> OfPaths<T>(IEnumerable<KeyValuePair<string, StringValues>> query)
        where T : class
    {
        var errors = new List<FieldError>();
        var address = QueryTree.Of(query, errors);
        return Read<T>(address.ToJson(), WireJson.FromText, address, errors);
    }

    /// <param name="errors">Errors of the address.</param>
    private static ReadRequest<T> Read<T>(JsonObject tree, JsonSerializerOptions options, QueryTree? address, IReadOnlyList<FieldError> errors)
        where T : class
    {
        var type = options.GetTypeInfo(typeof(T));
        WrapLists(tree, type);
        var unread = new List<FieldError>();
        var findings = new Findings(unread);
        CheckForm(tree, type, string.Empty, findings);
        if (unread.Count == 0)
        {
            return new ReadRequest<T>(tree.Deserialize<T>(options)!, address, errors);
        }

        findings.TakeOut();
        return new ReadRequest<T>(tree.Deserialize<T>(options), unread, address, errors);
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
                findings.Add(path, CodeOfForm(type.Type), node);
                break;
        }
    }

    /// <summary>The code names the form that is wanted, where there is one to name.</summary>
    private static string CodeOfForm(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly) ? "date-form"
        : (Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeOnly) ? "time-form"
        : "wrong-form";

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
}
