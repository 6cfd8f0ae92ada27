using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>A name, read: its labels, its other words in order, and the market it states.</summary>
/// <param name="Labels">Brands and families.</param>
/// <param name="Words">The words that tell the model.</param>
/// <param name="Market">ISO 3166 code; null where none is stated.</param>
public sealed partial record DeviceQuery(ImmutableArray<string> Labels, ImmutableArray<string> Words, string? Market)
{
    /// <summary>The words of the model as one word, so that spaces do not count.</summary>
    public string Rest => string.Concat(Words);

    public bool IsEmpty => Labels.IsEmpty && Words.IsEmpty;

    /// <param name="words">Words from <see cref="SearchWords.Of"/>.</param>
    /// <param name="labels">The labels of the catalog.</param>
    public static DeviceQuery Of(IEnumerable<string> words, DeviceLabels labels)
    {
        var (found, rest, market) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), (string?)null);
        foreach (var word in Meanings([.. WithoutMemory([.. words])]))
        {
            if (word[0] == DeviceVocabulary.MarketSign)
            {
                market ??= word[1..];
                continue;
            }

            var part = word;
            while (labels.Of(part) is null && labels.Joined(part) is { } joined)
            {
                found.Add(joined.Label);
                part = joined.Other;
            }

            if (labels.Of(part) is { } label)
            {
                found.Add(label);
            }
            else
            {
                rest.AddRange(MeaningOf(part) ?? [part]);
            }
        }

        return new DeviceQuery([.. found], [.. rest.Where(word => word[0] != DeviceVocabulary.MarketSign)], market);
    }

    /// <summary>Replaces rows of up to three words by what they mean; the longest that matches counts.</summary>
    private static IEnumerable<string> Meanings(ImmutableArray<string> words)
    {
        for (var at = 0; at < words.Length;)
        {
            var (length, meaning) = Longest(words, at);
            at += length;
            foreach (var word in meaning)
            {
                yield return word;
            }
        }
    }

    private static (int Length, string[] Meaning) Longest(ImmutableArray<string> words, int at)
    {
        for (var length = Math.Min(DeviceVocabulary.MostWords, words.Length - at); length > 0; length--)
        {
            if (MeaningOf(string.Join(' ', words.AsSpan(at, length)!)) is { } meaning)
            {
                return (length, meaning);
            }
        }

        return (1, [words[at]]);
    }

    private static string[]? MeaningOf(string words) => DeviceVocabulary.Latin.GetValueOrDefault(words);

    /// <summary>128gb, 128 gb, 8gb ram, 1tb and the end of 15pro256gb say nothing about the model.</summary>
    private static IEnumerable<string> WithoutMemory(ImmutableArray<string> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (at + 1 < words.Length && words[at + 1] is "gb" or "tb" && IsNumber(words[at]))
            {
                at++;
            }
            else if (JoinedMemory().Replace(words[at], string.Empty) is { Length: > 0 } word)
            {
                yield return word;
            }
        }
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    [GeneratedRegex(@"^\d+[gt]b$|^[12]t$|(?<=\D)[12]tb$|(?:^|(?<=\D))(?:32|64|128|256|512|1024)gb?$", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedMemory();
}
