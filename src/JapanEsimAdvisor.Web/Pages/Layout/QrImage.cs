using System.Globalization;
using System.Text;
using QRCoder;

namespace JapanEsimAdvisor.Web.Pages.Layout;

/// <summary>A QR code (ISO/IEC 18004) as one SVG path of its dark squares, with the quiet zone around them.</summary>
/// <param name="Side">Modules per side, including the quiet zone of four.</param>
/// <param name="Path">Data of the path; one unit is one module.</param>
public sealed record QrImage(int Side, string Path)
{
    /// <summary>Longest address that a phone can read from a small screen.</summary>
    public const int MostCharacters = 400;

    /// <summary>Null if the address is too long to be read.</summary>
    public static QrImage? Of(string address)
    {
        if (address.Length > MostCharacters)
        {
            return null;
        }

        using var code = QRCodeGenerator.GenerateQrCode(
            address, address.Length > MostCharacters / 4 ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var run = 0;
                while (x + run < rows.Count && rows[y][x + run])
                {
                    run++;
                }

                if (run > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                    x += run;
                }
            }
        }

        return new QrImage(rows.Count, path.ToString());
    }
}
