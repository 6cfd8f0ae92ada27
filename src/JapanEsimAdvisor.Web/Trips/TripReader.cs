using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Site;

namespace JapanEsimAdvisor.Web.Trips;

/// <summary>JSON to a <see cref="TripRequest"/>: names every unknown property and every value of the wrong form, not only the first.</summary>
public static partial class TripReader
{
    private const int MostErrors = 50;

    /// <summary>Whether a query parameter could be part of a trip: pages pass over all others.</summary>
    public static bool Knows(string name) => Root().IsMatch(name);

    /// <returns>Null where something was wrong.</returns>
    public static TripRequest? Read(JsonObject tree, JsonSerializerOptions options, ICollection<FieldError> errors)
    {
        DropUnknown(tree, options.GetTypeInfo(typeof(TripRequest)), string.Empty, errors);
        WrapLists(tree, options.GetTypeInfo(typeof(TripRequest)));
        TripRequest? request = null;
        while (request is null && errors.Count < MostErrors)
        {
            try
            {
                request = tree.Deserialize<TripRequest>(options);
            }
            catch (JsonException wrong)
            {
                if (!DropAt(tree, wrong.Path ?? "$", errors))
                {
                    break;
                }
            }
        }

        return errors.Count == 0 ? request : null;
    }

    private static void DropUnknown(JsonNode? node, JsonTypeInfo type, string path, ICollection<FieldError> errors)
    {
        if (node is JsonObject known && type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var (name, value) in known.ToList())
            {
                var at = path.Length == 0 ? name : path + "." + name;
                if (type.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
                {
                    errors.Add(new FieldError(at, "unknown-field"));
                    _ = known.Remove(name);
                }
                else
                {
                    DropUnknown(value, type.Options.GetTypeInfo(property.PropertyType), at, errors);
                }
            }
        }
        else if (node is JsonArray list && type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
        {
            for (var index = 0; index < list.Count; index++)
            {
                DropUnknown(list[index], type.Options.GetTypeInfo(element), FormattableString.Invariant($"{path}[{index}]"), errors);
            }
        }
    }

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

    /// <summary>Takes the value at a path out, so that the next wrong one can be found.</summary>
    private static bool DropAt(JsonObject tree, string path, ICollection<FieldError> errors)
    {
        var segments = Segment().Matches(path).Select(match => match.Value.Trim('.', '[', ']', '\'')).Where(segment => segment.Length > 0 && segment != "$").ToList();
        JsonNode? parent = tree;
        foreach (var segment in segments.SkipLast(1))
        {
            parent = parent is JsonArray list ? list[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)] : parent?[segment];
        }

        errors.Add(new FieldError(path.Replace("$.", string.Empty, StringComparison.Ordinal), "wrong-form"));
        return segments.Count > 0 && parent switch
        {
            JsonObject known => known.Remove(segments[^1]),
            JsonArray list => Remove(list, segments[^1]),
            _ => false,
        };
    }

    private static bool Remove(JsonArray list, string index)
    {
        list[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)] = null;
        return true;
    }

    [GeneratedRegex(@"^(people|include|(trip|everyone|preferences)\..*|travelers\[.*)$")]
    private static partial Regex Root();

    [GeneratedRegex(@"\['[^']*'\]|\[[0-9]+\]|\.?[^.\[\]]+")]
    private static partial Regex Segment();
}
