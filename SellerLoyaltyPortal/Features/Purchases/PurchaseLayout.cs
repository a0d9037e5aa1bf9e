namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>In which form the rows of a file are written; see <c>docs/import.md</c>.</summary>
public enum PurchaseLayout
{
    /// <summary>The portal's own documented columns.</summary>
    PortalCsv,

    /// <summary>Invoices of the UCI data sets "Online Retail" and "Online Retail II".</summary>
    OnlineRetail,

    /// <summary>The master file of the CDNOW data set.</summary>
    Cdnow,
}
