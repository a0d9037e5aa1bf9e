using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Quotes;

/// <summary>What an item costs.</summary>
/// <param name="Item">As it was asked.</param>
/// <param name="UnitPrice">Of one piece after the one discount, at the currency's minor unit.</param>
/// <param name="IsLoyalty">The loyalty discount won.</param>
/// <param name="Promotion">The promotion that won; null where none did.</param>
/// <param name="Reason">Why.</param>
public sealed record QuotedItem(
    QuoteItem Item,
    Money UnitPrice,
    bool IsLoyalty,
    Promotion? Promotion,
    QuoteReason Reason
)
{
    public Money Before => Item.Price * Item.Quantity;

    public Money Total => UnitPrice * Item.Quantity;
}
