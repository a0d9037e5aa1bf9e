namespace SellerLoyaltyPortal.Features.Api;

/// <summary>What a key may do; one key may have several.</summary>
public enum ApiScope
{
    /// <summary>Send purchases, one by one or as a file.</summary>
    PurchasesWrite = 1,

    /// <summary>Ask for a buyer's discount and for quotes: what a storefront needs.</summary>
    StorefrontRead = 2,

    /// <summary>Read programs, the curve and previews.</summary>
    ProgramsRead = 3,

    /// <summary>Read retention, lifetime value and buyers.</summary>
    AnalyticsRead = 4,

    /// <summary>Read reports, as JSON or workbook.</summary>
    ReportsRead = 5,
}
