using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Api;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>Where a file that was sent stands.</summary>
/// <param name="State"><c>checking</c>, <c>checked</c> (decide now), <c>storing</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Kind">How the file is read: a known export, or <c>mapped</c>.</param>
/// <param name="Rows">Data rows read so far.</param>
/// <param name="Share">Part of the file that is read, 0 … 1; null where that is not known.</param>
/// <param name="Report">What the check found, then what was stored.</param>
/// <param name="Errors">Why the file can't be read; empty unless it failed.</param>
internal sealed record ImportAnswer(
    Guid Id,
    string State,
    string FileName,
    string Kind,
    long Rows,
    double? Share,
    ImportAnswer.Found? Report,
    IReadOnlyList<ApiInvalid.Problem> Errors
)
{
    public static ImportAnswer Of(
        ImportJob job,
        IStringLocalizer<PurchasesText> texts,
        IStringLocalizer<ApiText> api
    ) =>
        new(
            job.Id,
            Small(job.State),
            job.FileName,
            job.Mapping?.Preset ?? Small(job.Layout),
            job.Report?.RowsRead ?? job.Progress?.Rows ?? 0,
            job.Report is null ? job.Progress?.Share : 1,
            job.Report is { } report ? Found.Of(report) : null,
            ApiInvalid.Of(job.Errors, texts, api).Value?.Errors ?? []
        );

    private static string Small<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
    }

    /// <param name="Stored">Whether the lines are in the ledger, durable.</param>
    /// <param name="Refused">Wrong rows: <c>GET …/errors</c> lists them all.</param>
    /// <param name="Total">Sum of the good lines after the seller's discount, in 1/10,000 of the currency unit.</param>
    /// <param name="Sha256">Of the file as it came.</param>
    internal sealed record Found(
        bool Stored,
        long Rows,
        long Added,
        long Corrected,
        long AlreadyThere,
        long LeftOut,
        long Refused,
        int NewBuyers,
        string? FirstDay,
        string? LastDay,
        long Total,
        string Sha256,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<RefusedGroup> RefusedGroups,
        IReadOnlyList<RefusedRow> FirstRefused
    )
    {
        public static Found Of(ImportReport report) =>
            new(
                report.IsStored,
                report.RowsRead,
                report.LinesAdded,
                report.LinesCorrected,
                report.LinesAlreadyThere,
                report.RowsLeftOut,
                report.ErrorRows,
                report.BuyersAdded,
                report.Period?.First.ToString(),
                report.Period?.Last.ToString(),
                report.Total.TenThousandths,
                report.FileSha256,
                [.. report.Findings.Select(f => new Finding(Small(f.Kind), f.Count, f.LeftOut, f.Rows))],
                [
                    .. report.ErrorGroups.Select(g => new RefusedGroup(
                        g.Column,
                        Small(g.Reason),
                        g.Count,
                        g.Rows
                    )),
                ],
                [.. report.Errors.Select(e => new RefusedRow(e.Row, e.Column, e.Value, Small(e.Reason)))]
            );
    }

    /// <param name="Rows">All of them, as in a spreadsheet: <c>2-5, 9</c>.</param>
    internal sealed record Finding(string Kind, long Count, long LeftOut, string Rows);

    internal sealed record RefusedGroup(string Column, string Reason, long Count, string Rows);

    internal sealed record RefusedRow(long Row, string Column, string Value, string Reason);
}
