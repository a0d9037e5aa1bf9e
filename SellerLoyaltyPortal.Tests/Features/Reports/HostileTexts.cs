using SellerLoyaltyPortal.Features.Reports.Excel;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

/// <summary>Texts as no feed should send them, and what a cell must have of each.</summary>
internal static class HostileTexts
{
    private static readonly string[] Known =
    [
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+SUM(A1:A9)",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r\n=1",
        "=HYPERLINK(\"http://x\",\"y\")",
        "_x0041_",
        "_x005F_x0041_",
        "<b>&amp;</b>",
        "]]>",
        "<!--",
        "'quoted",
        "\uD800",
        "a\uDC00b",
        "\uDBFF\uDFFF",
        "\u202Egnp.exe",
        "\u200F\u200Erl",
        "\u0000",
        "a\u0000\u0001\u001Fb",
        "\uFFFE\uFFFF",
        "  spaces  ",
        " ",
        "1e999",
        "0001",
        "12345678901234567890",
        "2026-11-22",
        "TRUE",
        "#REF!",
        "😀👩‍👩‍👧‍👦",
        "\u007F\u0085\u2028",
        new('x', 40_000),
        new('\u0001', 40_000),
        string.Concat(Enumerable.Repeat("😀", 20_000)),
    ];

    private static readonly string Pieces =
        "=+-@|!&<>\"'_x0041F\t\r\n\u0000\u0001\u001B\u007F\u0085\u200E\u200F\u202E\uD800\uDBFF\uDC00\uDFFF\uFFFE\uFFFFяЁ日😀 0.,;{}[]";

    public static IReadOnlyList<string> Of(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Known,
            .. Enumerable
                .Range(0, count - Known.Length)
                .Select(_ => new string([
                    .. Enumerable
                        .Range(0, random.Next(1, 24))
                        .Select(_ => Pieces[random.Next(Pieces.Length)]),
                ])),
        ];
    }

    /// <summary>Kept as it is; half of a character becomes the replacement sign, what is too long ends in the mark.</summary>
    public static string Kept(string text) =>
        string.Concat(CellText.Fit(text, out _).EnumerateRunes().Select(r => r.ToString()));
}
