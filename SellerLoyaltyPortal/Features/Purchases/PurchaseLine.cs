using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// One bought-out line of an order, as one event of the append-only ledger. A correction is a further row
/// with the same <see cref="LineId"/> and a higher <see cref="Version"/>; the row it replaces stays and
/// names its successor, so that the ledger can be read as of any <see cref="Sequence"/>.
/// </summary>
public sealed class PurchaseLine : ISellerOwned
{
    public SellerId SellerId { get; set; }

    /// <summary>Position in the seller's ledger: 1, 2, 3, … in the order of storing.</summary>
    public required long Sequence { get; init; }

    /// <summary><see cref="Buyer.Key"/>.</summary>
    public required long BuyerKey { get; init; }

    /// <summary>Unique per seller (with the version): makes every import and event idempotent.</summary>
    public required string LineId { get; init; }

    /// <summary>From 1; a higher one corrects a lower one.</summary>
    public required int Version { get; init; }

    /// <summary>Sequence of the row that corrected this one; null while this is the current one.</summary>
    public long? SupersededBy { get; init; }

    public required string OrderId { get; init; }

    public required string Sku { get; init; }

    public string? Category { get; init; }

    /// <summary>
    /// Pieces; negative for a cancellation that does not say which purchase it takes back: such a line
    /// counts, with its negative amounts, on its own day.
    /// </summary>
    public required long Quantity { get; init; }

    /// <summary>Total of the line at the price without any discount.</summary>
    public required Money ListAmount { get; init; }

    /// <summary>Total of the line after the seller's own discount.</summary>
    public required Money SellerAmount { get; init; }

    /// <summary>Total of what the buyer paid.</summary>
    public required Money PaidAmount { get; init; }

    /// <summary>Whether it was bought with the seller's loyalty discount.</summary>
    public required bool WithLoyaltyDiscount { get; init; }

    /// <summary>When it was bought out; noon of the seller's day where a source knows only the date.</summary>
    public required DateTimeOffset BoughtAt { get; init; }

    /// <summary>When pieces came back; null while none did.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Pieces that came back: from 0 to <see cref="Quantity"/>.</summary>
    public required long ReturnedQuantity { get; init; }

    /// <summary>The import that brought the row.</summary>
    public required long ImportId { get; init; }
}
