using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>
/// Which goods a discount on everything leaves below a margin floor. Goods without a known cost, or of which
/// nothing was sold and kept, are left out and counted.
/// </summary>
public sealed class GoodsMargins
{
    private GoodsMargins(
        IReadOnlyList<GoodsMargin> pushed,
        IReadOnlyList<GoodsMargin> already,
        (int Goods, int WithCost) count,
        (Money All, Money WithCost) revenue,
        Money costs
    )
    {
        (Pushed, AlreadyBelow) = (pushed, already);
        (Goods, GoodsWithCost) = count;
        (Revenue, RevenueWithCost) = revenue;
        CostShare = revenue.WithCost > Money.Zero ? Share(costs, revenue.WithCost) : null;
        PushedShare =
            revenue.All > Money.Zero
                ? (double)Share(pushed.Aggregate(Money.Zero, (sum, g) => sum + g.Revenue), revenue.All)
                : 0;
    }

    /// <summary>At or above the floor without the discount, below it with; the largest revenue first.</summary>
    public IReadOnlyList<GoodsMargin> Pushed { get; }

    /// <summary>Below the floor already without the discount.</summary>
    public IReadOnlyList<GoodsMargin> AlreadyBelow { get; }

    /// <summary>Goods of which pieces were sold and kept.</summary>
    public int Goods { get; }

    public int GoodsWithCost { get; }

    public Money Revenue { get; }

    public Money RevenueWithCost { get; }

    /// <summary>v of the goods with a known cost, by revenue; null where there are none.</summary>
    public decimal? CostShare { get; }

    /// <summary>Of the revenue of all goods.</summary>
    public double PushedShare { get; }

    /// <param name="sold">Article, pieces, revenue; the largest revenue first.</param>
    /// <param name="costs">Of a piece, by article.</param>
    /// <param name="margins">Commissions and the discount; its own unit cost is not asked.</param>
    /// <param name="floor">Share of the undiscounted price.</param>
    public static GoodsMargins Of(
        IEnumerable<(string Sku, long Pieces, Money Revenue)> sold,
        IReadOnlyDictionary<string, Money> costs,
        UnitMargins margins,
        Percent floor
    )
    {
        var (least, v) = (floor.ToDecimal() / 100, margins.Unit.UnitCost.ToDecimal() / 100);
        var (pushed, already) = (new List<GoodsMargin>(), new List<GoodsMargin>());
        var (goods, withCost, revenue, revenueWithCost, spent) = (0, 0, Money.Zero, Money.Zero, Money.Zero);
        foreach (var (sku, pieces, amount) in sold)
        {
            if (pieces <= 0 || amount <= Money.Zero)
                continue;
            goods++;
            revenue += amount;
            if (!costs.TryGetValue(sku, out var cost))
                continue;
            withCost++;
            revenueWithCost += amount;
            spent += cost * pieces;
            var share = Share(cost * pieces, amount);
            // The margins are the unit's with this article's cost in the place of the mean one.
            var margin = new GoodsMargin(
                sku,
                amount.Fraction(1, pieces),
                cost,
                amount,
                margins.Before + v - share,
                margins.After + v - share
            );
            if (margin.Before < least)
                already.Add(margin);
            else if (margin.After < least)
                pushed.Add(margin);
        }
        return new(pushed, already, (goods, withCost), (revenue, revenueWithCost), spent);
    }

    private static decimal Share(Money part, Money whole) => part.ToDecimal() / whole.ToDecimal();
}
