using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Which buyers a filter means.</summary>
internal static class FilteredBuyers
{
    public static BuyerSet Find(
        PurchaseColumns columns,
        DayNumber asOf,
        BuyerFilter filter,
        CancellationToken cancellation
    )
    {
        var rule = EligibilityRule.Default;
        var table = filter.Segment is null
            ? null
            : RfmCalculator.Score(columns, rule.WindowOn(asOf), rule.PriceBase, cancellation);
        var totals =
            filter.AtLeast is null && filter.Below is null
                ? null
                : BuyerTotalsCalculator.Calculate(columns, rule, asOf);
        return new(
            columns.BuyerCount,
            buyer =>
                HasSegment(table, buyer, filter)
                && HasTotal(totals, buyer, filter)
                && HasLines(columns.LinesOf(buyer), asOf, filter)
        );
    }

    private static bool HasSegment(RfmTable? table, int buyer, BuyerFilter filter) =>
        table is null || (table.RowOf(buyer) is >= 0 and var row && table.SegmentOf(row) == filter.Segment);

    private static bool HasTotal(BuyerTotals? totals, int buyer, BuyerFilter filter) =>
        totals is null
        || (
            totals.IsInBase(buyer)
            && !(totals.Of(buyer) < filter.AtLeast)
            && !(totals.Of(buyer) >= filter.Below)
        );

    private static bool HasLines(BuyerSlice lines, DayNumber asOf, BuyerFilter filter)
    {
        if (filter.WithDiscount is null && filter.FirstFrom is null && filter.FirstTo is null)
            return true;
        DayNumber? first = null;
        var withDiscount = false;
        for (var line = 0; line < lines.Count && lines.BoughtOn(line) <= asOf; line++)
        {
            withDiscount |= lines.IsDiscounted(line);
            if (first is null && lines.Gross(line, PriceBase.SellerPrice) >= Money.Zero)
                first = lines.BoughtOn(line);
        }
        return (filter.WithDiscount is null || withDiscount == filter.WithDiscount)
            && !(first is null && (filter.FirstFrom ?? filter.FirstTo) is not null)
            && !(first < filter.FirstFrom)
            && !(first > filter.FirstTo);
    }
}
