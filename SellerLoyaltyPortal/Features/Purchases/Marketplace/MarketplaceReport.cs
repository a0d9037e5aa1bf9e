using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Marketplace;

/// <summary>
/// A marketplace's sales report that names no buyers: nobody qualifies by it, and it is kept as it came, to
/// compare the ledger with later. The row says what the file in <see cref="MarketplaceReports"/>'s folder is.
/// </summary>
public sealed class MarketplaceReport : ISellerOwned
{
    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    /// <summary>As it was called when it was sent; never the name under which it lies on the disk.</summary>
    public required string FileName { get; init; }

    /// <summary>Of the bytes as they came; at a seller each is there once.</summary>
    public required string Sha256 { get; init; }

    /// <summary><see cref="PurchaseLayout.Ozon"/> or <see cref="PurchaseLayout.Wildberries"/>.</summary>
    public required string Layout { get; init; }

    public required long Length { get; init; }

    /// <summary>Name on the disk, in the seller's folder.</summary>
    public required Guid StoredAs { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    public required Guid KeptBy { get; init; }
}
