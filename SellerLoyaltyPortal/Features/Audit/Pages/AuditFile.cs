using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The log as CSV: whole, in the reader's language, times in UTC.</summary>
internal static class AuditFile
{
    private static readonly string[] Columns =
    [
        "ColumnWhen",
        "ColumnSeller",
        "ColumnWhat",
        "ColumnSubject",
        "ColumnDetails",
        "ColumnWho",
        "ColumnEmail",
        "ColumnFrom",
    ];

    public static async Task WriteAsync(
        Stream output,
        IAsyncEnumerable<AuditRow> rows,
        IStringLocalizer texts,
        CancellationToken cancellation
    )
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteLineAsync(string.Join(',', Columns.Select(c => Cell(texts[c]))));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            string?[] cells =
            [
                row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                row.Seller,
                AuditWords.Action(texts, row.Action),
                row.Subject,
                AuditWords.Details(texts, row.Details),
                AuditWords.Actor(texts, row.ActorKind, row.ActorName),
                row.ActorEmail,
                row.Address,
            ];
            await writer.WriteLineAsync(string.Join(',', cells.Select(Cell)));
        }
    }

    /// <summary>Quoted; what a spreadsheet program would take for a formula begins with an apostrophe.</summary>
    private static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? "";
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
