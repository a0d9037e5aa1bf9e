using System.Text;
using System.Xml;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// Text on its way into a cell. Spreadsheets hold it as XML, which has no place for most control
/// characters: these are written as <c>_xHHHH_</c> (ECMA-376, ST_Xstring), and text that happens to look
/// like that is protected, so that what is read back is what was written.
/// </summary>
internal static class CellText
{
    /// <summary>The most characters that a cell holds; counted as written, escapes included.</summary>
    public const int Longest = 32_767;

    /// <summary>What the end of a text is replaced by when it is too long.</summary>
    public const char CutMark = '…';

    private const int EscapeLength = 7;

    /// <summary>The text itself where a cell holds it, or its beginning with <see cref="CutMark"/>.</summary>
    public static string Fit(string text, out bool isCut)
    {
        isCut = false;
        if (text.Length <= Longest / EscapeLength)
            return text;
        var (length, keep) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            length += LengthOf(text, i);
            if (length <= Longest - 1)
                keep = i + 1;
            if (length > Longest)
            {
                isCut = true;
                // Never half of a character.
                keep -= keep > 0 && char.IsHighSurrogate(text[keep - 1]) ? 1 : 0;
                return string.Concat(text.AsSpan(0, keep), [CutMark]);
            }
        }
        return text;
    }

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                encoded.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                // Half a character: nothing can show it, and no file may hold it.
                encoded.Append('\uFFFD');
            else if (LooksEscaped(text, i))
                encoded.Append("_x005F_");
            else if (IsPlain(c))
                encoded.Append(c);
            else
                encoded.Append(System.Globalization.CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        }
        return encoded.ToString();
    }

    /// <summary>Tab and line ends are legal XML but would be read as blanks at the ends of a text.</summary>
    public static bool IsPlain(char c) => c >= ' ' && c != '\u007F' && XmlConvert.IsXmlChar(c);

    /// <summary>Whether an underscore begins what would be read as an escape.</summary>
    public static bool LooksEscaped(string text, int at) =>
        text[at] == '_'
        && at + 6 < text.Length
        && text[at + 1] is 'x'
        && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2])
        && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4])
        && char.IsAsciiHexDigit(text[at + 5]);

    private static int LengthOf(string text, int at) =>
        char.IsSurrogate(text[at]) || (IsPlain(text[at]) && !LooksEscaped(text, at)) ? 1 : EscapeLength;
}
