using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

/// <summary>Valid lines; a test names only what it is about.</summary>
internal static class ANewLine
{
    public static NewPurchaseLine Of(
        string lineId = "L1",
        string buyer = "b1",
        long units = 100,
        int version = 1,
        string order = "O1"
    ) =>
        new()
        {
            Buyer = new BuyerId(buyer),
            LineId = lineId,
            Version = version,
            OrderId = order,
            Sku = "S1",
            Quantity = 1,
            ListAmount = Money.FromUnits(units),
            SellerAmount = Money.FromUnits(units),
            PaidAmount = Money.FromUnits(units),
            BoughtAt = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero),
        };
}
