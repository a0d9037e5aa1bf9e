using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class WorkbookImportTests : IDisposable
{
    private static readonly string[] Header =
    [
        "line_id",
        "buyer_id",
        "order_id",
        "sku",
        "quantity",
        "list_price",
        "bought_at",
    ];

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_Workbook_TakesDatesNumbersAndFormulasAsTheyAre()
    {
        var seller = await _desk.AddSellerAsync();
        var bytes = Workbook(sheet =>
        {
            Row(sheet, 2, "L1", 17850, "O1", "CUP", 3, 0.1 + 0.2, new DateTime(2026, 3, 1, 8, 26, 0));
            Row(sheet, 4, "L2", "b2", "O1", 84406, 1, 2.55, new DateTime(2026, 3, 2));
            sheet.Cell(4, 6).FormulaA1 = "1.05+1.5";
            sheet.Cell(9, 9).Value = "";
        });
        var report = (await _desk.ImportAsync(seller, bytes, name: "purchases.xlsx")).Value;
        Assert.Empty(report.Errors);
        Assert.True(report.Dialect.IsWorkbook);
        Assert.Equal(64, report.FileSha256.Length);
        await using var context = _desk.File.ForSeller(seller.Id);
        var lines = await context.Set<PurchaseLine>().OrderBy(l => l.Sequence).ToListAsync();
        Assert.Equal([Money.FromDecimal(0.9m), Money.FromDecimal(2.55m)], lines.Select(l => l.ListAmount));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 5, 26, 0, TimeSpan.Zero), lines[0].BoughtAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), lines[1].BoughtAt);
        Assert.Equal("84406", lines[1].Sku);
    }

    [Fact]
    public async Task Import_WrongCells_AreToldByTheirRows()
    {
        var seller = await _desk.AddSellerAsync();
        var bytes = Workbook(sheet =>
        {
            Row(sheet, 2, "L1", "b", "O1", "CUP", 1.5, 1, new DateTime(2026, 3, 1));
            Row(sheet, 4, "L2", "b", "O1", "CUP", 1, "dear", "31.02.2026");
        });
        var report = (await _desk.ImportAsync(seller, bytes)).Value;
        Assert.Equal(
            [(2, "quantity"), (4, "list_price"), (4, "bought_at")],
            report.Errors.Select(e => ((int)e.Row, e.Column))
        );
        Assert.False(report.IsStored);
    }

    [Fact]
    public async Task Import_DamagedWorkbooks_AreRefusedWithAReason()
    {
        var seller = await _desk.AddSellerAsync();
        var good = Workbook(sheet => Row(sheet, 2, "L1", "b", "O1", "C", 1, 1, new DateTime(2026, 3, 1)));
        List<(string Name, byte[] Bytes)> bad =
        [
            ("cut", good[..(good.Length / 2)]),
            ("only the mark", good[..4]),
            ("an archive of something else", Zip(("readme.txt", "hello"))),
            ("no parts", Zip()),
            ("a workbook that is no XML", Zip(("xl/workbook.xml", "<<<"), ("[Content_Types].xml", "<<<"))),
            (
                "entities that swell",
                Zip(
                    (
                        "xl/workbook.xml",
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook>&b;</workbook>"
                    )
                )
            ),
        ];
        for (var i = 0; i < 20; i++)
        {
            var spoilt = good.ToArray();
            new Random(i).NextBytes(spoilt.AsSpan(good.Length * (i + 1) / 22, 12));
            bad.Add(($"spoilt {i}", spoilt));
        }
        var before = _desk.Dump();
        foreach (var (name, bytes) in bad)
        {
            var result = await _desk.ImportAsync(seller, bytes, mode: ImportMode.Check);
            // Some of the spoilt bytes stand where nobody reads.
            if (!name.StartsWith("spoilt", StringComparison.Ordinal))
                Assert.False(result.IsSuccess, name);
            Assert.All(result.Errors, e => Assert.StartsWith("File", e.Code, StringComparison.Ordinal));
        }
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task Import_TextsThatSwell_StopBeforeTheyFillTheMemory()
    {
        var seller = await _desk.AddSellerAsync();
        var bomb = Zip(("xl/sharedStrings.xml", new string(' ', 97 << 20)));
        var result = await _desk.ImportAsync(seller, bomb);
        Assert.Equal("WorkbookHasTooManyTexts", Assert.Single(result.Errors).Code);
    }

    internal static byte[] Workbook(Action<IXLWorksheet> fill)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Purchases");
        for (var i = 0; i < Header.Length; i++)
            sheet.Cell(1, i + 1).Value = Header[i];
        fill(sheet);
        using var target = new MemoryStream();
        workbook.SaveAs(target, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        return target.ToArray();
    }

    private static void Row(IXLWorksheet sheet, int row, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            sheet.Cell(row, i + 1).Value = values[i];
    }

    internal static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return target.ToArray();
    }
}
