using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>What was found in a file and what became of it.</summary>
public sealed record ImportReport
{
    public required string FileName { get; init; }

    public required string FileSha256 { get; init; }

    public required PurchaseLayout Layout { get; init; }

    public required FileDialect Dialect { get; init; }

    /// <summary>Data rows; the header and blank rows are not counted.</summary>
    public required long RowsRead { get; init; }

    public required long LinesAdded { get; init; }

    public required long LinesCorrected { get; init; }

    public required long LinesAlreadyThere { get; init; }

    public required long RowsLeftOut { get; init; }

    public required int BuyersAdded { get; init; }

    /// <summary>Business days of the file's good lines; null where it has none.</summary>
    public required DayRange? Period { get; init; }

    /// <summary>Sum of the good lines at the price after the seller's discount.</summary>
    public required Money Total { get; init; }

    public required IReadOnlyList<ImportFinding> Findings { get; init; }

    public required ImportMode Mode { get; init; }

    /// <summary>Rows with an error. They are never stored; see <see cref="ImportMode"/> for the others.</summary>
    public required long ErrorRows { get; init; }

    /// <summary>The first errors in the order of the file.</summary>
    public required IReadOnlyList<RowError> Errors { get; init; }

    /// <summary>All errors by what they are, each with all its rows.</summary>
    public required IReadOnlyList<RowErrorGroup> ErrorGroups { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Lines that are neither wrong nor left out, stored now or before.</summary>
    public long GoodLines => LinesAdded + LinesCorrected + LinesAlreadyThere;

    public bool IsStored =>
        Mode switch
        {
            ImportMode.Check => false,
            ImportMode.AllOrNothing => ErrorRows == 0,
            ImportMode.GoodRows => true,
        };
}
