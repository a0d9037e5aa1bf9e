namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>A basket whose prices are asked. Amounts in 1/10,000 of the currency unit.</summary>
/// <param name="BuyerId">An unknown one has no loyalty discount; null for a visitor who is not signed in.</param>
/// <param name="Items">From 1 to 1,000.</param>
/// <param name="Discounts">The shop's own discounts that apply as well, at most 100.</param>
public sealed record QuoteRequest(
    string? BuyerId,
    IReadOnlyList<QuoteRequest.Item?>? Items,
    IReadOnlyList<QuoteRequest.Discount?>? Discounts = null
)
{
    /// <param name="Sku">Article.</param>
    /// <param name="Quantity">Pieces, from 1.</param>
    /// <param name="Price">Of one piece before these discounts.</param>
    public sealed record Item(string? Sku, int Quantity, long Price);

    /// <summary>Exactly one of percent and amount.</summary>
    /// <param name="Code">What the shop calls it; it comes back with the items that it wins.</param>
    /// <param name="Percent">Off the price of a piece, to two decimals.</param>
    /// <param name="Amount">Off the price of a piece; never below zero.</param>
    /// <param name="Skus">The articles that it is for; left out: all.</param>
    public sealed record Discount(
        string? Code,
        decimal? Percent = null,
        long? Amount = null,
        IReadOnlyList<string?>? Skus = null
    );
}
