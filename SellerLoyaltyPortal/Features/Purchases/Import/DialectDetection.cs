using System.Text;
using System.Text.Unicode;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Finds out how a text is written from its first bytes.</summary>
internal static class DialectDetection
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Sample = 1 << 16;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(
        1251,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>
    /// A byte order mark decides; else what is valid UTF-8 is that; else pairs of bytes with a zero are
    /// UTF-16, and Cyrillic letters Windows-1251. Anything else is taken for UTF-8, whose reader then says
    /// where it is none.
    /// </summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Utf16(bigEndian: false);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Utf16(bigEndian: true);
        if (start.Contains((byte)0))
            return ZeroSide(start) switch
            {
                1 => Utf16(bigEndian: false),
                0 => Utf16(bigEndian: true),
                _ => StrictUtf8(),
            };
        return !IsUtf8(start) && IsCyrillic(start) ? Windows1251 : StrictUtf8();
    }

    /// <summary>The delimiter that the first row has most of, outside quotes; a comma when it has none.</summary>
    public static char DelimiterOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Delimiters.Length];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (c is '\n' or '\r')
                break;
            var index = Array.IndexOf(Delimiters, c);
            if (index >= 0)
                counts[index]++;
        }
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best])
                best = i;
        return Delimiters[best];
    }

    /// <summary>The encodings that a person may choose instead.</summary>
    public static IReadOnlyList<string> EncodingNames { get; } =
    ["utf-8", "utf-16", "utf-16BE", "windows-1251", "windows-1252", "koi8-r", "cp866"];

    /// <exception cref="ArgumentException">It is none of <see cref="EncodingNames"/>.</exception>
    public static Encoding EncodingNamed(string name) =>
        name switch
        {
            "utf-8" => StrictUtf8(),
            "utf-16" => Utf16(bigEndian: false),
            "utf-16BE" => Utf16(bigEndian: true),
            _ when EncodingNames.Contains(name, StringComparer.Ordinal) =>
                CodePagesEncodingProvider.Instance.GetEncoding(
                    name,
                    EncoderFallback.ExceptionFallback,
                    DecoderFallback.ExceptionFallback
                )!,
            _ => throw new ArgumentException("An unknown encoding.", nameof(name)),
        };

    /// <summary>What a sample holds of a text; a character that is cut at its end does not matter.</summary>
    public static string Decode(ReadOnlySpan<byte> sample, Encoding encoding) =>
        (encoding.IsSingleByte ? Encoding.Latin1 : Encoding.GetEncoding(encoding.WebName)).GetString(sample);

    private static UTF8Encoding StrictUtf8() =>
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static UnicodeEncoding Utf16(bool bigEndian) =>
        new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    // The sample may end within a character, which takes up to four bytes.
    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        for (var cut = 0; cut < 4 && cut <= start.Length; cut++)
            if (Utf8.IsValid(start[..^cut]))
                return true;
        return false;
    }

    // Latin text in UTF-16 has a zero in every second byte; a text with zeros anywhere is none at all.
    private static int? ZeroSide(ReadOnlySpan<byte> start)
    {
        Span<int> zeros = [0, 0];
        for (var i = 0; i + 1 < start.Length; i++)
            if (start[i] == 0)
                zeros[i & 1]++;
        return zeros[0] == 0 && zeros[1] > start.Length / 4 ? 1
            : zeros[1] == 0 && zeros[0] > start.Length / 4 ? 0
            : null;
    }

    private static bool IsCyrillic(ReadOnlySpan<byte> start)
    {
        var (letters, others) = (0, 0);
        foreach (var b in start)
            if (b >= 0xC0 || b is 0xA8 or 0xB8)
                letters++;
            else if (b >= 0x80 || (b < 0x20 && b is not (0x09 or 0x0A or 0x0D)))
                others++;
        return letters > others * 8;
    }
}
