using System.Globalization;
using System.Text;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// Splits a name into words of Latin letters and digits, whatever script it is in: 아이폰15프로 is iphone, 15, pro.
/// </summary>
public static class SearchWords
{
    private const string Numerals = "零一二三四五六七八九十";

    /// <summary>Signs inside a word: 12.9, AT&amp;T, Y!mobile.</summary>
    private const string Inner = ".&!'’™®";

    /// <summary>The words of a text. Words of <see cref="DeviceVocabulary.Cjk"/> are already replaced.</summary>
    public static List<string> Of(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Runs)];

    /// <summary>The text as one word, in its own script.</summary>
    public static string Joined(string text) => Plain(text).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static IEnumerable<string> Runs(string word)
    {
        for (var start = 0; start < word.Length;)
        {
            var isCjk = IsCjk(word[start]);
            var run = word.Substring(start, RunLength(word, start));
            start += run.Length;
            foreach (var part in isCjk ? Meanings(run) : [run])
            {
                yield return part;
            }
        }
    }

    private static int RunLength(string word, int start)
    {
        var end = start;
        while (end < word.Length && IsCjk(word[end]) == IsCjk(word[start]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsCjk(char letter) => letter > '\u2E7F';

    private static IEnumerable<string> Meanings(string run)
    {
        var rest = new StringBuilder();
        for (var at = 0; at < run.Length;)
        {
            if (Longest(run, at) is not { } known)
            {
                rest.Append(run[at++]);
                continue;
            }

            foreach (var word in Figures(rest.ToString()).Concat(DeviceVocabulary.Cjk[known]))
            {
                yield return word;
            }

            rest.Clear();
            at += known.Length;
        }

        foreach (var word in Figures(rest.ToString()))
        {
            yield return word;
        }
    }

    private static string? Longest(string run, int at)
    {
        for (var length = Math.Min(DeviceVocabulary.LongestCjk, run.Length - at); length > 0; length--)
        {
            var part = run.Substring(at, length);
            if (DeviceVocabulary.Cjk.ContainsKey(part))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Chinese numerals at the end become digits: 十五 is 15.</summary>
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

    /// <summary>Value of numerals up to 99, written with ten (十五) or digit by digit (一五).</summary>
    private static int ValueOf(string numerals) => numerals.Split('十') switch
    {
        [var tens, var ones] => ((tens.Length == 0 ? 1 : Plainly(tens)) * 10) + Plainly(ones),
        _ => Plainly(numerals),
    };

    private static int Plainly(string numerals) =>
        numerals.Take(4).Aggregate(0, (value, numeral) => (value * 10) + Math.Max(0, Numerals.IndexOf(numeral, StringComparison.Ordinal)));

    /// <summary>
    /// Lower case, usual width, without accents. A plus becomes a word, other signs become spaces or disappear.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        foreach (var letter in WellFormed(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            var basic = WithoutAccent(letter);
            if (letter == '+')
            {
                plain.Append(" plus ");
            }
            else if (!Inner.Contains(letter, StringComparison.Ordinal))
            {
                plain.Append(char.IsLetterOrDigit(basic) || letter == 'ー' ? basic : ' ');
            }
        }

        return plain.ToString();
    }

    /// <summary>Half of a surrogate pair cannot be normalized.</summary>
    private static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString()));

    private static char WithoutAccent(char letter) =>
        letter is >= '\u00C0' and <= '\u024F' ? letter.ToString().Normalize(NormalizationForm.FormD)[0] : letter;
}
