using System.Globalization;
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
    /// <summary>The most characters that a cell holds.</summary>
    public const int Longest = 32_767;

    /// <exception cref="ArgumentException">The text is longer than a cell holds: it is never cut silently.</exception>
    public static string Encode(string text)
    {
        if (text.Length > Longest)
            throw new ArgumentException("The text is longer than a cell holds.", nameof(text));
        if (!NeedsEncoding(text))
            return text;
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
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        }
        return encoded.ToString();
    }

    // Tab and line ends are legal XML but would be read as blanks at the ends of a text.
    private static bool IsPlain(char c) => c >= ' ' && c != '\u007F' && XmlConvert.IsXmlChar(c);

    private static bool NeedsEncoding(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!IsPlain(text[i]) || LooksEscaped(text, i))
                return true;
        return false;
    }

    private static bool LooksEscaped(string text, int at) =>
        text[at] == '_'
        && at + 6 < text.Length
        && text[at + 1] is 'x'
        && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2])
        && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4])
        && char.IsAsciiHexDigit(text[at + 5]);
}
