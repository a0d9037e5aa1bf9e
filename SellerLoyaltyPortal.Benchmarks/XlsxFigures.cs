using System.Globalization;
using ClosedXML.Excel;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Features.Reports.Definitions;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>Workbooks of many rows: ours, ClosedXML's, and the memory that ours takes.</summary>
internal static class XlsxFigures
{
    private const int Runs = 3;

    /// <summary>The whole workbook, as a person downloads it.</summary>
    public static void Ours(int rows, string path)
    {
        var report = ReportOf(
            new ReportTable
            {
                Name = "Buyers",
                Title = "Buyers",
                Columns = XlsxRows.Columns,
                RowCount = rows,
                Rows = _ => XlsxRows.Of(rows),
            }
        );
        var writer = Writer();
        Figures.Print("xlsx_ms", Figures.BestMs(Runs, _ => Write(writer, report, path)));
        Figures.Print("xlsx_mb", new FileInfo(path).Length / 1e6);
    }

    /// <summary>The same rows by ClosedXML alone: values and formats by column, nothing else.</summary>
    public static void ClosedXml(int rows, string path)
    {
        Figures.Print(
            "xlsx_ms",
            Figures.BestMs(
                2,
                _ =>
                {
                    using var workbook = new XLWorkbook();
                    var sheet = workbook.AddWorksheet("Buyers");
                    for (var column = 0; column < XlsxRows.Columns.Count; column++)
                    {
                        sheet.Cell(1, column + 1).SetValue(XlsxRows.Columns[column].Key);
                        sheet.Column(column + 1).Style.NumberFormat.Format = XlsxRows
                            .Columns[column]
                            .Type switch
                        {
                            ReportType.Text => "@",
                            ReportType.Date => "dd.mm.yyyy",
                            ReportType.Money => "#,##0.00",
                            ReportType.Number or ReportType.Percent => "#,##0",
                        };
                    }
                    var number = 2;
                    foreach (var row in XlsxRows.Of(rows))
                    {
                        for (var column = 0; column < row.Length; column++)
                            Set(sheet.Cell(number, column + 1), row[column]);
                        number++;
                    }
                    workbook.SaveAs(path);
                }
            )
        );
        Figures.Print("xlsx_mb", new FileInfo(path).Length / 1e6);
    }

    /// <summary>
    /// A ledger of so many buyers is in memory, as in a portal that shows pages of it; then all of them are written
    /// with twelve columns. What the process takes beyond, at most.
    /// </summary>
    public static void Peak(int buyers, string path)
    {
        var columns = new LedgerGenerator(buyers * 10).Build(
            PurchaseColumnSet.SellerPrice | PurchaseColumnSet.Orders
        );
        var rule = EligibilityRule.Default with { WindowDays = LedgerGenerator.Days };
        var asOf = LedgerGenerator.LastDay;
        var board = BuyerBoard.From(columns, rule, asOf, CancellationToken.None);
        var report = ReportOf(
            new ReportTable
            {
                Name = "Buyers",
                Title = "Buyers",
                Columns = SegmentBuyers.Columns,
                RowCount = board.Count,
                Rows = _ =>
                    SegmentBuyers.Rows(
                        board,
                        new BuyerQuery(),
                        Money.FromUnits(5_000),
                        s => s.ToString(),
                        r => r.ToString()
                    ),
            }
        );
        var writer = Writer();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // From here on the kernel counts the highest anew.
        File.WriteAllText("/proc/self/clear_refs", "5");
        var before = StatusMb("VmRSS");
        Figures.Print("write_ms", Figures.BestMs(1, _ => Write(writer, report, path)));
        Figures.Print("before_mb", before);
        Figures.Print("peak_mb", StatusMb("VmHWM"));
        Figures.Print("growth_mb", StatusMb("VmHWM") - before);
        Figures.Print("buyers", board.Count);
        Figures.Print("columns", SegmentBuyers.Columns.Count);
        Figures.Print("xlsx_mb", new FileInfo(path).Length / 1e6);
    }

    private static void Write(WriteWorkbook writer, Report report, string path)
    {
        using var file = File.Create(path);
        writer.Run(report, file, progress: null, CancellationToken.None);
    }

    private static void Set(IXLCell cell, ReportCell value)
    {
        switch (value.Kind)
        {
            case ReportCellKind.Text:
                cell.SetValue(value.Text);
                break;
            case ReportCellKind.Whole:
                cell.SetValue(value.Whole);
                break;
            case ReportCellKind.Real:
                cell.SetValue(value.Real);
                break;
            case ReportCellKind.Money:
                cell.SetValue(value.Money.ToDecimal());
                break;
            case ReportCellKind.Day:
                cell.SetValue(value.Day.ToDate().ToDateTime(TimeOnly.MinValue));
                break;
            case ReportCellKind.Empty:
                break;
        }
    }

    private static double StatusMb(string name)
    {
        var line = File.ReadLines("/proc/self/status")
            .First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
                CultureInfo.InvariantCulture
            )
            * 1024
            / 1e6;
    }

    private static WriteWorkbook Writer() =>
        new(
            new ReportWords(
                new StringLocalizer<ReportsText>(
                    new ResourceManagerStringLocalizerFactory(
                        Options.Create(new LocalizationOptions()),
                        NullLoggerFactory.Instance
                    )
                )
            )
        );

    private static Report ReportOf(ReportTable table) =>
        new()
        {
            Name = "segments",
            Title = "Buyers",
            Access = new SellerAccess
            {
                SellerId = new(1),
                Slug = "bench",
                Name = "Bench",
                Currency = Currency.Rub,
                Calendar = BusinessCalendar.Of("Europe/Moscow"),
                Role = SellerRole.Analyst,
                UserId = Guid.Empty,
            },
            Inputs = [],
            Facts = [],
            Tables = [table],
            CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
}
