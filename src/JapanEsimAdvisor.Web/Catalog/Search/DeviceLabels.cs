using System.Collections.Frozen;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// The words that name a brand (samsung) or a family of its devices (galaxy). They can be left out, or stand anywhere in a
/// name, but where one is typed, only its devices are meant.
/// </summary>
public sealed class DeviceLabels
{
    private const int ShortestJoined = 4;

    private readonly FrozenDictionary<string, string> _labels;

    private readonly int _longest;

    public DeviceLabels(IEnumerable<Device> devices)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var brand in devices.GroupBy(device => device.Brand, StringComparer.Ordinal))
        {
            var name = OfBrand(brand.Key);
            labels[name] = name;
            foreach (var alias in brand.First().BrandAliases
                .Select(SearchWords.Of)
                .Where(words => words.Count == 1 && !DeviceVocabulary.Latin.ContainsKey(words[0]))
                .Select(words => words[0]))
            {
                labels.TryAdd(alias, IsFamily(alias, brand) ? alias : name);
            }
        }

        _labels = labels.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = labels.Keys.Max(label => label.Length);
    }

    public IEnumerable<string> Words => _labels.Keys;

    public static string OfBrand(string brand) => SearchWords.Joined(brand);

    /// <summary>The label that a word is; null for other words.</summary>
    public string? Of(string word) => _labels.GetValueOrDefault(word);

    /// <summary>The label that a word starts with, and the rest: pixel8 is pixel and 8.</summary>
    public (string Label, string Other)? Joined(string word)
    {
        for (var length = Math.Min(_longest, word.Length - 1); length > 0; length--)
        {
            var (start, rest) = (word[..length], word[length..]);
            if (_labels.TryGetValue(start, out var label) && (length >= ShortestJoined || char.IsAsciiDigit(rest[0])))
            {
                return (label, rest);
            }

            if (DeviceVocabulary.ShortLabels.TryGetValue(start, out label) && IsJoinedToShort(start, rest))
            {
                return (label, rest);
            }
        }

        return null;
    }

    /// <summary>i15 is an iPhone, i5 can be anything.</summary>
    private static bool IsJoinedToShort(string start, string rest) => start.Length switch
    {
        1 => rest is [>= '0' and <= '9', >= '0' and <= '9', ..],
        >= ShortestJoined => true,
        _ => char.IsAsciiDigit(rest[0]),
    };

    private static bool IsFamily(string alias, IEnumerable<Device> devices) =>
        devices.Any(device => device.Aliases.Prepend(device.Name).Any(name => SearchWords.Of(name).Contains(alias, StringComparer.Ordinal)));
}
