using System.Globalization;
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

    /// <summary>Of one of forty buyers and sixty orders, in a year and a bit; some lines come back.</summary>
    public static NewPurchaseLine AtRandom(Random random, string id, int version)
    {
        var quantity = random.Next(1, 5);
        var returned = random.Next(6) == 0 ? random.Next(1, quantity + 1) : 0;
        var bought = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(600_000));
        var amount = Money.FromUnits(random.Next(1, 3_000));
        return Of(id, "b" + random.Next(40).ToString(CultureInfo.InvariantCulture)) with
        {
            Version = version,
            OrderId = "O" + random.Next(60).ToString(CultureInfo.InvariantCulture),
            Quantity = quantity,
            ListAmount = amount,
            SellerAmount = amount.Fraction(9, 10),
            PaidAmount = amount.Fraction(2, 3),
            WithLoyaltyDiscount = random.Next(5) == 0,
            BoughtAt = bought,
            ReturnedQuantity = returned,
            ReturnedAt = returned > 0 && random.Next(4) > 0 ? bought.AddDays(random.Next(40)) : null,
        };
    }
}
