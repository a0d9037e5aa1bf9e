namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>The prices of a basket. Amounts in 1/10,000 of the currency unit; sums are exact.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="BusinessDay">The as-of date.</param>
/// <param name="ValidUntil">When windows and versions move on.</param>
/// <param name="LoyaltyPercent">What the buyer has; 0 for nothing.</param>
/// <param name="Program">The offer; null where nothing is offered.</param>
/// <param name="Items">In the order asked.</param>
/// <param name="Before">Sum of all items before the discounts.</param>
/// <param name="Total">Sum of all items after them.</param>
public sealed record QuoteAnswer(
    string Currency,
    string BusinessDay,
    string ValidUntil,
    decimal LoyaltyPercent,
    RunningOffer? Program,
    IReadOnlyList<QuoteAnswer.Item> Items,
    long Before,
    long Total
)
{
    /// <param name="Sku">As it was asked.</param>
    /// <param name="Quantity">As it was asked.</param>
    /// <param name="Price">As it was asked.</param>
    /// <param name="UnitPrice">Of one piece after the one discount, at the currency's minor unit.</param>
    /// <param name="Total">Quantity times unit price.</param>
    /// <param name="Winner"><c>loyalty</c>, <c>promotion</c> or <c>none</c>: never two.</param>
    /// <param name="Code">Of the promotion that won; null otherwise.</param>
    /// <param name="Reason">
    /// <c>noDiscount</c>, <c>onlyOne</c>, <c>bestForBuyer</c>, <c>loyaltyAlways</c> or <c>loyaltyNeverOverPromotion</c>.
    /// </param>
    /// <param name="Why">The reason for people.</param>
    public sealed record Item(
        string Sku,
        int Quantity,
        long Price,
        long UnitPrice,
        long Total,
        string Winner,
        string? Code,
        string Reason,
        string Why
    );
}
