namespace SellerLoyaltyPortal.Columnar;

/// <summary>Which column holds the amounts of a price base.</summary>
public static class PriceBaseColumns
{
    public static PurchaseColumnSet Column(this PriceBase priceBase) =>
        priceBase switch
        {
            PriceBase.ListPrice => PurchaseColumnSet.ListPrice,
            PriceBase.SellerPrice => PurchaseColumnSet.SellerPrice,
            PriceBase.PricePaid => PurchaseColumnSet.PricePaid,
        };
}
