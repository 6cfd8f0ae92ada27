using System.Globalization;
using System.Text;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// Splits a query into search words: ignores spaces and case, splits where the script changes, reads Chinese numerals
/// as digits.
/// </summary>
public static class SearchWords
{
    private const string Numerals = "零一二三四五六七八九十";

    /// <summary>Words without information about the model.</summary>
    private static readonly string[] Fillers = ["手机", "手機", "平板电脑", "平板", "手表", "手錶", "笔记本", "游戏机", "我的", "的", "携帯", "スマホ", "휴대폰"];

    /// <summary>The distinct words of a text.</summary>
    public static List<string> Of(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Runs).Distinct()];

    public static bool IsCjk(string word) => word.Any(IsCjk);

    /// <summary>A word, split where the script changes, without fillers; Chinese numerals become digits.</summary>
    private static IEnumerable<string> Runs(string word)
    {
        for (var start = 0; start < word.Length;)
        {
            var cjk = IsCjk(word[start]);
            var run = new string([.. word.Skip(start).TakeWhile(letter => IsCjk(letter) == cjk)]);
            start += run.Length;
            foreach (var part in cjk
                ? Figures(Fillers.Aggregate(run, (rest, filler) => rest.Replace(filler, string.Empty, StringComparison.Ordinal)))
                : [run])
            {
                yield return part;
            }
        }
    }

    private static bool IsCjk(char letter) => letter > '\u2E7F';

    /// <summary>Chinese numerals at the end of a word become digits: 苹果十五 is 苹果 15.</summary>
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

    /// <summary>The text as one word.</summary>
    public static string Joined(string text) => Plain(text).Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>Lower case without accents. A plus becomes a word, other signs become spaces.</summary>
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
