using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// Finds devices by their usual names: words in any order, brand in any script, without regard to spaces and case,
/// words joined, Chinese numerals, one wrong letter in longer words and two in long ones.
/// </summary>
/// <remarks>The names of a catalog are split once, because a search runs at every key press.</remarks>
public sealed class DeviceSearch(CatalogSnapshot catalog)
{
    private const int ShortestForgiven = 5;

    private const int ShortestForgivenTwice = 9;

    private const int ShortestRunTogether = 3;

    private readonly Entry[] _entries = [.. catalog.Devices.Values.Select(device => new Entry(device))];

    /// <summary>
    /// Best match first. All devices by name for an empty query, none for a query without letters or digits.
    /// </summary>
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

    /// <summary>
    /// The closest devices for a query without a match: leaves out words, the last one first, until something matches.
    /// </summary>
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

    /// <summary>The only device with exactly this name; null if none or several have it.</summary>
    public Device? Named(string name, Func<Device, bool> isMeant)
    {
        var joined = SearchWords.Joined(name);
        var found = _entries
            .Where(entry => (entry.Device.Id == name || entry.IsCalled(joined)) && isMeant(entry.Device))
            .Take(2)
            .ToList();
        return found is [var only] ? only.Device : null;
    }

    /// <summary>A device and its names, split into words.</summary>
    private sealed class Entry(Device device)
    {
        private readonly HashSet<string> _names = [.. Names(device).Select(SearchWords.Joined)];

        private readonly HashSet<string> _own = [.. SearchWords.Of(string.Join(' ', [device.Name, .. device.Aliases]))];

        /// <summary>The words of its name and of its brand.</summary>
        private readonly string[] _known =
        [
            .. SearchWords.Of(string.Join(' ', [device.Brand, device.Name, .. device.Aliases, .. device.BrandAliases])),
        ];

        private readonly string _joined = SearchWords.Joined(device.Brand + device.Name);

        public Device Device => device;

        public int WordsOfName { get; } = SearchWords.Of(device.Name).Count;

        public bool IsCalled(string joined) => _names.Contains(joined);

        /// <summary>
        /// 0 if all words are whole words of the device's name. More for words that match only the brand, the start of
        /// a word, or a misspelling. A brand can be named after one of its other devices, so a brand alone counts less.
        /// Null if a word matches nothing.
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

        /// <summary>A word that joins two words of the device.</summary>
        private int? RunTogether(string word) => _known
            .Where(candidate => word.Length > candidate.Length
                && word.StartsWith(candidate, StringComparison.Ordinal)
                && MayRunTogether(candidate))
            .Select(candidate => ScoreOf(word[candidate.Length..]))
            .Min();

        private static bool MayRunTogether(string word) => word.Length >= ShortestRunTogether || SearchWords.IsCjk(word);

        private static IEnumerable<string> Names(Device device) => device.Aliases.Prepend(device.Name)
            .SelectMany(name => new[] { name, device.Brand + " " + name }.Concat(device.BrandAliases.Select(brand => brand + name)));
    }

    /// <summary>One more wrong letter after a letter is removed or inserted.</summary>
    private static bool IsTwoLettersOff(string one, string other) => Math.Abs(one.Length - other.Length) <= 2
        && (Enumerable.Range(0, one.Length).Any(at => IsOneLetterOff(one.Remove(at, 1), other))
            || (other.Length >= ShortestForgivenTwice
                && Enumerable.Range(0, other.Length).Any(at => IsOneLetterOff(one, other.Remove(at, 1)))));

    /// <summary>A letter is wrong, missing, extra, or swapped with the next one.</summary>
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
            || (restOne is [var a, var b, ..]
                && restOther is [var c, var d, ..]
                && a == d
                && b == c
                && restOne[2..].SequenceEqual(restOther[2..]));
    }

    private static ReadOnlySpan<char> Rest(ReadOnlySpan<char> letters) => letters.IsEmpty ? letters : letters[1..];
}
