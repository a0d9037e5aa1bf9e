using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Undo;

/// <summary>
/// A row of the ledger whose import was undone, kept so that the ledger can still be read as of any
/// sequence: the row was part of it from <see cref="Sequence"/> until <see cref="UndoneAtSequence"/>, which
/// is when the row that it had corrected became current again. See <see cref="PurchaseLine"/> for the rest.
/// </summary>
public sealed class UndoneLine : ISellerOwned
{
    public SellerId SellerId { get; set; }

    public required long Sequence { get; init; }

    /// <summary>The sequence that the undoing itself took.</summary>
    public required long UndoneAtSequence { get; init; }

    /// <summary>The pseudonym itself: a buyer without lines is forgotten.</summary>
    public required BuyerId Buyer { get; init; }

    public required string LineId { get; init; }

    public required int Version { get; init; }

    public long? SupersededBy { get; init; }

    public required string OrderId { get; init; }

    public required string Sku { get; init; }

    public string? Category { get; init; }

    public required long Quantity { get; init; }

    public required Money ListAmount { get; init; }

    public required Money SellerAmount { get; init; }

    public required Money PaidAmount { get; init; }

    public required bool WithLoyaltyDiscount { get; init; }

    public required DateTimeOffset BoughtAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    public required long ReturnedQuantity { get; init; }

    public required long ImportId { get; init; }
}
