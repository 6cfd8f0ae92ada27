using System.Collections.Frozen;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>A device with its names as the search compares them.</summary>
internal sealed class DeviceEntry
{
    /// <summary>Rank of the words of a whole name.</summary>
    public const int Whole = 0;

    /// <summary>Rank of a name in short.</summary>
    public const int Short = 1;

    private const string AnyBrand = "any";

    private readonly ImmutableArray<string> _words;

    private readonly ImmutableArray<string> _keys;

    public DeviceEntry(Device device, DeviceLabels labels)
    {
        Device = device;
        var names = device.Aliases.Prepend(device.Name).Select(name => (Text: name, Read: Read(name, labels))).ToList();
        IsGeneric = DeviceLabels.OfBrand(device.Brand) == AnyBrand;
        Labels = (IsGeneric ? [] : names.SelectMany(name => name.Read.Labels).Append(DeviceLabels.OfBrand(device.Brand)))
            .ToFrozenSet(StringComparer.Ordinal);
        WordsOfName = names[0].Read.Words.Length;
        _words = [.. names.SelectMany(name => name.Read.Words).Distinct()];
        Keys = RanksOf(names.SelectMany(name => KeysOf(name.Text, name.Read, device.Class, labels)));
        _keys = [.. Keys.Keys];
        Sorted = [.. names.Select(name => SortedKey(name.Read.Words)).Where(key => key.Length > 0)];
        Spellings = [.. names.SelectMany(name => new[] { name.Text, device.Brand + name.Text }).Select(SearchWords.Joined)];
    }

    public Device Device { get; }

    /// <summary>True for a kind of device without a brand. It is found by its own names only.</summary>
    public bool IsGeneric { get; }

    public FrozenSet<string> Labels { get; }

    public int WordsOfName { get; }

    /// <summary>Its names without labels, as one word each, with their rank.</summary>
    public FrozenDictionary<string, int> Keys { get; }

    /// <summary>The words of its names in alphabetical order, for names typed in another order.</summary>
    public ImmutableHashSet<string> Sorted { get; }

    /// <summary>
    /// Its names letter by letter: "phone" says nothing beside other words, and a Mi 11i is no Xiaomi 11i.
    /// </summary>
    public ImmutableHashSet<string> Spellings { get; }

    public IEnumerable<string> Words => _words;

    public static string SortedKey(IEnumerable<string> words) => string.Join('|', words.Order(StringComparer.Ordinal));

    public bool Has(ImmutableArray<string> labels)
    {
        foreach (var label in labels)
        {
            if (!Labels.Contains(label))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether it can be what these labels name: a MacBook by Apple is a laptop, but a phone by Nothing is not any phone.
    /// </summary>
    public bool CanBeCalled(ImmutableArray<string> labels) =>
        Has(labels) || (IsGeneric && Device.Class != DeviceClass.Phone);

    /// <summary>
    /// How well it matches while a name is typed: 0 by a whole name, 1 by a short one, 2 by the start of one, 3 by the start
    /// of its words in any order. Null where it does not.
    /// </summary>
    /// <param name="query">What was typed.</param>
    /// <param name="rest">Its <see cref="DeviceQuery.Rest"/>, joined once for all devices.</param>
    public int? ScoreOf(DeviceQuery query, string rest)
    {
        if (!Has(query.Labels) || (IsGeneric && query.Words.IsEmpty))
        {
            return null;
        }

        return Keys.TryGetValue(rest, out var rank) ? rank
            : AnyStartsWith(_keys, rest) ? 2
            : AllStart(query.Words) ? 3
            : null;
    }

    // Loops, because a list of candidates compares all devices at every key press.
    private bool AllStart(ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (!AnyStartsWith(_words, word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyStartsWith(ImmutableArray<string> all, string start)
    {
        foreach (var one in all)
        {
            if (one.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static DeviceQuery Read(string name, DeviceLabels labels) => DeviceQuery.Of(SearchWords.Of(name), labels);

    private static FrozenDictionary<string, int> RanksOf(IEnumerable<(string Key, int Rank)> keys) => keys
        .Where(key => key.Key.Length > 0)
        .GroupBy(key => key.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Min(key => key.Rank), StringComparer.Ordinal);

    private static IEnumerable<(string Key, int Rank)> KeysOf(string name, DeviceQuery read, DeviceClass kind, DeviceLabels labels)
    {
        yield return (read.Rest, Whole);
        var main = name.Split('(')[0];
        foreach (var words in new[] { read.Words, main.Length < name.Length ? Read(main, labels).Words : [] })
        {
            foreach (var shorter in ShortForms(words, kind))
            {
                yield return (string.Concat(shorter), Short);
            }
        }
    }

    /// <summary>
    /// How people shorten a name: without 5G, Z (Fold5), Phone (2a), Mark; 15pm, s24u. A watch without LTE is another one.
    /// </summary>
    private static IEnumerable<ImmutableArray<string>> ShortForms(ImmutableArray<string> words, DeviceClass kind)
    {
        var plain = kind == DeviceClass.Phone && words is [.., "5g" or "4g" or "lte"] ? words[..^1] : words;
        yield return plain;
        yield return [.. plain.Where(word => word != "mark")];
        if (plain is ["z", ..] or ["phone", _, ..])
        {
            yield return plain[1..];
        }

        foreach (var initial in Initials(plain))
        {
            yield return initial;
        }
    }

    private static IEnumerable<ImmutableArray<string>> Initials(ImmutableArray<string> words)
    {
        switch (words)
        {
            case [_, .., "pro", "max"]:
                yield return [.. words[..^2], "pm"];
                yield return [.. words[..^2], "promx"];
                break;
            case [_, .., "pro" or "plus"]:
                yield return [.. words[..^1], "p"];
                break;
            case [_, .., "ultra"]:
                yield return [.. words[..^1], "u"];
                break;
        }
    }
}
