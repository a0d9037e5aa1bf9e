using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Quotes;

/// <summary>
/// The prices of a basket for one buyer. An item gets one discount at most, chosen by the seller's
/// <see cref="StackingPolicy"/>. The price of a piece is rounded half to even at the currency's minor unit,
/// once, at the end; everything before it is exact, everything after it is multiplication and addition.
/// </summary>
public sealed class Quote
{
    private Quote(IReadOnlyList<QuotedItem> items) => Items = items;

    /// <summary>In the order of asking.</summary>
    public IReadOnlyList<QuotedItem> Items { get; }

    public Money Before => Items.Aggregate(Money.Zero, (sum, item) => sum + item.Before);

    public Money Total => Items.Aggregate(Money.Zero, (sum, item) => sum + item.Total);

    /// <param name="items">The basket.</param>
    /// <param name="loyalty">What the buyer has; zero for nothing.</param>
    /// <param name="promotions">The shop's own discounts.</param>
    /// <param name="policy">Which one wins.</param>
    /// <param name="currency">Prices are rounded at its minor unit.</param>
    /// <exception cref="OverflowException">An amount no longer fits into 64 bits.</exception>
    public static Quote Of(
        IEnumerable<QuoteItem> items,
        Percent loyalty,
        IReadOnlyList<Promotion> promotions,
        StackingPolicy policy,
        Currency currency
    ) => new([.. items.Select(item => Priced(item, loyalty, promotions, policy, currency))]);

    private static QuotedItem Priced(
        QuoteItem item,
        Percent loyalty,
        IReadOnlyList<Promotion> promotions,
        StackingPolicy policy,
        Currency currency
    )
    {
        var byLoyalty = Off(loyalty, item.Price);
        var (promotion, byPromotion) = Best(item, promotions);
        var (hasLoyalty, hasPromotion) = (byLoyalty > 0, promotion is not null);
        var (loyaltyWins, reason) = (hasLoyalty, hasPromotion) switch
        {
            (false, false) => (false, QuoteReason.NoDiscount),
            (true, false) => (true, QuoteReason.OnlyOne),
            (false, true) => (
                false,
                HasRival(item, promotions, promotion!) ? QuoteReason.BestForBuyer : QuoteReason.OnlyOne
            ),
            (true, true) => policy switch
            {
                // Where both come to the same the promotion is used, which costs the seller no commission
                // for the loyalty option.
                StackingPolicy.BestForBuyer => (byLoyalty > byPromotion, QuoteReason.BestForBuyer),
                StackingPolicy.LoyaltyAlways => (true, QuoteReason.LoyaltyAlways),
                StackingPolicy.LoyaltyNeverOverPromotion => (false, QuoteReason.LoyaltyNeverOverPromotion),
            },
        };
        var off =
            reason == QuoteReason.NoDiscount ? 0
            : loyaltyWins ? byLoyalty
            : byPromotion;
        return new(
            item,
            Rounded((Int128)item.Price.TenThousandths * Percent.Whole - off, currency),
            loyaltyWins,
            loyaltyWins ? null : promotion,
            reason
        );
    }

    private static (Promotion? Promotion, Int128 Off) Best(
        QuoteItem item,
        IReadOnlyList<Promotion> promotions
    )
    {
        var (best, most) = ((Promotion?)null, Int128.Zero);
        foreach (var promotion in promotions)
        {
            var off = promotion.IsFor(item.Sku) ? Off(promotion, item.Price) : 0;
            if (off > most)
                (best, most) = (promotion, off);
        }
        return (best, most);
    }

    private static bool HasRival(QuoteItem item, IReadOnlyList<Promotion> promotions, Promotion winner) =>
        promotions.Any(p => !ReferenceEquals(p, winner) && p.IsFor(item.Sku) && Off(p, item.Price) > 0);

    // In 1/10,000 of 1/10,000 of the currency unit, so that shares of a price are whole numbers.
    private static Int128 Off(Promotion promotion, Money price) =>
        promotion.Share is { } share
            ? Off(share, price)
            : Int128.Min(promotion.Amount?.TenThousandths ?? 0, price.TenThousandths) * Percent.Whole;

    private static Int128 Off(Percent share, Money price) =>
        (Int128)price.TenThousandths * Math.Clamp(share.BasisPoints, 0, Percent.Whole);

    private static Money Rounded(Int128 exact, Currency currency)
    {
        var minor = Money.Scale;
        for (var digit = 0; digit < currency.MinorDigits; digit++)
            minor /= 10;
        return new Money(minor) * Money.DivideHalfToEven(exact, (Int128)minor * Percent.Whole);
    }
}
