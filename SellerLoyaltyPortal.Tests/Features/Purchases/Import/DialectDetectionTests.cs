using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class DialectDetectionTests : IDisposable
{
    private const string Text =
        "line_id;buyer_id;order_id;sku;category;quantity;list_price;bought_at\r\n"
        + "L1;b1;o1;s1;Посуда;2;10,5;2026-03-01\r\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("utf-8", false, ';')]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-16", true, ';')]
    [InlineData("utf-16BE", true, ';')]
    [InlineData("windows-1251", false, ';')]
    [InlineData("utf-8", false, '\t')]
    [InlineData("windows-1251", false, '|')]
    public async Task Import_TextInAnyDialect_IsTheSame(string encoding, bool mark, char delimiter)
    {
        var seller = await _desk.AddSellerAsync();
        var bytes = Bytes(Text.Replace(';', delimiter), encoding, mark);
        foreach (var packed in (byte[][])[bytes, Gzip(bytes)])
        {
            using var content = new MemoryStream(packed);
            Assert.Equal(PurchaseLayout.PortalCsv, InspectFile.Run(content, 1 << 20).Value.Layout);
            var report = (await _desk.ImportAsync(seller, packed)).Value;
            Assert.Equal((encoding, delimiter), (report.Dialect.Encoding, report.Dialect.Delimiter));
            Assert.True(report.IsStored);
        }
        await using var context = _desk.File.ForSeller(seller.Id);
        var line = await context.Set<PurchaseLine>().SingleAsync();
        Assert.Equal(("Посуда", Money.FromUnits(21)), (line.Category, line.ListAmount));
    }

    [Fact]
    public async Task Import_Utf16WithoutMark_IsRead()
    {
        var seller = await _desk.AddSellerAsync();
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var report = (await _desk.ImportAsync(seller, encoding.GetBytes(PurchaseFormat.Sample))).Value;
            Assert.Equal(0, report.ErrorRows);
        }
    }

    [Fact]
    public void EncodingOf_SampleCutWithinALetter_IsStillUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes("строка");
        for (var length = 1; length <= bytes.Length; length++)
            Assert.Equal("utf-8", DialectDetection.EncodingOf(bytes.AsSpan(0, length)).WebName);
    }

    [Theory]
    [InlineData("a,b;c,d", ',')]
    [InlineData("\"a,b,c\";d", ';')]
    [InlineData("a\tb\n1;2;3", '\t')]
    [InlineData("a", ',')]
    [InlineData("", ',')]
    public void DelimiterOf_FirstRow_IsTheMostFrequentOutsideQuotes(string text, char delimiter) =>
        Assert.Equal(delimiter, DialectDetection.DelimiterOf(text));

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("+7 900 123-45-67", true)]
    [InlineData("8(900)1234567", true)]
    [InlineData("89001234567", false)]
    [InlineData("17850", false)]
    [InlineData("buyer-7f3a", false)]
    [InlineData("550e8400-e29b-41d4-a716-446655440000", false)]
    [InlineData("123-456-7890", false)]
    [InlineData("", false)]
    public void IsLikely_Id_TellsPeopleFromPseudonyms(string id, bool likely) =>
        Assert.Equal(likely, PersonalData.IsLikely(id));

    private static byte[] Bytes(string text, string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        return [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }
}
