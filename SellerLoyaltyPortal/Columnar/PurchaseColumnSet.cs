namespace SellerLoyaltyPortal.Columnar;

/// <summary>Which optional columns a snapshot carries: memory is spent only on what is asked for.</summary>
[Flags]
public enum PurchaseColumnSet
{
    None = 0,
    ListPrice = 1,
    SellerPrice = 2,
    PricePaid = 4,

    /// <summary>The order of each line: for <c>TypicalOrder</c> and for explanations.</summary>
    Orders = 8,
    AllPrices = ListPrice | SellerPrice | PricePaid,
    All = AllPrices | Orders,
}
