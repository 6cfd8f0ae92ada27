using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// Finds devices by names as people type them: brand in any script or left out, words joined or in another order, in short,
/// with market, operator or memory beside them, model numbers, misspelled words.
/// </summary>
/// <remarks>
/// Its index is built once for a catalog and never changes. A device is surely meant only where every word of the model is
/// one of its names: "iPhone 25" is no iPhone 15.
/// </remarks>
public sealed partial class DeviceSearch
{
    /// <summary>Parts that signs split a model number into: SM-S918B/DS, XT2343-3.</summary>
    private const int MostParts = 3;

    private const int ShortestModelNumber = 4;

    private readonly ImmutableArray<DeviceEntry> _entries;

    private readonly FrozenDictionary<string, ImmutableArray<(DeviceEntry Entry, int Rank)>> _byKey;

    private readonly FrozenDictionary<string, ImmutableArray<(DeviceEntry Entry, int Rank)>> _bySorted;

    private readonly FrozenDictionary<string, ImmutableArray<(DeviceEntry Entry, string? Market)>> _byModelNumber;

    private readonly FrozenDictionary<string, ImmutableArray<DeviceEntry>> _bySpelling;

    private readonly DeviceLabels _labels;

    private readonly DeviceTypos _typos;

    public DeviceSearch(CatalogSnapshot catalog)
    {
        _labels = new DeviceLabels(catalog.Devices.Values);
        _entries = [.. catalog.Devices.Values.OrderBy(device => device.Id, StringComparer.Ordinal).Select(device => new DeviceEntry(device, _labels))];
        _byKey = Grouped(_entries.SelectMany(entry => entry.Keys.Select(key => (key.Key, (entry, key.Value)))));
        _bySorted = Grouped(_entries.SelectMany(entry => entry.Sorted.Select(key => (key, (entry, DeviceEntry.Whole)))));
        _byModelNumber = Grouped(_entries
            .SelectMany(ModelNumbers)
            .Where(number => number.Key.Length >= ShortestModelNumber && !_byKey.ContainsKey(number.Key))
            .Distinct());
        _bySpelling = Grouped(_entries.SelectMany(entry => entry.Spellings.Append(entry.Device.Id).Select(spelling => (spelling, entry))));
        _typos = new DeviceTypos(_entries.SelectMany(entry => entry.Words).Concat(_labels.Words));
    }

    /// <summary>What a typed name, model number or id means.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="isMeant">Which devices count; null for all.</param>
    public DeviceAnswer Read(string text, Func<Device, bool>? isMeant = null)
    {
        var typed = Typed.Of(text, this);
        var meant = isMeant ?? (_ => true);
        var exact = ExactOf(text, typed, meant);
        var market = typed.Query.Market ?? exact.Market;
        return exact is { IsSure: true, Found: [var only] } && !IsTooShort(typed)
            ? new DeviceAnswer(only.Device, market, [])
            : new DeviceAnswer(null, market, [.. Ranked(exact.Found, typed).Select(entry => entry.Device).Where(meant)]);
    }

    /// <summary>
    /// Best match first, so the device that is surely meant is the first. All devices by id for an empty query, none for a
    /// query without letters or digits.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="isMeant">Which devices count; null for all.</param>
    public IEnumerable<Device> Find(string? text, Func<Device, bool>? isMeant = null)
    {
        var meant = isMeant ?? (_ => true);
        if (string.IsNullOrWhiteSpace(text))
        {
            return _entries.Select(entry => entry.Device).Where(meant);
        }

        var typed = Typed.Of(text, this);
        return Ranked(ExactOf(text, typed, meant).Found, typed).Select(entry => entry.Device).Where(meant);
    }

    /// <summary>
    /// The closest devices for a query without a match: leaves out words, the last one first, until something matches.
    /// </summary>
    public IEnumerable<Device> Nearest(string text)
    {
        var query = Typed.Of(text, this).Query;
        var found = new List<Device>();
        for (var count = query.Words.Length; count >= 0 && found.Count == 0; count--)
        {
            found = [.. Matching(query with { Words = query.Words[..count] }).Select(entry => entry.Device)];
        }

        return found;
    }

