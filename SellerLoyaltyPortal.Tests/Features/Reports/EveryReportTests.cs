using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

/// <summary>What holds for every report there is: a new one is under these tests without being listed.</summary>
public sealed partial class EveryReportTests(ReportsDesk desk) : IClassFixture<ReportsDesk>
{
    private static readonly string[] Languages = ["ru", "en"];

    public static TheoryData<string, string> NamesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Names)
            foreach (var language in Languages)
                data.Add(name, language);
            return data;
        }
    }

    // The catalogue needs services; this list is held against it below.
    private static readonly string[] Names =
    [
        "segments",
        "buyers",
        "program-economics",
        "qualifying",
        "rule-change",
        "retention",
        "ltv",
        "ledger",
    ];

    // Where some of the sample's buyers qualify and some do not.
    private static (string Key, string Value)[] InputsOf(string name) =>
        name switch
        {
            "qualifying" or "program-economics" or "segments" => [("threshold", "100")],
            "buyers" => [("segment", "AtRisk"), ("below", "150.5")],
            "rule-change" => [("thresholdBefore", "50"), ("threshold", "100"), ("priceBase", "PricePaid")],
            _ => [],
        };

    private static string QueryOf(string name) =>
        string.Concat(InputsOf(name).Select(i => $"{i.Key}={i.Value}&"));

    [Fact]
    public void Catalog_Always_IsWhatIsTested() => Assert.Equal(Names, desk.Catalog.All.Select(d => d.Name));

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public async Task Workbook_EveryReport_IsValid(string name, string language)
    {
        using var _ = CultureScope.Of(language);
        using var file = desk.Workbook(await desk.MakeAsync(name, InputsOf(name)));

        Assert.Empty(WorkbookReading.Problems(file));
    }

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public async Task Workbook_EveryReport_ReadsBackAsWritten(string name, string language)
    {
        using var _ = CultureScope.Of(language);
        var report = await desk.MakeAsync(name, InputsOf(name));
        using var file = desk.Workbook(report);
        var words = desk.Portal.Services.GetRequiredService<ReportWords>();

        var sheets = WorkbookReading.Sheets(file);

        Assert.Equal(report.Tables.Count + report.Figures.Count + 1, sheets.Count);
        foreach (var table in report.Tables)
        {
            var rows = sheets[table.Title];
            Assert.Equal(table.Columns.Select(words.Title), rows[0]);
            var number = 1;
            foreach (var row in table.Rows(CancellationToken.None))
            {
                for (var column = 0; column < row.Length; column++)
                    AssertSame(row[column], rows[number][column], table.Columns[column]);
                number++;
            }
            Assert.Equal(table.RowCount, number - 1);
        }
        foreach (var figures in report.Figures)
        {
            foreach (var (figure, row) in figures.Items.Zip(sheets[figures.Title].Skip(1)))
                AssertSame(figure.Value, row[1], null);
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public async Task Totals_EveryReport_AreTheSameInWorkbookPageAndJson(string name, string language)
    {
        using var _ = CultureScope.Of(language);
        var report = await desk.MakeAsync(name, InputsOf(name));
        using var file = desk.Workbook(report);
        var sheets = WorkbookReading.Sheets(file);
        var preview = (
            await desk
                .Portal.Services.GetRequiredService<PreviewReport>()
                .RunAsync(
                    desk.Access,
                    desk.Catalog.Find(name)!,
                    ReportsDesk.Inputs(InputsOf(name)),
                    CancellationToken.None
                )
        ).Value;
        using var client = await desk.Portal.SignedInAsync(desk.Analyst);
        using var json = JsonDocument.Parse(
            await client.GetStringAsync(
                new Uri(
                    $"/sellers/cdnow/reports/{name}.json?{QueryOf(name)}culture={language}&ui-culture={language}",
                    UriKind.Relative
                )
            )
        );
        var tables = json
            .RootElement.GetProperty("tables")
            .EnumerateArray()
            .ToDictionary(t => t.GetProperty("name").GetString()!, StringComparer.Ordinal);

        Assert.Equal(report.Tables.Count, tables.Count);
        Assert.Contains(report.Tables, t => t.RowCount > 0);
        foreach (var (table, shown) in report.Tables.Zip(preview.Tables))
        {
            var inJson = tables[table.Name];
            Assert.Equal(table.RowCount, inJson.GetProperty("rows").GetArrayLength());
            Assert.Equal(table.RowCount, shown.RowCount);
            var totals = table.Totals(CancellationToken.None);
            for (var column = 0; column < table.Columns.Count; column++)
            {
                if (!table.Columns[column].IsSummed)
                    continue;
                Assert.Equal(totals[column].Whole, shown.Totals[column].Whole);
                Assert.Equal(
                    totals[column].Whole,
                    inJson.GetProperty("totals").GetProperty(table.Columns[column].Key).GetInt64()
                );
                AssertSame(totals[column], sheets[table.Title][^1][column], table.Columns[column]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public async Task Workbook_EveryReport_HasStableNamesAndIsReadyForUse(string name, string language)
    {
        using var _ = CultureScope.Of(language);
        var report = await desk.MakeAsync(name, InputsOf(name));
        using var file = desk.Workbook(report);
        using var workbook = new XLWorkbook(file);

        Assert.All(
            workbook.Worksheets,
            sheet =>
            {
                Assert.InRange(sheet.Name.Length, 1, 31);
                Assert.DoesNotContain(sheet.Name, c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal));
            }
        );
        Assert.Equal(
            report.Tables.Select(t => t.Name),
            workbook.Worksheets.SelectMany(s => s.Tables).Select(t => t.Name)
        );
        foreach (var table in workbook.Worksheets.SelectMany(s => s.Tables))
        {
            Assert.Matches(StableName(), table.Name);
            Assert.True(table.ShowTotalsRow);
            Assert.True(table.ShowAutoFilter);
            Assert.Equal(1, table.Worksheet.SheetView.SplitRow);
            Assert.Equal(1, table.Worksheet.PageSetup.FirstRowToRepeatAtTop);
            Assert.Equal(XLPageOrientation.Landscape, table.Worksheet.PageSetup.PageOrientation);
        }
        Assert.Equal(report.Title, workbook.Properties.Title);
        Assert.Equal("Seller cdnow", workbook.Properties.Subject);
        foreach (
            var fact in (string[])
                ["Seller", "Filter", "TimeZone", "Currency", "LedgerSequence", "PortalVersion", "RowCount"]
        )
            Assert.False(workbook.NamedRange("Def_" + fact).Ranges.Single().FirstCell().IsEmpty());
        Assert.Equal(
            report.RowCount,
            workbook.NamedRange("Def_RowCount").Ranges.Single().FirstCell().GetDouble()
        );
    }

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public async Task Columns_EveryReport_AreNamedAndExplained(string name, string language)
    {
        using var _ = CultureScope.Of(language);
        var report = await desk.MakeAsync(name, InputsOf(name));
        var words = desk.Portal.Services.GetRequiredService<ReportWords>();
        var definition = desk.Catalog.Find(name)!;

        Assert.DoesNotContain("Report", words.Report(definition), StringComparison.Ordinal);
        Assert.DoesNotContain("ReportQuestion.", words.Question(definition), StringComparison.Ordinal);
        Assert.All(
            definition.Inputs,
            input =>
            {
                Assert.DoesNotContain("Input.", words.Input(input), StringComparison.Ordinal);
                Assert.All(
                    input.Choices,
                    c => Assert.DoesNotContain("Choice.", words.Choice(c), StringComparison.Ordinal)
                );
            }
        );
        foreach (var table in report.Tables)
        {
            Assert.DoesNotContain("Table.", table.Title, StringComparison.Ordinal);
            // Excel wants the titles of a table to differ, also where letters are of another case.
            Assert.Equal(
                table.Columns.Count,
                table.Columns.Select(words.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count()
            );
            foreach (var column in table.Columns)
            {
                Assert.DoesNotContain("Column.", words.Title(column), StringComparison.Ordinal);
                Assert.DoesNotContain("Meaning.", words.Meaning(column), StringComparison.Ordinal);
                Assert.DoesNotContain("Unit.", words.Unit(column, Currency.Usd), StringComparison.Ordinal);
                // A total's formula names its column: what would have to be escaped there is not used.
                if (column.IsSummed)
                    Assert.Matches(PlainTitle(), words.Title(column));
            }
        }
        Assert.All(
            report.Facts.Concat(report.Figures.SelectMany(f => f.Items)),
            fact =>
            {
                Assert.DoesNotMatch("^(Def|Calc)", fact.Label);
                Assert.DoesNotMatch("^(DefNote|CalcNote)", fact.Note);
            }
        );
        foreach (var shape in definition.Shapes)
            Assert.Contains(report.Tables, t => t.Name == shape.Name);
    }

    private static void AssertSame(ReportCell written, object? read, ReportColumn? column)
    {
        var where = column?.Key;
        switch (written.Kind)
        {
            case ReportCellKind.Empty:
                Assert.True(read is null or "" or "–", $"{where}: {read}");
                break;
            case ReportCellKind.Text:
                Assert.Equal(written.Text, read);
                break;
            case ReportCellKind.Whole:
                Assert.Equal(written.Whole, Convert.ToDouble(read, CultureInfo.InvariantCulture));
                break;
            case ReportCellKind.Real:
                Assert.Equal(written.Real, Convert.ToDouble(read, CultureInfo.InvariantCulture));
                break;
            case ReportCellKind.Money:
                Assert.Equal(
                    (double)written.Money.ToDecimal(),
                    Convert.ToDouble(read, CultureInfo.InvariantCulture)
                );
                break;
            case ReportCellKind.Day:
                Assert.Equal(written.Day.ToDate().ToDateTime(TimeOnly.MinValue), read);
                break;
        }
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z]{4,}\d*$")]
    private static partial Regex StableName();

    [GeneratedRegex(@"^[\p{L}\p{N} ]+$")]
    private static partial Regex PlainTitle();
}
