using System.Text.Json;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// Writes a report as JSON, row by row: keys are the same in every language, titles are in the reader's. Money is a
/// whole number of 1/10,000 of the currency unit, percent a fraction, a day ISO 8601, nothing known null.
/// </summary>
public sealed class WriteReportJson(ReportWords words)
{
    private const int FlushBytes = 64 * 1024;

    public async Task RunAsync(Report report, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("name", report.Name);
        json.WriteString("title", report.Title);
        json.WriteNumber("moneyScale", Money.Scale);
        json.WriteStartObject("inputs");
        foreach (var (key, value) in report.Inputs)
            json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteStartArray("notices");
        foreach (var notice in report.Notices)
            json.WriteStringValue(notice);
        json.WriteEndArray();
        WriteFigures(json, "facts", report.Facts);
        json.WriteNumber("rowCount", report.RowCount);
        json.WriteStartObject("figures");
        foreach (var figures in report.Figures)
            WriteFigures(json, figures.Name, figures.Items);
        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (var table in report.Tables)
            await WriteTableAsync(json, table, report.Access.Currency, cancellation);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private async Task WriteTableAsync(
        Utf8JsonWriter json,
        ReportTable table,
        Currency currency,
        CancellationToken cancellation
    )
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Title);
        json.WriteNumber("rowCount", table.RowCount);
        WriteColumns(json, table.Columns, currency);
        json.WriteStartArray("rows");
        var totals = new ReportTotals(table.Columns);
        // A plain loop: the writer is flushed between rows, where one may wait.
        foreach (var row in table.Rows(cancellation))
        {
            totals.Add(row);
            WriteRow(json, table.Columns, row, withEmpty: true);
            if (json.BytesPending > FlushBytes)
                await json.FlushAsync(cancellation);
        }
        json.WriteEndArray();
        json.WritePropertyName("totals");
        WriteRow(json, table.Columns, totals.Cells(), withEmpty: false);
        json.WriteEndObject();
    }

    /// <summary>The columns of a table: key, title, type, unit and what it means.</summary>
    public void WriteColumns(Utf8JsonWriter json, IReadOnlyList<ReportColumn> columns, Currency currency)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("key", column.Key);
            json.WriteString("title", words.Title(column));
            json.WriteString("type", NameOf(column.Type));
            json.WriteString("unit", words.Unit(column, currency));
            json.WriteString("meaning", words.Meaning(column));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, string name, IReadOnlyList<ReportFigure> figures)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("key", figure.Key);
            json.WriteString("label", figure.Label);
            json.WriteString("type", NameOf(figure.Type));
            json.WritePropertyName("value");
            WriteValue(json, figure.Value);
            json.WriteString("note", figure.Note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRow(
        Utf8JsonWriter json,
        IReadOnlyList<ReportColumn> columns,
        ReadOnlySpan<ReportCell> row,
        bool withEmpty
    )
    {
        json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            if (!withEmpty && row[i].Kind == ReportCellKind.Empty)
                continue;
            json.WritePropertyName(columns[i].Key);
            WriteValue(json, row[i]);
        }
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ReportCell cell)
    {
        switch (cell.Kind)
        {
            case ReportCellKind.Empty:
                json.WriteNullValue();
                break;
            case ReportCellKind.Text:
                json.WriteStringValue(Whole(cell.Text));
                break;
            case ReportCellKind.Whole:
            case ReportCellKind.Money:
                json.WriteNumberValue(cell.Whole);
                break;
            case ReportCellKind.Real:
                json.WriteNumberValue(cell.Real);
                break;
            case ReportCellKind.Day:
                json.WriteStringValue(cell.Day.ToString());
                break;
        }
    }

    // Half of a character is none in UTF-8; the writer would refuse it.
    private static string Whole(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(r => r.ToString())) : text;

    private static string NameOf(ReportType type) =>
        type switch
        {
            ReportType.Text => "text",
            ReportType.Number => "number",
            ReportType.Money => "money",
            ReportType.Percent => "percent",
            ReportType.Date => "date",
        };
}
