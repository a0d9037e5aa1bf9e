using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>Buyers of one group, added up while they pass by.</summary>
internal sealed class BuyerGroup
{
    public int Buyers { get; private set; }

    private Money Total { get; set; }

    private long Orders { get; set; }

    private long DaysSinceLast { get; set; }

    public void Add(BuyerRow buyer)
    {
        Buyers++;
        Total += buyer.Total;
        Orders += buyer.Orders;
        DaysSinceLast += buyer.DaysSinceLast;
    }

    /// <summary>Buyers, share of buyers, revenue, share of revenue, and means a buyer.</summary>
    public ReportCell[] Cells(BuyerGroup everybody, params ReadOnlySpan<ReportCell> name) =>
        [
            .. name,
            ReportCell.Of((long)Buyers),
            ReportCell.Share(Buyers, everybody.Buyers),
            ReportCell.Of(Total),
            ReportCell.Share(Total, everybody.Total),
            ReportCell.Mean(Total, Buyers),
            ReportCell.Mean(Orders, Buyers),
            ReportCell.Mean(DaysSinceLast, Buyers),
        ];
}
