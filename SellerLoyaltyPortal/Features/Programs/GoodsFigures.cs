using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Sales and costs of a seller's goods over a window: made once, then asked for every discount.</summary>
/// <param name="Window">The days whose sales they are.</param>
/// <param name="Sold">The largest revenue first.</param>
/// <param name="Costs">Of a piece, by article; empty where the seller has said nothing.</param>
/// <param name="Economics">Commissions and the margin floor.</param>
public sealed record GoodsFigures(
    DayRange Window,
    IReadOnlyList<GoodsSold> Sold,
    IReadOnlyDictionary<string, Money> Costs,
    SellerUnitEconomics Economics
)
{
    public GoodsMargins At(Percent discount) =>
        GoodsMargins.Of(
            Sold.Select(g => (g.Sku, g.Pieces, g.Revenue)),
            Costs,
            UnitMargins.Of(Economics.Unit, discount),
            Economics.MarginFloor
        );
}