    /// <summary>The devices with exactly the typed name or model number.</summary>
    private Exact ExactOf(string text, Typed typed, Func<Device, bool> isMeant)
    {
        if (Spelled(text, isMeant) is { } spelled)
        {
            return new Exact([spelled], null, true);
        }

        var named = Named(typed, isMeant);
        var numbered = typed.Numbered.Where(number => number.Entry.Has(typed.Query.Labels) && isMeant(number.Entry.Device)).ToList();
        if (numbered.Count == 0)
        {
            return new Exact(named, null, true);
        }

        var both = typed.Query.Words.IsEmpty ? numbered : [.. numbered.Where(number => named.Contains(number.Entry))];
        return both.Count > 0
            ? new Exact([.. both.Select(number => number.Entry).Distinct()], both[0].Market, true)
            : new Exact([.. numbered.Select(number => number.Entry).Concat(named).Distinct()], null, false);
    }

    /// <summary>The only device with this id or spelling.</summary>
    private DeviceEntry? Spelled(string text, Func<Device, bool> isMeant) =>
        new[] { text.Trim(), SearchWords.Joined(text) }
            .Select(spelling => _bySpelling.GetValueOrDefault(spelling, []).Where(entry => isMeant(entry.Device)).ToList())
            .FirstOrDefault(found => found.Count == 1)?[0];

    private ImmutableArray<DeviceEntry> Named(Typed typed, Func<Device, bool> isMeant)
    {
        foreach (var query in typed.Readings())
        {
            var found = Best(_byKey.GetValueOrDefault(query.Rest, []), query, isMeant);
            if (found.IsEmpty)
            {
                found = Best(_bySorted.GetValueOrDefault(DeviceEntry.SortedKey(query.Words), []), query, isMeant);
            }

            if (!found.IsEmpty)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>
    /// Whole names before short ones; 小米13 is a Xiaomi 13 before a Redmi 13, which is by Xiaomi too; a phone before other
    /// kinds.
    /// </summary>
    private static ImmutableArray<DeviceEntry> Best(
        ImmutableArray<(DeviceEntry Entry, int Rank)> all, DeviceQuery query, Func<Device, bool> isMeant)
    {
        var meant = all.Where(found => isMeant(found.Entry.Device) && found.Entry.CanBeCalled(query.Labels)).ToList();
        var whole = LeastOf(meant, found => found.Rank);
        if (query.Labels.IsEmpty)
        {
            return [.. whole.Select(found => found.Entry)];
        }

        var plain = LeastOf(whole, found => found.Entry.Labels.Count);
        return [.. LeastOf(plain, found => found.Entry.Device.Class == DeviceClass.Phone ? 0 : 1).Select(found => found.Entry)];
    }

    private static List<T> LeastOf<T>(List<T> all, Func<T, int> rank) =>
        all.Count < 2 ? all : [.. all.Where(one => rank(one) == all.Min(rank))];

    /// <summary>A number alone is no name, even where only one device is called so.</summary>
    private static bool IsTooShort(Typed typed) =>
        typed.Query.Labels.IsEmpty && typed.Numbered.IsEmpty && typed.Query.Rest.Length > 0 && typed.Query.Rest.All(char.IsAsciiDigit);

    private IEnumerable<DeviceEntry> Ranked(ImmutableArray<DeviceEntry> found, Typed typed)
    {
        var others = Matching(typed.Query);
        return found.Concat(others.Count > 0 || !found.IsEmpty ? others : Matching(typed.Corrected)).Distinct();
    }

    private List<DeviceEntry> Matching(DeviceQuery query) => query.IsEmpty ? [] : Matching(query, query.Rest);

    private List<DeviceEntry> Matching(DeviceQuery query, string rest) => [.. _entries
        .Select(entry => (Entry: entry, Score: entry.ScoreOf(query, rest)))
        .Where(found => found.Score is not null)
        .OrderBy(found => found.Score)
        .ThenBy(found => found.Entry.WordsOfName)
        .ThenByDescending(found => found.Entry.Device.Released)
        .ThenBy(found => found.Entry.Device.Name.Length)
        .ThenBy(found => found.Entry.Device.Id, StringComparer.Ordinal)
        .Select(found => found.Entry)];

    /// <summary>Model numbers as one word, also without the part that tells color or market: SM-S918B is SM-S918.</summary>
    private static IEnumerable<(string Key, (DeviceEntry Entry, string? Market) Value)> ModelNumbers(DeviceEntry entry) =>
        entry.Device.ModelNumbers.Select(number => (number, (string?)null))
            .Concat(entry.Device.Variants.SelectMany(variant => variant.ModelNumbers.Select(number => (number, (string?)variant.Markets[0]))))
            .SelectMany(number => Spellings(SearchWords.Joined(number.Item1), number.Item2).Select(key => (key.Key, (entry, key.Market))));

    private static IEnumerable<(string Key, string? Market)> Spellings(string number, string? market)
    {
        yield return (number, market);
        if (SamsungNumber().Match(number) is { Success: true } samsung)
        {
            yield return (number[2..], market);
            yield return (samsung.Groups["base"].Value, null);
        }
        else if (MotorolaNumber().Match(number) is { Success: true } motorola)
        {
            yield return (motorola.Groups["base"].Value, null);
        }
    }

    private static FrozenDictionary<string, ImmutableArray<T>> Grouped<T>(IEnumerable<(string Key, T Value)> pairs) => pairs
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Value).ToImmutableArray(), StringComparer.Ordinal);

