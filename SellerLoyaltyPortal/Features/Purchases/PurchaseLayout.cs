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

    /// <summary>The 1/10 sample of it: another column in front, no header.</summary>
    CdnowSample,

    /// <summary>Whatever its owner said that the columns mean; see <see cref="Mapping.ImportMapping"/>.</summary>
    Mapped,

    /// <summary>Ozon's report of accruals. It names no buyers, so nothing of it can be stored.</summary>
    Ozon,

    /// <summary>Wildberries' detailed report of sales. It names no buyers either.</summary>
    Wildberries,
}
