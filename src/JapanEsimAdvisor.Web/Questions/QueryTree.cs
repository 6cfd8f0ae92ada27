using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A query string as the JSON it stands for: <c>trip.arrival=…&amp;travelers[0].phone=…</c> by the body's own paths.</summary>
public sealed partial class QueryTree
{
    private const int MostParameters = 2_000;

    private const int MostEntriesOfAList = 100;

    private readonly Branch _root = new();

    private QueryTree()
    {
    }

    /// <summary>Blank values are left out: an empty field of a form says nothing. Entries of lists that say nothing are left out too.</summary>
    /// <param name="errors">Receives parameters that are no path, or stand twice.</param>
    public static QueryTree Of(IEnumerable<KeyValuePair<string, StringValues>> query, ICollection<FieldError> errors)
    {
        var tree = new QueryTree();
        foreach (var (name, values) in query.Take(MostParameters))
        {
            var given = values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).ToList();
            if (given.Count > 0 && !tree._root.Put(Segments(name), given))
            {
                errors.Add(new FieldError(name, "unknown-field"));
            }
        }

        return tree;
    }

    public JsonObject ToJson() => (JsonObject)_root.ToJson();

    /// <summary>An error of the JSON at the name the address gave the field: entries left out do not count there.</summary>
    public FieldError AsAsked(FieldError error)
    {
        var (branch, path) = ((Branch?)_root, error.Path);
        var named = new List<string>();
        foreach (var segment in Segments(path))
        {
            var found = branch?.Find(segment);
            named.Add(found?.Name ?? segment);
            branch = found?.Child;
        }

        return named.Count == 0 ? error : error with { Path = string.Join('.', named).Replace(".[", "[", StringComparison.Ordinal) };
    }

    private static string[] Segments(string name) =>
        PathPattern().IsMatch(name) ? name.Replace("[", ".[", StringComparison.Ordinal).Split('.') : [];

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]*(\[[0-9]{1,2}\])?(\.[A-Za-z][A-Za-z0-9-]*(\[[0-9]{1,2}\])?){0,6}\z")]
    private static partial Regex PathPattern();

    private sealed class Branch
    {
        private readonly SortedDictionary<string, Branch> _children = new(StringComparer.Ordinal);

        private List<string>? _values;

        public bool Put(ReadOnlySpan<string> path, List<string> values)
        {
            if (path.IsEmpty)
            {
                return false;
            }

            if (!_children.TryGetValue(Key(path[0]), out var child))
            {
                child = _children[Key(path[0])] = new Branch();
            }

            return path.Length > 1 ? child._values is null && child.Put(path[1..], values) : child.Set(values);
        }

        /// <summary>The child a segment of the JSON's path means, with its name in the address.</summary>
        public (string Name, Branch Child)? Find(string segment)
        {
            if (!segment.StartsWith('[') || !IsList)
            {
                return _children.TryGetValue(segment, out var named) ? (segment, named) : null;
            }

            var index = int.Parse(segment[1..^1], CultureInfo.InvariantCulture);
            return index < _children.Count && _children.ElementAt(index) is var (key, child)
                ? (FormattableString.Invariant($"[{int.Parse(key[1..^1], CultureInfo.InvariantCulture)}]"), child)
                : null;
        }

        private bool IsList => _children.Count > 0 && _children.Keys.All(key => key.StartsWith('['));

        public JsonNode ToJson() => this switch
        {
            { _values: [var only] } => JsonValue.Create(only),
            { _values: { } several } => new JsonArray([.. several.Select(value => (JsonNode)JsonValue.Create(value))]),
            _ when IsList => new JsonArray([.. _children.Values.Take(MostEntriesOfAList).Select(child => child.ToJson())]),
            _ => new JsonObject(_children.Select(child => KeyValuePair.Create(child.Key, (JsonNode?)child.Value.ToJson()))),
        };

        private bool Set(List<string> values)
        {
            if (_children.Count > 0 || _values is not null)
            {
                return false;
            }

            _values = values;
            return true;
        }

        /// <summary>Indices sort as numbers.</summary>
        private static string Key(string segment) => segment is ['[', _, ']'] ? "[0" + segment[1..] : segment;
    }
}