    [GeneratedRegex("^(?<base>sm[a-z][0-9]{3})[a-z0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SamsungNumber();

    [GeneratedRegex("^(?<base>xt[0-9]{4})[0-9a-z]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MotorolaNumber();

    /// <param name="Found">The devices with exactly the typed name or model number.</param>
    /// <param name="Market">The market that the model number tells; null where it tells none.</param>
    /// <param name="IsSure">False where a name and a model number contradict each other.</param>
    private sealed record Exact(ImmutableArray<DeviceEntry> Found, string? Market, bool IsSure);

    /// <summary>What was typed: model numbers, and the name beside them.</summary>
    private sealed record Typed(
        DeviceSearch Search, ImmutableArray<string> Words, DeviceQuery Query, ImmutableArray<(DeviceEntry Entry, string? Market)> Numbered)
    {
        /// <summary>Its name with misspelled words corrected.</summary>
        public DeviceQuery Corrected => DeviceQuery.Of(Search._typos.Corrected(Words), Search._labels);

        public static Typed Of(string text, DeviceSearch search)
        {
            var (words, numbered) = (new List<string>(), ImmutableArray<(DeviceEntry Entry, string? Market)>.Empty);
            var all = SearchWords.Of(text);
            for (var at = 0; at < all.Count;)
            {
                var length = search.NumberAt(all, at, out var found);
                numbered = found.IsDefault ? numbered : found;
                words.AddRange(length == 0 ? [all[at]] : []);
                at += Math.Max(1, length);
            }

            return new Typed(search, [.. words], DeviceQuery.Of(words, search._labels), numbered);
        }

        /// <summary>The name as typed, then with words left out or corrected.</summary>
        public IEnumerable<DeviceQuery> Readings()
        {
            yield return Query;
            foreach (var shorter in Shorter(Query))
            {
                yield return shorter;
            }

            var corrected = Corrected;
            yield return corrected;
            foreach (var shorter in Shorter(corrected))
            {
                yield return shorter;
            }
        }

        /// <summary>Without the network or a size of memory at the end: Galaxy S24 5G, iPhone 15 256.</summary>
        private static IEnumerable<DeviceQuery> Shorter(DeviceQuery query)
        {
            while (query.Words is [_, .., "5g" or "4g" or "lte" or "64" or "128" or "256" or "512"])
            {
                query = query with { Words = query.Words[..^1] };
                yield return query;
            }
        }
    }

    /// <summary>How many words from here are one model number; 0 where none starts here.</summary>
    private int NumberAt(List<string> words, int at, out ImmutableArray<(DeviceEntry Entry, string? Market)> found)
    {
        for (var length = Math.Min(MostParts, words.Count - at); length > 0; length--)
        {
            if (_byModelNumber.TryGetValue(string.Concat(words.Skip(at).Take(length)), out found))
            {
                return length;
            }
        }

        found = default;
        return 0;
    }
}
