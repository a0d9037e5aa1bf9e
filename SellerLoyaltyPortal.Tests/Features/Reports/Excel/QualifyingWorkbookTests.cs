using ClosedXML.Excel;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Features.Reports.Excel;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Reports.Excel;

public sealed class QualifyingWorkbookTests
{
    private const string Qualifying = "Получат скидку";
    private const string Near = "Один заказ до порога";
    private const string Definitions = "Определения";

    private static readonly DayNumber AsOf = DayNumber.Of(2025, 6, 1);

    public static TheoryData<int, int> OnlineRetailReach =>
        new()
        {
            { 100, 4088 },
            { 250, 3363 },
            { 500, 2486 },
            { 1_000, 1595 },
            { 2_000, 844 },
            { 5_000, 253 },
            { 10_000, 92 },
            { 20_000, 35 },
            { 50_000, 16 },
        };

    [Fact]
    public void Write_SeededLedger_IsAValidFileWithTheEnginesNumbers()
    {
        var report = Report(SeededLedgers.Columns(SeededLedgers.Lines(7, buyers: 60, lines: 900)), 600);
        using var file = Write(report);

        Assert.Empty(WorkbookReading.Problems(file));
        var sheets = WorkbookReading.Sheets(file);
        Assert.Equal([Definitions, Qualifying, Near], sheets.Keys);
        Assert.True(report.Buyers is { QualifyingCount: > 3, NearCount: > 0 });
        var rows = sheets[Qualifying];
        Assert.Equal(report.Buyers.QualifyingCount + 2, rows.Count);
        for (var i = 0; i < report.Buyers.QualifyingCount; i++)
        {
            var (buyer, row) = (report.Buyers[i], rows[i + 1]);
            Assert.Equal(i + 1.0, row[0]);
            Assert.Equal(buyer.Id.Value, row[1]);
            Assert.Equal((double)buyer.Total.ToDecimal(), row[2]);
            Assert.Equal((double)(buyer.Total - report.Threshold).ToDecimal(), row[3]);
        }
        Assert.Equal((double)report.QualifyingTotal.ToDecimal(), rows[^1][2]);
        var near = sheets[Near];
        Assert.Equal(report.Buyers.NearCount + 2, near.Count);
        for (var i = 0; i < report.Buyers.NearCount; i++)
        {
            var buyer = report.Buyers[report.Buyers.QualifyingCount + i];
            Assert.Equal(buyer.Id.Value, near[i + 1][1]);
            Assert.Equal((double)buyer.Lacking.ToDecimal(), near[i + 1][3]);
        }
    }

    [Theory]
    [MemberData(nameof(OnlineRetailReach))]
    public void Write_OnlineRetail_HasThePublishedNumberOfBuyers(int threshold, int buyers)
    {
        using var file = Write(Report(OnlineRetail.Columns, threshold, OnlineRetail.AsOf, "GBP"));

        Assert.Equal(buyers + 2, WorkbookReading.Sheets(file)[Qualifying].Count);
    }

