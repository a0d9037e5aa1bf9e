using ClosedXML.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

/// <summary>Workbooks of hostile texts, of more rows than a sheet holds, of nothing.</summary>
public sealed class WorkbookLimitsTests(ReportsDesk desk) : IClassFixture<ReportsDesk>
{
    private static readonly ReportColumn[] Columns =
    [
        ReportColumn.Text("Buyer"),
        ReportColumn.Text("Sku"),
        ReportColumn.Text("Category"),
        ReportColumn.Money("Total", isSummed: true),
    ];

    [Fact]
    public async Task Workbook_TenThousandHostileTexts_IsValidInertAndKeepsThem()
    {
        var texts = HostileTexts.Of(seed: 20261122, count: 10_000);
        using var file = desk.Workbook(
            await ReportOfAsync(texts.Chunk(3).Where(c => c.Length == 3).ToList())
        );

        Assert.Empty(WorkbookReading.Problems(file));
        var rows = WorkbookReading.Sheets(file)["T"].Skip(1).SkipLast(1).ToList();
        Assert.Equal(texts.Count / 3, rows.Count);
        foreach (var (row, expected) in rows.Zip(texts.Chunk(3)))
        {
            for (var i = 0; i < 3; i++)
                Assert.Equal(HostileTexts.Kept(expected[i]), Assert.IsType<string>(row[i]));
        }
    }

    [Fact]
    public async Task Workbook_HostileTexts_AreTextCellsWithTheQuotePrefixAndNoFormula()
    {
        var texts = HostileTexts.Of(seed: 7, count: 900);
        using var file = desk.Workbook(await ReportOfAsync(texts.Chunk(3).ToList()));
        using var workbook = new XLWorkbook(file);
        var cells = workbook.Worksheet("T").Range(2, 1, texts.Count / 3 + 1, 3).Cells().ToList();

        Assert.Equal(900, cells.Count);
        Assert.All(
            cells,
            cell =>
            {
                Assert.False(cell.HasFormula);
                Assert.Equal(XLDataType.Text, cell.DataType);
                Assert.True(cell.Style.IncludeQuotePrefix);
                Assert.Equal("@", cell.Style.NumberFormat.Format);
            }
        );
    }

    [Fact]
    public async Task Workbook_TextLongerThanACell_IsCutAndTheFirstSheetSaysHowMany()
    {
        var longest = new string('x', 40_000);
        using var file = desk.Workbook(
            await ReportOfAsync([
                ["short", longest, "short"],
                ["=1", "short", longest + "z"],
            ])
        );

        Assert.Empty(WorkbookReading.Problems(file));
        var rows = WorkbookReading.Sheets(file)["T"];
        Assert.Equal(32_767, ((string)rows[1][1]!).Length);
        Assert.EndsWith("x…", (string)rows[1][1]!, StringComparison.Ordinal);
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        Assert.Equal(2, workbook.NamedRange("Def_CutTexts").Ranges.Single().FirstCell().GetDouble());
    }

    [Theory]
    [InlineData("ru", "Лист вмещает")]
    [InlineData("en", "A sheet holds")]
    public async Task Workbook_MoreRowsThanASheetHolds_GoesOnLosesNoneAndSaysSo(
        string language,
        string notice
    )
    {
        using var _ = CultureScope.Of(language);
        var rows = Enumerable.Range(0, 23).Select(i => new[] { $"b{i}", "s", "c" }).ToList();
        using var file = desk.Workbook(await ReportOfAsync(rows), mostRows: 10);

        Assert.Empty(WorkbookReading.Problems(file));
        var sheets = WorkbookReading.Sheets(file);
        string[] names = ["T", "T 2", "T 3"];
        Assert.Equal([12, 12, 5], names.Select(n => sheets[n].Count));
        Assert.Equal(
            rows.Select(r => r[0]),
            names.SelectMany(n => sheets[n].Skip(1).SkipLast(1)).Select(r => (string)r[0]!)
        );
        Assert.Equal(Enumerable.Range(0, 23).Sum(), names.Sum(n => (double)sheets[n][^1][3]!));
        Assert.Contains(
            sheets.First().Value,
            row => row[0] is string text && text.StartsWith(notice, StringComparison.Ordinal)
        );
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        Assert.Equal(
            ["Things", "Things_2", "Things_3"],
            workbook.Worksheets.SelectMany(s => s.Tables).Select(t => t.Name)
        );
    }

    [Fact]
    public async Task Workbook_NoRows_IsValid()
    {
        using var file = desk.Workbook(await ReportOfAsync([]));

        Assert.Empty(WorkbookReading.Problems(file));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        Assert.Equal("A1:D3", workbook.Worksheet("T").Tables.Single().RangeAddress.ToString());
    }

    [Fact]
    public async Task Workbook_TableWithMoreRowsThanItSaid_IsAnErrorNotAShorterFile()
    {
        var report = await ReportOfAsync([
            ["a", "b", "c"],
        ]);
        var lying = new ReportTable
        {
            Name = "Things",
            Title = "T",
            Columns = Columns,
            RowCount = 2,
            Rows = report.Tables[0].Rows,
        };

        Assert.Throws<InvalidOperationException>(() => desk.Workbook(report with { Tables = [lying] }));
    }

    [Theory]
    [InlineData("GBP", "\"£\"#,##0.00")]
    [InlineData("RUB", "#,##0.00\\ \"₽\"")]
    [InlineData("JPY", "\"¥\"#,##0")]
    public async Task Workbook_Currency_FormatsTheCellsAndKeepsThemNumbers(string currency, string format)
    {
        var report = await ReportOfAsync([
            ["a", "b", "c"],
            ["d", "e", "f"],
        ]);
        using var file = desk.Workbook(
            report with
            {
                Access = report.Access with { Currency = Currency.Of(currency) },
            }
        );
        using var workbook = new XLWorkbook(file);
        var cell = workbook.Worksheet("T").Cell(3, 4);

        Assert.Equal(XLDataType.Number, cell.DataType);
        Assert.Equal(1.0, cell.GetDouble());
        Assert.Equal(format, cell.Style.NumberFormat.Format);
    }

    // Any report's frame, with a table of these texts.
    private async Task<Report> ReportOfAsync(IReadOnlyList<string[]> rows)
    {
        var frame = await desk.MakeAsync("ledger");
        return frame with
        {
            Tables =
            [
                ReportTable.Of(
                    "Things",
                    "T",
                    Columns,
                    [
                        .. rows.Select(
                            (row, i) =>
                                (ReportCell[])
                                    [
                                        .. row.Select(text => ReportCell.Of(text)),
                                        ReportCell.Of(Money.FromUnits(i)),
                                    ]
                        ),
                    ]
                ),
            ],
        };
    }
}
