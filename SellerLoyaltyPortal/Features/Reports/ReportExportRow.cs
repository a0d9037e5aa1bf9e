using SellerLoyaltyPortal.Features.Reports.Exports;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>A workbook in the list of those that were made in the background.</summary>
/// <param name="Id">In the address of the file.</param>
/// <param name="Report">Name of the report.</param>
/// <param name="Inputs">As in the address of the page.</param>
/// <param name="FileName">What it is called when downloaded.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="KeptUntil">When a finished file goes.</param>
/// <param name="Rows">Of all tables.</param>
/// <param name="RowsWritten">So far; null while it waits for its turn and when it is over.</param>
/// <param name="Bytes">Length of the finished file.</param>
public sealed record ReportExportRow(
    Guid Id,
    string Report,
    string Inputs,
    string FileName,
    ReportExportState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset KeptUntil,
    long Rows,
    long? RowsWritten,
    long Bytes
);
