using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>Recency, frequency and money in one pass over the columns.</summary>
public static class RfmCalculator
{
    /// <param name="columns">The snapshot.</param>
    /// <param name="window">
    /// Orders and money count within it, and so do buyers: who bought nothing in it is not scored. Its last day is
    /// the as-of date.
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
        var lines = columns.Lines;
        var net = lines.AmountsOf(priceBase);
        var (earliest, latest) = (window.First.Value - lines.FirstDay, window.Last.Value - lines.FirstDay);
        var buyers = new int[columns.BuyerCount];
        var since = new int[columns.BuyerCount];
        var orders = new int[columns.BuyerCount];
        var money = new long[columns.BuyerCount];
        var count = 0;
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
        {
            if ((buyer & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var (lastDay, lastOrder, placed, sum) = (-1, 0, 0, 0L);
            for (var line = lines.Starts[buyer]; line < lines.Starts[buyer + 1]; line++)
            {
                int day = lines.Days[line];
                if (day > latest)
                    break;
                if (day < earliest)
                    continue;
                var amount = net[line];
                sum += amount;
                if (amount < 0 || (amount == 0 && lines.Returns is { } returns && returns.Of(line) >= 0))
                    continue;
                // An order's lines lie together within a day.
                var order = lines.Orders is { } known ? known[line] : 0;
                if (day != lastDay || order != lastOrder)
                    (lastDay, lastOrder, placed) = (day, order, placed + 1);
            }
            if (placed == 0)
                continue;
            (buyers[count], since[count]) = (buyer, latest - lastDay);
            (orders[count], money[count++]) = (placed, sum);
        }
        return new(buyers[..count], since[..count], orders[..count], money[..count]);
    }
}
