using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Which buyers a filter means.</summary>
internal static class FilteredBuyers
{
    public static BuyerSet Find(ScopedLedger ledger, AnalyticsWork work, CancellationToken cancellation)
    {
        var (columns, filter, category) = (ledger.Columns, ledger.Scope.Filter, ledger.InCategory);
        var board =
            filter.Segment is null && filter.AtLeast is null && filter.Below is null
                ? null
                : ledger.Board(work, cancellation);
        var lines = new LineViews(columns, ledger.Rule.PriceBase);
        return new(
            columns.BuyerCount,
            buyer =>
                IsOnBoard(board, buyer, filter)
                && HasLines(lines, buyer, ledger.AsOf, filter)
                && category?.Contains(buyer) != false
        );
    }

    private static bool IsOnBoard(BuyerBoard? board, int buyer, BuyerFilter filter)
    {
        if (board is null)
            return true;
        if (filter.Segment is { } segment)
        {
            if (board.Table.RowOf(buyer) is not (>= 0 and var row) || board.Table.SegmentOf(row) != segment)
                return false;
        }
        if (filter.AtLeast is null && filter.Below is null)
            return true;
        var totals = board.Totals;
        return totals.IsInBase(buyer)
            && !(totals.Of(buyer) < filter.AtLeast)
            && !(totals.Of(buyer) >= filter.Below);
    }

    private static bool HasLines(LineViews all, int buyer, DayNumber asOf, BuyerFilter filter)
    {
        if (filter.WithDiscount is null && filter.FirstFrom is null && filter.FirstTo is null)
            return true;
        var lines = all.Of(buyer, out var from, out var to);
        DayNumber? first = null;
        var withDiscount = false;
        for (var line = from; line < to && lines.FirstDay + lines.Days[line] <= asOf.Value; line++)
        {
            withDiscount |= lines.Store.IsDiscounted(line);
            if (first is null && lines.IsPurchase(line, lines.Net[line]))
                first = new(lines.FirstDay + lines.Days[line]);
        }
        return (filter.WithDiscount is null || withDiscount == filter.WithDiscount)
            && !(first is null && (filter.FirstFrom ?? filter.FirstTo) is not null)
            && !(first < filter.FirstFrom)
            && !(first > filter.FirstTo);
    }
}
