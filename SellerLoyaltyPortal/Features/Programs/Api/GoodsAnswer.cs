using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>
/// Goods that the discount on everything pushes below the seller's margin floor, of those sold and kept in the
/// window. Amounts in 1/10,000 of the currency unit, shares as fractions of the undiscounted price.
/// </summary>
/// <param name="FloorPercent">The margin below which a sale is flagged.</param>
/// <param name="Sold">Articles of which pieces were sold and kept.</param>
/// <param name="WithCost">Of them, those whose cost is known; nothing is said of the others.</param>
/// <param name="Revenue">Of all of them.</param>
/// <param name="RevenueWithCost">Of those whose cost is known.</param>
/// <param name="CostShare">v of those whose cost is known, by revenue; null where there are none.</param>
/// <param name="PushedShare">What the pushed ones are of all revenue.</param>
/// <param name="Pushed">At or above the floor without the discount, below it with; the largest revenue first.</param>
/// <param name="AlreadyBelow">Below the floor without the discount too.</param>
public sealed record GoodsAnswer(
    decimal FloorPercent,
    int Sold,
    int WithCost,
    long Revenue,
    long RevenueWithCost,
    decimal? CostShare,
    double PushedShare,
    IReadOnlyList<GoodsAnswer.Article> Pushed,
    IReadOnlyList<GoodsAnswer.Article> AlreadyBelow
)
{
    /// <param name="Sku">Article.</param>
    /// <param name="Price">Mean price of a piece after the seller's own discount.</param>
    /// <param name="Cost">Of a piece.</param>
    /// <param name="Revenue">In the window.</param>
    /// <param name="Before">1 − k − cost ÷ price.</param>
    /// <param name="After">(1 − d)(1 − k − c) − cost ÷ price.</param>
    public sealed record Article(
        string Sku,
        long Price,
        long Cost,
        long Revenue,
        decimal Before,
        decimal After
    );

    internal static GoodsAnswer Of(GoodsMargins margins, Percent floor) =>
        new(
            floor.ToDecimal(),
            margins.Goods,
            margins.GoodsWithCost,
            margins.Revenue.TenThousandths,
            margins.RevenueWithCost.TenThousandths,
            margins.CostShare,
            margins.PushedShare,
            [.. margins.Pushed.Select(ArticleOf)],
            [.. margins.AlreadyBelow.Select(ArticleOf)]
        );

    private static Article ArticleOf(GoodsMargin goods) =>
        new(
            goods.Sku,
            goods.Price.TenThousandths,
            goods.Cost.TenThousandths,
            goods.Revenue.TenThousandths,
            goods.Before,
            goods.After
        );
}
