using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>A checked purchase line on its way into a ledger; see <see cref="PurchaseLine"/> for the meanings.</summary>
public sealed record NewPurchaseLine
{
    public required BuyerId Buyer { get; init; }

    public required string LineId { get; init; }

    public int Version { get; init; } = 1;

    public required string OrderId { get; init; }

    public required string Sku { get; init; }

    public string? Category { get; init; }

    public required long Quantity { get; init; }

    /// <summary>Total of the line.</summary>
    public required Money ListAmount { get; init; }

    /// <summary>Total of the line.</summary>
    public required Money SellerAmount { get; init; }

    /// <summary>Total of the line.</summary>
    public required Money PaidAmount { get; init; }

    public bool WithLoyaltyDiscount { get; init; }

    public required DateTimeOffset BoughtAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    public long ReturnedQuantity { get; init; }
}
