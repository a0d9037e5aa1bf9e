using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The log as CSV or as a workbook: whole, in the reader's language, times in UTC.</summary>
internal static class AuditFile
{
    /// <summary>What follows the moment, with the width of a workbook's column.</summary>
    private static readonly (string Title, double Width)[] Columns =
    [
        ("ColumnSeller", 22),
        ("ColumnWhat", 34),
        ("ColumnSubject", 36),
        ("ColumnDetails", 48),
        ("ColumnWho", 24),
        ("ColumnEmail", 30),
        ("ColumnFrom", 18),
    ];

    public static async Task WriteCsvAsync(
        Stream output,
        IAsyncEnumerable<AuditRow> rows,
        IStringLocalizer texts,
        CancellationToken cancellation
    )
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await WriteLineAsync([texts["ColumnWhen"], .. Columns.Select(c => texts[c.Title].Value)]);
        await foreach (var row in rows.WithCancellation(cancellation))
            await WriteLineAsync([
                row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                .. Texts(row, texts),
            ]);

        Task WriteLineAsync(IReadOnlyList<string?> cells) =>
            writer.WriteLineAsync(string.Join(',', cells.Select(Cell)));
    }

    public static LogTable Table(
        IAsyncEnumerable<AuditRow> rows,
        IStringLocalizer texts,
        CancellationToken cancellation
    ) =>
        new(
            texts["NavJournal"],
            texts["ColumnWhen"] + " (UTC)",
            [.. Columns.Select(c => new LogColumn(texts[c.Title], c.Width))],
            RowsAsync(rows, texts, cancellation)
        );

    private static async IAsyncEnumerable<LogRow> RowsAsync(
        IAsyncEnumerable<AuditRow> rows,
        IStringLocalizer texts,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var row in rows.WithCancellation(cancellation))
            yield return new(row.At, Texts(row, texts));
    }

    private static string?[] Texts(AuditRow row, IStringLocalizer texts) =>
        [
            row.Seller,
            AuditWords.Action(texts, row.Action),
            row.Subject,
            row.Details.Count > 0 ? AuditWords.Details(texts, row.Details) : null,
            AuditWords.Actor(texts, row.ActorKind, row.ActorName),
            row.ActorEmail,
            row.Address,
        ];

    /// <summary>Quoted; what a spreadsheet program would take for a formula begins with an apostrophe.</summary>
    private static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? "";
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
