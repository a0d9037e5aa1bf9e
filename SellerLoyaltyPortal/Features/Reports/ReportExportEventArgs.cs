using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Whose workbooks have moved on.</summary>
public sealed class ReportExportEventArgs(SellerId sellerId) : EventArgs
{
    public SellerId SellerId => sellerId;
}
