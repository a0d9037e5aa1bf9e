using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>The buyers of a segment as a table, the largest totals first.</summary>
internal static class SegmentBuyers
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        ReportColumn.Text("Buyer", 28),
        ReportColumn.Money("Total", isSummed: true),
        ReportColumn.Money("ToThreshold"),
        ReportColumn.Number("Orders", "orders", isSummed: true),
        ReportColumn.Date("LastPurchase"),
        ReportColumn.Number("DaysSinceLast", "days"),
        ReportColumn.Number("R"),
        ReportColumn.Number("F"),
        ReportColumn.Number("M"),
        ReportColumn.Text("Segment", 22),
        ReportColumn.Real("MeanInterval", "days"),
        ReportColumn.Text("Rhythm", 22),
    ];

    public static IEnumerable<ReportCell[]> Rows(
        BuyerBoard board,
        BuyerQuery query,
        Money threshold,
        Func<RfmSegment, string> segmentName,
        Func<BuyerRhythm, string> rhythmName
    )
    {
        var segments = Enum.GetValues<RfmSegment>().Select(s => ReportCell.Of(segmentName(s))).ToArray();
        var rhythms = Enum.GetValues<BuyerRhythm>().Select(r => ReportCell.Of(rhythmName(r))).ToArray();
        var row = new ReportCell[Columns.Count];
        foreach (var buyer in board.All(query))
        {
            row[0] = ReportCell.Of(buyer.Id.Value);
            row[1] = ReportCell.Of(buyer.Total);
            row[2] = ReportCell.Of(Lacking(board, buyer.Total, threshold));
            row[3] = ReportCell.Of((long)buyer.Orders);
            row[4] = ReportCell.Of(board.AsOf - buyer.DaysSinceLast);
            row[5] = ReportCell.Of((long)buyer.DaysSinceLast);
            row[6] = ReportCell.Of((long)buyer.Scores.Recency);
            row[7] = ReportCell.Of((long)buyer.Scores.Frequency);
            row[8] = ReportCell.Of((long)buyer.Scores.Money);
            row[9] = segments[(int)buyer.Segment];
            row[10] = ReportCell.Of(buyer.MeanInterval);
            row[11] = rhythms[(int)buyer.Rhythm];
            yield return row;
        }
    }

    private static Money Lacking(BuyerBoard board, Money total, Money threshold) =>
        board.Rule.Qualifies(total, threshold) ? Money.Zero : board.Rule.LeastQualifying(threshold) - total;
}