    [Fact]
    public void Write_HostileBuyerIds_StayTextAndReadableAndNoFormula()
    {
        var random = new Random(11);
        string[] seeds =
        [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "=HYPERLINK(\"http://x\")",
            "\t=1",
            "\r=1",
            "\n=1",
            "'=1",
            "=cmd|' /C calc'!A0",
            "007",
            "1e5",
            "1/2",
            "TRUE",
            "#REF!",
            " padded ",
            "<b>&amp;</b>",
            "]]>",
            "_x0041_",
            "_x005F_x0041_",
            "\u0001ctrl",
            "\u007f",
            "Ё",
            "😀",
            "{=1}",
            "%41",
            "\\u0041",
            "\"quoted\"",
        ];
        var ids = seeds
            .Concat(
                Enumerable
                    .Range(0, 200)
                    .Select(i =>
                        $"{"=+-@\t\r\u0002_x<"[i % 10]}{new string([.. Enumerable.Range(0, 6).Select(_ => (char)random.Next(0, 0x500))])}{i}"
                    )
            )
            .ToList();
        var report = Report(Ledger(ids.Select(id => (id, 5_000L))), 1_000);
        using var file = Write(report);

        Assert.Empty(WorkbookReading.Problems(file));
        var read = WorkbookReading
            .Sheets(file)[Qualifying]
            .Skip(1)
            .Take(ids.Count)
            .Select(r => r[1])
            .ToList();
        Assert.All(read, value => Assert.IsType<string>(value));
        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Cast<string>().Order(StringComparer.Ordinal));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        var cells = workbook.Worksheet(Qualifying).Range(2, 2, ids.Count + 1, 2).Cells().ToList();
        Assert.All(
            cells,
            cell =>
            {
                Assert.False(cell.HasFormula);
                Assert.Equal(XLDataType.Text, cell.DataType);
                Assert.True(cell.Style.IncludeQuotePrefix);
            }
        );
    }

    [Theory]
    [InlineData("GBP", "\"£\"#,##0.00")]
    [InlineData("RUB", "#,##0.00\\ \"₽\"")]
    [InlineData("JPY", "\"¥\"#,##0")]
    public void Write_Currency_FormatsTheCellsAndKeepsThemNumbers(string currency, string format)
    {
        using var file = Write(Report(Ledger([("a", 5_000), ("b", 700)]), 1_000, currency: currency));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        var cell = workbook.Worksheet(Qualifying).Cell(2, 3);

        Assert.Equal(XLDataType.Number, cell.DataType);
        Assert.Equal(5_000.0, cell.GetDouble());
        Assert.Equal(format, cell.Style.NumberFormat.Format);
    }

    [Fact]
    public void Write_Sheets_AreTablesWithTotalsFrozenHeadersAndWidths()
    {
        using var file = Write(Report(Ledger([("a", 5_000), ("b", 2_000), ("c", 900)]), 1_000));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        var sheet = workbook.Worksheet(Qualifying);
        var table = sheet.Table("QualifyingBuyers");

        Assert.Equal("A1:E4", table.RangeAddress.ToString());
        Assert.True(table.ShowTotalsRow);
        Assert.Equal("SUBTOTAL(109,QualifyingBuyers[Выкуплено за окно])", sheet.Cell(4, 3).FormulaA1);
        Assert.Equal(1, sheet.SheetView.SplitRow);
        Assert.Equal(28, sheet.Column(2).Width, 0.001);
        Assert.Equal("NearBuyers", workbook.Worksheet(Near).Tables.Single().Name);
    }

    [Fact]
    public void Write_Definitions_NameEveryChoice()
    {
        var report = Report(OnlineRetail.Columns, 1_000, OnlineRetail.AsOf, "GBP", shift: 5_460);
        using var file = Write(report);
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        IXLCell Def(string name) => workbook.NamedRange("Def_" + name).Ranges.Single().FirstCell();

        Assert.Equal(new DateTime(2011, 12, 9), Def("AsOf").GetDateTime());
        Assert.Equal(new DateTime(2010, 12, 10), Def("WindowFirst").GetDateTime());
        Assert.Equal(new DateTime(2011, 12, 9), Def("WindowLast").GetDateTime());
        Assert.Equal(365, Def("WindowDays").GetDouble());
        Assert.Equal("Europe/London", Def("TimeZone").GetString());
        Assert.Equal("цена после скидки продавца", Def("PriceBase").GetString());
        Assert.Equal("вычитаются из дня исходной покупки", Def("ReturnRule").GetString());
        Assert.Equal("сумма ≥ порога", Def("Boundary").GetString());
        Assert.Equal("GBP", Def("Currency").GetString());
        Assert.Equal(1_000, Def("Threshold").GetDouble());
        Assert.Equal(0.1, Def("Discount").GetDouble());
        Assert.Equal(4_296, Def("BuyersInWindow").GetDouble());
        Assert.Equal(1_595, Def("QualifyingCount").GetDouble());
        Assert.Equal(report.Buyers.NearCount, Def("NearCount").GetDouble());
        Assert.Equal(0.371, Def("QualifyingShare").GetDouble(), 0.0005);
        Assert.Equal(0.865, Def("RevenueShare").GetDouble(), 0.0005);
        Assert.Equal(7_995_442.464, Def("RevenueInWindow").GetDouble(), 0.0001);
        Assert.Matches(@"^\d+\.\d+\.\d+$", Def("PortalVersion").GetString());
        var sheet = workbook.Worksheet(Definitions);
        Assert.Contains(
            sheet.CellsUsed(),
            c => c.GetString().StartsWith("Демоданные", StringComparison.Ordinal)
        );
        Assert.Contains(sheet.CellsUsed(), c => c.GetString() == "Получат скидку: 1\u202F595 строк");
        Assert.Equal("Seller test", workbook.Properties.Subject);
    }

    [Fact]
    public void Write_InEnglish_IsEnglishWithTheSameTablesAndNames()
    {
        using var _ = CultureScope.Of("en");
        using var file = Write(Report(Ledger([("a", 5_000), ("b", 900)]), 1_000));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);

        Assert.Equal(["Definitions", "Qualify", "One order away"], workbook.Worksheets.Select(s => s.Name));
        Assert.Equal("QualifyingBuyers", workbook.Worksheet("Qualify").Tables.Single().Name);
        Assert.Equal(1_000, workbook.NamedRange("Def_Threshold").Ranges.Single().FirstCell().GetDouble());
        Assert.Empty(WorkbookReading.Problems(file));
    }

    [Fact]
    public void Write_NobodyQualifies_IsAValidFileThatSaysSo()
    {
        using var file = Write(Report(Ledger([("a", 10)]), 100_000));

        Assert.Empty(WorkbookReading.Problems(file));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);
        Assert.Equal(0, workbook.NamedRange("Def_QualifyingCount").Ranges.Single().FirstCell().GetDouble());
        Assert.Equal("A1:E3", workbook.Worksheet(Qualifying).Tables.Single().RangeAddress.ToString());
    }

    [Fact]
    public void Write_NothingInTheWindow_SaysThatNothingCanBeSaid()
    {
        using var file = Write(Report(Ledger([("a", 10)]), 1_000, AsOf + 2_000));
        file.Position = 0;
        using var workbook = new XLWorkbook(file);

        Assert.Contains(
            workbook.Worksheet(Definitions).CellsUsed(),
            c => c.GetString().Contains("нет ни одной покупки", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Write_MoreRowsThanASheetHolds_GoesOnOnTheNextAndLosesNone()
    {
        var report = Report(Ledger(Enumerable.Range(0, 23).Select(i => ($"b{i}", 2_000L + i))), 1_000);
        using var file = Write(report, mostRows: 10);

        Assert.Empty(WorkbookReading.Problems(file));
        var sheets = WorkbookReading.Sheets(file);
        string[] names = [Qualifying, Qualifying + " 2", Qualifying + " 3"];
        Assert.Equal([12, 12, 5], names.Select(n => sheets[n].Count));
        Assert.Equal(
            report.Buyers.Select(b => b.Id.Value),
            names.SelectMany(n => sheets[n].Skip(1).SkipLast(1)).Select(r => (string)r[1]!)
        );
        Assert.Equal((double)report.QualifyingTotal.ToDecimal(), names.Sum(n => (double)sheets[n][^1][2]!));
    }

    private static MemoryStream Write(QualifyingReport report, int mostRows = StreamedSheet.MostRows)
    {
        var localizer = new StringLocalizer<ReportsText>(
            new ResourceManagerStringLocalizerFactory(
                Options.Create(new LocalizationOptions()),
                NullLoggerFactory.Instance
            )
        );
        var file = new MemoryStream();
        new QualifyingWorkbook(localizer).Write(report, file, CancellationToken.None, mostRows);
        return file;
    }

    private static QualifyingReport Report(
        PurchaseColumns columns,
        int threshold,
        DayNumber? asOf = null,
        string currency = "RUB",
        int? shift = null
    )
    {
        var day = asOf ?? AsOf;
        var totals = BuyerTotalsCalculator.Calculate(columns, EligibilityRule.Default, day);
        var typical = TypicalOrder.MedianOf(columns, EligibilityRule.Default, day);
        return new()
        {
            Access = AnAccess.To(
                ASeller.Named("test", currency, currency == "GBP" ? "Europe/London" : "Europe/Moscow", shift)
            ),
            Threshold = Money.FromUnits(threshold),
            Discount = Percent.FromWhole(10),
            Totals = totals,
            Buyers = QualifyingBuyers.List(totals, Money.FromUnits(threshold), typical ?? Money.Zero),
            TypicalOrder = typical,
            Ledger = new(columns.FirstDay!.Value, columns.LastDay!.Value),
            LedgerSequence = columns.LineCount,
            CreatedAt = FakeClock.DefaultStart,
        };
    }

    private static PurchaseColumns Ledger(IEnumerable<(string Id, long Units)> buyers)
    {
        var builder = new PurchaseColumnsBuilder();
        foreach (var ((id, units), key) in buyers.Select((b, i) => (b, i + 1)))
        {
            builder.AddBuyer(key, new(id));
            var amount = Money.FromUnits(units);
            builder.Add(new(key, AsOf - 3, amount, amount, amount, 1, Order: key));
        }
        return builder.Build();
    }
}
