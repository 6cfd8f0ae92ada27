using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// Devices by what people call them: any order of words, brand in any script, spaces and case ignored, words run together, Chinese numerals,
/// one wrong letter forgiven in longer words and two in long ones.
/// </summary>
/// <remarks>The names of a catalog are taken apart once: a search runs at every key that somebody presses.</remarks>
public sealed class DeviceSearch(CatalogSnapshot catalog)
{
    private const int ShortestForgiven = 5;

    private const int ShortestForgivenTwice = 9;

    private const int ShortestRunTogether = 3;

    private readonly Entry[] _entries = [.. catalog.Devices.Values.Select(device => new Entry(device))];

    /// <summary>Best first; everything by name where nothing is asked, nothing where signs without a letter are.</summary>
    public IEnumerable<Device> Find(string? text)
    {
        var (words, joined) = (SearchWords.Of(text ?? string.Empty), SearchWords.Joined(text ?? string.Empty));
        return (words.Count == 0 && !string.IsNullOrWhiteSpace(text) ? [] : _entries)
            .Select(entry => (Entry: entry, entry.Device, Score: entry.ScoreOf(words)))
            .Where(found => found.Score is not null)
            .OrderByDescending(found => found.Entry.IsCalled(joined))
            .ThenBy(found => found.Score)
            .ThenBy(found => found.Entry.WordsOfName)
            .ThenByDescending(found => found.Device.Released)
            .ThenBy(found => found.Device.Name.Length)
            .ThenBy(found => found.Device.Id, StringComparer.Ordinal)
            .Select(found => found.Device);
    }

    /// <summary>What comes closest to words that mean no device: found by as many of them as mean something, the last left out first.</summary>
    public IEnumerable<Device> Nearest(string text)
    {
        var words = SearchWords.Of(text);
        for (var count = words.Count; count > 0; count--)
        {
            var found = Find(string.Join(' ', words.Take(count))).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The one device of those meant that is called exactly so; null where none or several are.</summary>
    public Device? Named(string name, Func<Device, bool> isMeant)
    {
        var joined = SearchWords.Joined(name);
        var found = _entries
            .Where(entry => (entry.Device.Id == name || entry.IsCalled(joined)) && isMeant(entry.Device))
            .Take(2)
            .ToList();
        return found is [var only] ? only.Device : null;
    }

    /// <summary>A device and its names, taken apart.</summary>
    private sealed class Entry(Device device)
    {
        private readonly HashSet<string> _names = [.. Names(device).Select(SearchWords.Joined)];

        private readonly HashSet<string> _own = [.. SearchWords.Of(string.Join(' ', [device.Name, .. device.Aliases]))];

        /// <summary>Its own words and those of its brand.</summary>
        private readonly string[] _known = [.. SearchWords.Of(string.Join(' ', [device.Brand, device.Name, .. device.Aliases, .. device.BrandAliases]))];

        private readonly string _joined = SearchWords.Joined(device.Brand + device.Name);

        public Device Device => device;

        public int WordsOfName { get; } = SearchWords.Of(device.Name).Count;

        public bool IsCalled(string joined) => _names.Contains(joined);

        /// <summary>
        /// 0 for words that are all whole words of the device's name, more for what fits the brand alone (which may be called after another of its devices: an iPhone is
        /// no iPad), is only begun or misspelled; null where a word fits nothing.
        /// </summary>
        public int? ScoreOf(List<string> words)
        {
            var score = 0;
            foreach (var word in words)
            {
                if (ScoreOf(word) is not { } part)
                {
                    return null;
                }

                score += part == 0 && !_own.Contains(word) ? 1 : part;
            }

            return score;
        }

        private int? ScoreOf(string word) =>
            _known.Contains(word) ? 0
            : Array.Exists(_known, candidate => candidate.StartsWith(word, StringComparison.Ordinal)) ? 1
            : _joined.Contains(word, StringComparison.Ordinal) ? 2
            : RunTogether(word) is { } parts ? 1 + parts
            : word.Length >= ShortestForgiven && Array.Exists(_known, candidate => IsOneLetterOff(word, candidate)) ? 3
            : word.Length >= ShortestForgivenTwice && Array.Exists(_known, candidate => IsTwoLettersOff(word, candidate)) ? 5
            : null;

        /// <summary>A word that begins with one of the device's own, and goes on with another.</summary>
        private int? RunTogether(string word) => _known
            .Where(candidate => word.Length > candidate.Length && word.StartsWith(candidate, StringComparison.Ordinal) && MayRunTogether(candidate))
            .Select(candidate => ScoreOf(word[candidate.Length..]))
            .Min();

        private static bool MayRunTogether(string word) => word.Length >= ShortestRunTogether || SearchWords.IsCjk(word);

        private static IEnumerable<string> Names(Device device) => device.Aliases.Prepend(device.Name)
            .SelectMany(name => new[] { name, device.Brand + " " + name }.Concat(device.BrandAliases.Select(brand => brand + name)));
    }

    /// <summary>One letter off after one letter is left out or in.</summary>
    private static bool IsTwoLettersOff(string one, string other) => Math.Abs(one.Length - other.Length) <= 2
        && (Enumerable.Range(0, one.Length).Any(at => IsOneLetterOff(one.Remove(at, 1), other))
            || (other.Length >= ShortestForgivenTwice && Enumerable.Range(0, other.Length).Any(at => IsOneLetterOff(one, other.Remove(at, 1)))));

    /// <summary>A letter is another, is missing or too many, or has changed places with the next.</summary>
    private static bool IsOneLetterOff(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = one.AsSpan().CommonPrefixLength(other);
        var restOne = one.AsSpan(start);
        var restOther = other.AsSpan(start);
        return Rest(restOne).SequenceEqual(Rest(restOther))
            || restOne.SequenceEqual(Rest(restOther))
            || Rest(restOne).SequenceEqual(restOther)
            || (restOne is [var a, var b, ..] && restOther is [var c, var d, ..] && a == d && b == c && restOne[2..].SequenceEqual(restOther[2..]));
    }

    private static ReadOnlySpan<char> Rest(ReadOnlySpan<char> letters) => letters.IsEmpty ? letters : letters[1..];
}
