using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Exports;

/// <summary>A workbook that a member asked for in the background: what, when, and what became of it.</summary>
public sealed class ReportExport : ISellerOwned
{
    public SellerId SellerId { get; set; }

    /// <summary>Also the name of the file on the disk.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the report, as in its address.</summary>
    public required string Report { get; init; }

    /// <summary>Every input with its value, as in the address of the page.</summary>
    public required string Inputs { get; init; }

    /// <summary>Two letters: the language of the file.</summary>
    public required string Language { get; init; }

    /// <summary>What the browser is told to call it.</summary>
    public required string FileName { get; init; }

    public required ReportExportState State { get; set; }

    public required Guid RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Rows of all tables in the file.</summary>
    public required long Rows { get; set; }

    /// <summary>Length of the file; 0 while there is none.</summary>
    public long Bytes { get; set; }
}
