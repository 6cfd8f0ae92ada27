namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>How wide a text comes out, near enough to keep labels apart: a server does not know the reader's fonts.</summary>
public static class TextWidth
{
    private const string Ellipsis = "…";

    private const int FirstWideLetter = 0x1100;

    /// <param name="size">Size of the letters, in the picture's units.</param>
    /// <returns>In the same units, rather too much than too little.</returns>
    public static double Of(string text, double size) => text.Sum(Ems) * size;

    /// <summary>The text, or as much of it as there is room for.</summary>
    public static string Fit(string text, double size, double room)
    {
        if (Of(text, size) <= room)
        {
            return text;
        }

        var kept = text.Length;
        while (kept > 0 && Of(text[..kept], size) + Of(Ellipsis, size) > room)
        {
            kept -= kept > 1 && char.IsLowSurrogate(text[kept - 1]) ? 2 : 1;
        }

        return text[..kept].TrimEnd() + Ellipsis;
    }

    /// <summary>Widths of the broader of the common sans-serif letters, in ems.</summary>
    private static double Ems(char letter) => letter switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or 'i' or 'j' or 'l' => 0.32,
        'm' or 'w' or 'M' or 'W' or '%' or '…' => 0.92,
        >= '0' and <= '9' or '¥' or '$' or '€' => 0.64,
        >= 'A' and <= 'Z' => 0.7,
        >= (char)FirstWideLetter => 1,
        _ => 0.58,
    };
}
