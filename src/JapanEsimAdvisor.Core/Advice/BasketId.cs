using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// Id of a basket: 16 hexadecimal digits of a hash of the purchases and of the types that are together. It does not
/// depend on the ids of travelers.
/// </summary>
internal static class BasketId
{
    private const int Length = 16;

    private const int UsualLength = 256;

    public static string Of(ImmutableArray<Pod> pods)
    {
        var lines = new string[pods.Length];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = Line(pods[index]);
        }

        Array.Sort(lines, StringComparer.Ordinal);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)), hash);
        return Convert.ToHexStringLower(hash[..(Length / 2)]);
    }

    private static string Line(Pod pod)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[UsualLength]);
        text.AppendLiteral(Kinds[(int)pod.Kind]);
        text.AppendLiteral("|");
        text.AppendFormatted(pod.HostType);
        text.AppendLiteral("|");
        AppendCounts(ref text, pod.Members.Counts);
        text.AppendLiteral("|");
        AppendItems(ref text, pod.Bundle?.Items ?? []);
        return text.ToStringAndClear();
    }

    private static void AppendCounts(ref DefaultInterpolatedStringHandler text, ImmutableArray<int> counts)
    {
        for (var type = 0; type < counts.Length; type++)
        {
            text.AppendLiteral(type > 0 ? "," : string.Empty);
            text.AppendFormatted(counts[type]);
        }
    }

    private static void AppendItems(ref DefaultInterpolatedStringHandler text, ImmutableArray<BundleItem> items)
    {
        for (var index = 0; index < items.Length; index++)
        {
            text.AppendLiteral(index > 0 ? "+" : string.Empty);
            text.AppendLiteral(items[index].Plan.Id);
            text.AppendLiteral("*");
            text.AppendFormatted(items[index].Purchases);
            text.AppendLiteral("*");
            text.AppendFormatted(items[index].Days);
        }
    }

    private static readonly string[] Kinds = Enum.GetNames<PodKind>();
}
