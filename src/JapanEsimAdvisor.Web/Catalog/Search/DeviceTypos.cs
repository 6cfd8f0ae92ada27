using System.Collections.Frozen;
using F23.StringSimilarity;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// Corrects misspelled words of device names. Digits are never corrected: another number is another model.
/// </summary>
public sealed class DeviceTypos
{
    private const int ShortestForgiven = 5;

    private const int ShortestForgivenTwice = 9;

    private static readonly OptimalStringAlignment Distance = new();

    private readonly FrozenSet<string> _known;

    private readonly ILookup<int, string> _byLength;

    public DeviceTypos(IEnumerable<string> words)
    {
        _known = words.Where(word => word.Length >= ShortestForgiven - 1 && word.All(char.IsAsciiLetter)).ToFrozenSet(StringComparer.Ordinal);
        _byLength = _known.ToLookup(word => word.Length);
    }

    public IEnumerable<string> Corrected(IEnumerable<string> words) => words.Select(Corrected);

    private string Corrected(string word)
    {
        var letters = word.TakeWhile(char.IsAsciiLetter).Count();
        return letters >= ShortestForgiven && !_known.Contains(word[..letters]) && Nearest(word[..letters]) is { } known
            ? known + word[letters..]
            : word;
    }

    /// <summary>The only nearest known word; null where none is near enough or several are as near.</summary>
    private string? Nearest(string letters)
    {
        var most = letters.Length >= ShortestForgivenTwice ? 2 : 1;
        var near = Enumerable.Range(letters.Length - most, (2 * most) + 1)
            .SelectMany(length => _byLength[length])
            .Select(known => (Known: known, Letters: Distance.Distance(letters, known)))
            .Where(found => found.Letters <= most)
            .OrderBy(found => found.Letters)
            .Take(2)
            .ToList();
        return near.Count == 1 || (near.Count == 2 && near[0].Letters < near[1].Letters) ? near[0].Known : null;
    }
}
