using System.Text.RegularExpressions;
using System.Xml;
using SellerLoyaltyPortal.Features.Reports.Excel;

namespace SellerLoyaltyPortal.Tests.Features.Reports.Excel;

public sealed partial class CellTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("b-17", "b-17")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("Ё…😀", "Ё…😀")]
    [InlineData("a\tb\r\n", "a_x0009_b_x000D__x000A_")]
    [InlineData("\u0000\u001f", "_x0000__x001F_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x00zz_", "_x00zz_")]
    [InlineData("_x0041", "_x0041")]
    [InlineData("\uffff", "_xFFFF_")]
    public void Encode_Text_IsWhatAFileMayHold(string text, string encoded) =>
        Assert.Equal(encoded, CellText.Encode(text));

    [Fact]
    public void Encode_HalfACharacter_BecomesTheReplacementSign() =>
        Assert.Equal("a\uFFFDb", CellText.Encode("a\uD800b"));

    [Fact]
    public void Fit_TextThatACellHolds_IsKept()
    {
        var text = new string('x', CellText.Longest);

        Assert.Same(text, CellText.Fit(text, out var isCut));
        Assert.False(isCut);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("я")]
    [InlineData("😀")]
    [InlineData("\u0001")]
    [InlineData("_x0041_")]
    public void Fit_LongerThanACell_EndsInTheMarkAndFits(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, CellText.Longest + 1));

        var cut = CellText.Fit(text, out var isCut);

        Assert.True(isCut);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.StartsWith(cut[..^1], text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(cut[^2]));
        Assert.InRange(CellText.Encode(cut).Length, CellText.Longest - 8, CellText.Longest);
    }

    [Fact]
    public void Encode_AnyText_IsLegalAndDecodesToItself()
    {
        var random = new Random(20261122);
        char[] pieces =
        [
            '_',
            'x',
            '0',
            '4',
            '1',
            'F',
            '=',
            '\t',
            '\n',
            '\u0001',
            '\u007f',
            '\ufffe',
            'я',
            '@',
        ];
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([
                .. Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]),
            ]);

            var encoded = CellText.Encode(text);

            XmlConvert.VerifyXmlChars(encoded);
            Assert.Equal(text, Decode(encoded));
        }
    }

    private static string Decode(string encoded) =>
        Escape().Replace(encoded, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString());

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
