namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The purchase ledger: import, storage and the columns that the engines read.</summary>
public static class PurchasesFeature
{
    public static WebApplicationBuilder AddPurchases(this WebApplicationBuilder builder)
    {
        return builder;
    }
}
