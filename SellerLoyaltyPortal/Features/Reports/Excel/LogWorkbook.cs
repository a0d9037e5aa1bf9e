using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// The smallest workbook that holds a log: sheets of moments and texts with a filter. How many rows there are is
/// known when the last is written, so the parts that say it come last, which the format allows.
/// </summary>
internal sealed class LogWorkbook(LogTable table, int mostRows)
{
    private const string Header = "1";
    private const string Moment = "2";
    private const string Plain = "3";
    private const double MomentWidth = 20;
    private const int LookEvery = 8_192;

    private readonly ReportColumn[] _columns =
    [
        ReportColumn.Real("At"),
        .. table.Columns.Select(c => ReportColumn.Text(c.Title, c.Width)),
    ];

    private readonly List<string> _sheets = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <param name="output">Takes the file; left open.</param>
    /// <param name="cancellation">Asked now and then.</param>
    public async Task WriteAsync(Stream output, CancellationToken cancellation)
    {
        // Wholly written before it is flushed: the archive's own writing is synchronous.
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        await using var rows = table.Rows.GetAsyncEnumerator(cancellation);
        var more = await rows.MoveNextAsync();
        do more = await WriteSheetAsync(archive, rows, more, cancellation);
        while (more);
        WriteFrame(archive);
    }

    /// <returns>Whether there is a row that this sheet has no place for.</returns>
    private async Task<bool> WriteSheetAsync(
        ZipArchive archive,
        IAsyncEnumerator<LogRow> rows,
        bool more,
        CancellationToken cancellation
    )
    {
        _sheets.Add(CellName.Sheet(table.Title, _sheets.Count == 0 ? "" : Number(_sheets.Count + 1), _names));
        await using var part = await archive
            .CreateEntry($"xl/worksheets/sheet{Number(_sheets.Count)}.xml", CompressionLevel.Fastest)
            .OpenAsync(cancellation);
        using var to = new Utf8Buffer(part);
        to.AddXml(LogWorkbookXml.SheetStart([MomentWidth, .. table.Columns.Select(c => c.Width)]));
        new SheetRowWriter(to, _columns, [.. _columns.Select(_ => Header)]).Write(
            [ReportCell.Of(table.MomentTitle), .. table.Columns.Select(c => ReportCell.Of(c.Title))],
            1
        );
        var writer = new SheetRowWriter(to, _columns, [Moment, .. table.Columns.Select(_ => Plain)]);
        var cells = new ReportCell[_columns.Length];
        var count = 0;
        for (; more && count < mostRows; count++)
        {
            if (count % LookEvery == 0)
                cancellation.ThrowIfCancellationRequested();
            var row = rows.Current;
            cells[0] = ReportCell.Of(row.At.UtcDateTime.ToOADate());
            for (var i = 0; i < row.Texts.Count; i++)
                cells[i + 1] = ReportCell.Of(row.Texts[i]);
            writer.Write(cells, count + 2);
            more = await rows.MoveNextAsync();
        }
        to.AddXml(LogWorkbookXml.SheetEnd(CellName.AreaTo(_columns.Length - 1, count + 1)));
        to.Flush();
        return more;
    }

    private void WriteFrame(ZipArchive archive)
    {
        Add(archive, "xl/styles.xml", LogWorkbookXml.Styles);
        Add(
            archive,
            "xl/workbook.xml",
            LogWorkbookXml.Workbook([.. _sheets.Select(s => SecurityElement.Escape(s)!)])
        );
        Add(archive, "xl/_rels/workbook.xml.rels", LogWorkbookXml.WorkbookRelations(_sheets.Count));
        Add(archive, "_rels/.rels", LogWorkbookXml.Relations);
        Add(archive, "[Content_Types].xml", LogWorkbookXml.ContentTypes(_sheets.Count));
    }

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
