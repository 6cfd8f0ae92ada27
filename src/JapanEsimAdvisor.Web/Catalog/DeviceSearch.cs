using System.Globalization;
using System.Text;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>
/// Devices by what people call them: any order of words, brand in any script, spaces and case ignored, words run together, Chinese numerals,
/// one wrong letter forgiven in longer words and two in long ones.
/// </summary>
public static class DeviceSearch
{
    private const int ShortestForgiven = 5;

    private const int ShortestForgivenTwice = 9;

    private const int ShortestRunTogether = 3;

    private const string Numerals = "零一二三四五六七八九十";

    /// <summary>Words that say nothing about the model.</summary>
    private static readonly string[] Fillers = ["手机", "手機", "平板电脑", "平板", "手表", "手錶", "笔记本", "游戏机", "我的", "的", "携帯", "スマホ", "휴대폰"];

    /// <summary>Best first; everything by name where nothing is asked, nothing where signs without a letter are.</summary>
    public static IEnumerable<Device> Find(CatalogSnapshot catalog, string? text)
    {
        var words = Words(text ?? string.Empty);
        return (words.Count == 0 && !string.IsNullOrWhiteSpace(text) ? [] : catalog.Devices.Values.AsEnumerable())
            .Select(device => (Device: device, Score: words.Count == 0 ? 0 : ScoreOf(device, words)))
            .Where(found => found.Score is not null)
            .OrderByDescending(found => IsCalled(found.Device, Joined(text ?? string.Empty)))
            .ThenBy(found => found.Score)
            .ThenBy(found => Words(found.Device.Name).Count)
            .ThenByDescending(found => found.Device.Released)
            .ThenBy(found => found.Device.Name.Length)
            .ThenBy(found => found.Device.Id, StringComparer.Ordinal)
            .Select(found => found.Device);
    }

    /// <summary>What comes closest to words that mean no device: found by as many of them as mean something, the last left out first.</summary>
    public static IEnumerable<Device> Nearest(CatalogSnapshot catalog, string text)
    {
        var words = Words(text);
        for (var count = words.Count; count > 0; count--)
        {
            var found = Find(catalog, string.Join(' ', words.Take(count))).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The one device of those meant that is called exactly so; null where none or several are.</summary>
    public static Device? Named(CatalogSnapshot catalog, string name, Func<Device, bool> isMeant)
    {
        var wanted = Joined(name);
        var found = catalog.Devices.Values
            .Where(device => isMeant(device) && (device.Id == name || IsCalled(device, wanted)))
            .Take(2)
            .ToList();
        return found is [var only] ? only : null;
    }

    private static bool IsCalled(Device device, string joined) => Names(device).Any(candidate => Joined(candidate) == joined);

    private static IEnumerable<string> Names(Device device) =>
        device.Aliases.Prepend(device.Name).SelectMany(name => new[] { name, device.Brand + " " + name }.Concat(device.BrandAliases.Select(brand => brand + name)));

    /// <summary>
    /// 0 for words that are all whole words of the device's name, more for what fits the brand alone (which may be called after another of its devices: an iPhone is
    /// no iPad), is only begun or misspelled; null where a word fits nothing.
    /// </summary>
    private static int? ScoreOf(Device device, List<string> words)
    {
        var own = Words(string.Join(' ', [device.Name, .. device.Aliases]));
        var known = Words(string.Join(' ', [device.Brand, device.Name, .. device.Aliases, .. device.BrandAliases]));
        var joined = Joined(device.Brand + device.Name);
        var score = 0;
        foreach (var word in words)
        {
            if (WordScore(word, known, joined) is not { } part)
            {
                return null;
            }

            score += part == 0 && !own.Contains(word) ? 1 : part;
        }

        return score;
    }

    private static int? WordScore(string word, List<string> known, string joined) =>
        known.Contains(word) ? 0
        : known.Any(candidate => candidate.StartsWith(word, StringComparison.Ordinal)) ? 1
        : joined.Contains(word, StringComparison.Ordinal) ? 2
        : RunTogether(word, known, joined) is { } parts ? 1 + parts
        : word.Length >= ShortestForgiven && known.Any(candidate => IsOneLetterOff(word, candidate)) ? 3
        : word.Length >= ShortestForgivenTwice && known.Any(candidate => IsTwoLettersOff(word, candidate)) ? 5
        : null;

    /// <summary>A word that begins with one of the device's own, and goes on with another.</summary>
    private static int? RunTogether(string word, List<string> known, string joined) => known
        .Where(candidate => (candidate.Length >= ShortestRunTogether || IsCjk(candidate)) && word.Length > candidate.Length && word.StartsWith(candidate, StringComparison.Ordinal))
        .Select(candidate => WordScore(word[candidate.Length..], known, joined))
        .Min();

    private static bool IsCjk(string word) => word.Any(IsCjk);

    private static bool IsCjk(char letter) => letter > '\u2E7F';

    /// <summary>One letter off after one letter is left out or in.</summary>
    private static bool IsTwoLettersOff(string one, string other) =>
        Enumerable.Range(0, one.Length).Any(at => IsOneLetterOff(one.Remove(at, 1), other))
        || Enumerable.Range(0, other.Length).Any(at => other.Length >= ShortestForgivenTwice && IsOneLetterOff(one, other.Remove(at, 1)));

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
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Runs).Distinct()];

    /// <summary>A word parted where the script changes, without fillers; Chinese numerals as figures.</summary>
    private static IEnumerable<string> Runs(string word)
    {
        for (var start = 0; start < word.Length;)
        {
            var cjk = IsCjk(word[start]);
            var run = new string([.. word.Skip(start).TakeWhile(letter => IsCjk(letter) == cjk)]);
            start += run.Length;
            foreach (var part in cjk ? Figures(Fillers.Aggregate(run, (rest, filler) => rest.Replace(filler, string.Empty, StringComparison.Ordinal))) : [run])
            {
                yield return part;
            }
        }
    }

    /// <summary>Numerals at the end of a Chinese word as figures: 苹果十五 is 苹果 15.</summary>
    private static IEnumerable<string> Figures(string run)
    {
        var name = run.TrimEnd([.. Numerals]);
        if (name.Length > 0)
        {
            yield return name;
        }

        if (name.Length < run.Length)
        {
            yield return ValueOf(run[name.Length..]).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Of numerals up to 99, with ten written out (十五) or by their figures (一五).</summary>
    private static int ValueOf(string numerals) => numerals.Split('十') switch
    {
        [var tens, var ones] => ((tens.Length == 0 ? 1 : Plainly(tens)) * 10) + Plainly(ones),
        _ => Plainly(numerals),
    };

    private static int Plainly(string numerals) => numerals.Take(4).Aggregate(0, (value, numeral) => (value * 10) + Math.Max(0, Numerals.IndexOf(numeral, StringComparison.Ordinal)));

    private static string Joined(string text) => Plain(text).Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>Lower case, without accents, a plus as a word, everything else but letters and digits a space.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter == '+' ? " plus " : char.IsLetterOrDigit(letter) ? letter.ToString() : " ");
            }
        }

        return plain.ToString();
    }
}
