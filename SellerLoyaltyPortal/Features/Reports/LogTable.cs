namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Moments with texts, of a number that nobody has counted: what <see cref="WriteLogWorkbook"/> writes.</summary>
/// <param name="Title">Of the sheet, in the reader's language.</param>
/// <param name="MomentTitle">Of the first column.</param>
/// <param name="Columns">The others, left to right.</param>
/// <param name="Rows">Read once.</param>
public sealed record LogTable(
    string Title,
    string MomentTitle,
    IReadOnlyList<LogColumn> Columns,
    IAsyncEnumerable<LogRow> Rows
);
