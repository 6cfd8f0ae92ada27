using System.Globalization;
using System.Text;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>
/// Devices by what people call them: any order of words, brand in any script, spaces and case ignored, one wrong letter forgiven in longer words.
/// </summary>
public static class DeviceSearch
{
    private const int ShortestForgiven = 5;

    /// <summary>Best first; everything by name where nothing is asked, nothing where signs without a letter are.</summary>
    public static IEnumerable<Device> Find(CatalogSnapshot catalog, string? text)
    {
        var words = Words(text ?? string.Empty);
        return (words.Count == 0 && !string.IsNullOrWhiteSpace(text) ? [] : catalog.Devices.Values.AsEnumerable())
            .Select(device => (Device: device, Score: words.Count == 0 ? 0 : ScoreOf(device, words)))
            .Where(found => found.Score is not null)
            .OrderBy(found => found.Score)
            .ThenBy(found => found.Device.Name.Length)
            .ThenByDescending(found => found.Device.Released)
            .ThenBy(found => found.Device.Id, StringComparer.Ordinal)
            .Select(found => found.Device);
    }

    /// <summary>The one device of a class that is called exactly so; null where none or several are.</summary>
    public static Device? Named(CatalogSnapshot catalog, string name, DeviceClass of)
    {
        var wanted = Joined(name);
        var found = catalog.Devices.Values
            .Where(device => device.Class == of && (device.Id == name || Names(device).Any(candidate => Joined(candidate) == wanted)))
            .Take(2)
            .ToList();
        return found is [var only] ? only : null;
    }

    private static IEnumerable<string> Names(Device device) =>
        device.Aliases.Prepend(device.Name).SelectMany(name => new[] { name, device.Brand + " " + name }.Concat(device.BrandAliases.Select(brand => brand + name)));

    /// <summary>0 for words that are all whole words of the device's name, more for what is only begun or misspelled; null where a word fits nothing.</summary>
    private static int? ScoreOf(Device device, List<string> words)
    {
        var known = Words(string.Join(' ', [device.Brand, device.Name, .. device.Aliases, .. device.BrandAliases]));
        var joined = Joined(device.Brand + device.Name);
        var score = 0;
        foreach (var word in words)
        {
            if (WordScore(word, known, joined) is not { } part)
            {
                return null;
            }

            score += part;
        }

        return score;
    }

    private static int? WordScore(string word, List<string> known, string joined) =>
        known.Contains(word) ? 0
        : known.Any(candidate => candidate.StartsWith(word, StringComparison.Ordinal)) ? 1
        : known.Any(candidate => IsCjk(candidate) && word.Contains(candidate, StringComparison.Ordinal) && joined.Contains(word.Replace(candidate, string.Empty, StringComparison.Ordinal), StringComparison.Ordinal)) ? 1
        : joined.Contains(word, StringComparison.Ordinal) ? 2
        : word.Length >= ShortestForgiven && known.Any(candidate => IsOneLetterOff(word, candidate)) ? 3
        : null;

    private static bool IsCjk(string word) => word.Any(letter => letter > '\u2E7F');

    private static bool IsOneLetterOff(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var (restOne, restOther) = (one[start..], other[start..]);
        return restOne.Skip(1).SequenceEqual(restOther.Skip(1))
            || restOne.SequenceEqual(restOther.Skip(1))
            || restOne.Skip(1).SequenceEqual(restOther)
            || (restOne is [var a, var b, ..] && restOther is [var c, var d, ..] && a == d && b == c && restOne[2..] == restOther[2..]);
    }

    private static List<string> Words(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static string Joined(string text) => Plain(text).Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>Lower case, without accents, everything but letters, digits and plus a space.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(letter) || letter == '+' ? letter : ' ');
            }
        }

        return plain.ToString();
    }
}
