using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>Recency, frequency, money and rhythm in one pass over the columns.</summary>
public static class RfmCalculator
{
    private const int BuyersPerShare = 1 << 15;

    /// <param name="columns">The snapshot.</param>
    /// <param name="window">
    /// Orders and money count within it, and so do buyers: who bought nothing in it is not scored. Its last day is
    /// the as-of date. A buyer's rhythm is that of their whole history up to it.
    /// </param>
    /// <param name="priceBase">Which price is money.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    /// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
    public static RfmTable Score(
        PurchaseColumns columns,
        DayRange window,
        PriceBase priceBase,
        CancellationToken cancellation = default
    )
    {
        var lines = new LineViews(columns, priceBase);
        var rows = RfmRows.Room(columns.BuyerCount);
        var shares = (columns.BuyerCount + BuyersPerShare - 1) / BuyersPerShare;
        var found = new int[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                cancellation.ThrowIfCancellationRequested();
                var first = share * BuyersPerShare;
                var last = Math.Min(first + BuyersPerShare, columns.BuyerCount);
                found[share] = Read(lines, window, rows, first, last);
            }
        );
        var count = 0;
        for (var share = 0; share < shares; share++)
        {
            rows.CopyTo(rows, share * BuyersPerShare, found[share], count);
            count += found[share];
        }
        var kept = RfmRows.Room(count);
        rows.CopyTo(kept, 0, count, 0);
        return RfmTable.Score(kept);
    }

    // Writes the buyers of a share from the share's first place on; returns how many there were.
    private static int Read(LineViews all, DayRange window, RfmRows rows, int first, int last)
    {
        var next = first;
        for (var buyer = first; buyer < last; buyer++)
        {
            var lines = all.Of(buyer, out var from, out var to);
            var (days, net, orders) = (lines.Days, lines.Net, lines.Orders);
            var (earliest, latest) = (
                window.First.Value - lines.FirstDay,
                window.Last.Value - lines.FirstDay
            );
            var (firstDay, lastDay, lastOrder, placed, bought, sum) = (-1, -1, 0, 0, 0, 0L);
            for (var line = from; line < to; line++)
            {
                int day = days[line];
                if (day > latest)
                    break;
                var amount = net[line];
                var isInside = day >= earliest;
                sum += isInside ? amount : 0;
                if (!lines.IsPurchase(line, amount))
                    continue;
                // An order's lines lie together within a day.
                var order = orders is not null ? orders[line] : 0;
                if (day != lastDay)
                {
                    bought++;
                    placed += isInside ? 1 : 0;
                    firstDay = firstDay < 0 ? day : firstDay;
                }
                else if (order != lastOrder && isInside)
                    placed++;
                (lastDay, lastOrder) = (day, order);
            }
            if (placed == 0)
                continue;
            rows.Buyers[next] = buyer;
            rows.DaysSinceLast[next] = latest - lastDay;
            rows.Orders[next] = placed;
            rows.Money[next] = sum;
            var mean = bought < 2 ? float.NaN : (lastDay - firstDay) / (float)(bought - 1);
            rows.Intervals[next++] = bought == 2 ? -mean : mean;
        }
        return next - first;
    }
}
