using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>A file to be imported, and for whom.</summary>
public sealed record PurchaseFile
{
    public required SellerId SellerId { get; init; }

    public required BusinessCalendar Calendar { get; init; }

    /// <summary>The bytes as they came, compressed or not; read once, from where it stands.</summary>
    public required Stream Content { get; init; }

    /// <summary>Number of bytes, where it is known: for the progress.</summary>
    public long? Length { get; init; }

    /// <summary>The name that it had at the person who sent it.</summary>
    public required string Name { get; init; }

    public required PurchaseLayout Layout { get; init; }

    /// <summary>Of <see cref="PurchaseLayout.Mapped"/>.</summary>
    public ImportMapping? Mapping { get; init; }

    /// <summary>Of the ledger: lines in another one are wrong.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Where the mapping asks for it.</summary>
    internal BuyerHash? Hash { get; init; }

    public ImportMode Mode { get; init; } = ImportMode.AllOrNothing;

    /// <summary>Gets every error as a row of a CSV file, if there is somebody to read it.</summary>
    public TextWriter? ErrorList { get; init; }

    /// <summary>Null for what the portal loads by itself.</summary>
    public Guid? ImportedBy { get; init; }

    /// <summary>Days by which every date is moved; only the demo does.</summary>
    public int ShiftDays { get; init; }
}
