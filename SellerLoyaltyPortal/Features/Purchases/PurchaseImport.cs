using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>One finished import of a file: who, when, what, with the report. Written with its rows or not at all.</summary>
public sealed class PurchaseImport : ISellerOwned
{
    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file's bytes as they came, lower-case hex.</summary>
    public required string FileSha256 { get; set; }

    /// <summary>Name of the layout that the file was read in.</summary>
    public required string Layout { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Null for what the portal loads by itself (demo data).</summary>
    public Guid? ImportedBy { get; init; }

    /// <summary>Data rows of the file, the header not counted.</summary>
    public required long RowsRead { get; set; }

    public required long LinesAdded { get; set; }

    public required long LinesCorrected { get; set; }

    /// <summary>Rows whose line was in the ledger already: nothing changed.</summary>
    public required long LinesAlreadyThere { get; set; }

    /// <summary>Rows that were not stored, on purpose or because they are wrong; <see cref="FindingsJson"/> says why.</summary>
    public required long RowsLeftOut { get; set; }

    /// <summary>A <see cref="StoredFindings"/>: what was found in the file, with the numbers of all rows.</summary>
    public required string FindingsJson { get; set; }

    /// <summary>When it was undone; null while its lines are in the ledger.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    public Guid? UndoneBy { get; set; }
}
