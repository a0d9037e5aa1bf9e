using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.History;

/// <summary>
/// A snapshot as the models see it: for each buyer the days on which they bought something and kept it, up to and
/// including the as-of date, and what those days were worth net of returns. Lines of one day are one purchase. A
/// line that was returned in full is no purchase; a free one is. A cancellation that names no purchase is neither a
/// purchase nor taken from one: it lies in <see cref="Adjustments"/> on its own day.
/// </summary>
public sealed class PurchaseDays
{
    private const int BuyersWorthAShare = 1 << 14;

    private readonly int[] _starts;
    private readonly int[] _days;
    private readonly long[] _amounts;

    private PurchaseDays(
        DayNumber asOf,
        int[] starts,
        int[] days,
        long[] amounts,
        IReadOnlyList<Adjustment> adjustments
    )
    {
        (AsOf, Adjustments) = (asOf, adjustments);
        (_starts, _days, _amounts) = (starts, days, amounts);
    }

    /// <summary>The last day looked at.</summary>
    public DayNumber AsOf { get; }

    /// <summary>Buyers of the snapshot; those left out, or without a purchase yet, have no days.</summary>
    public int BuyerCount => _starts.Length - 1;

    /// <summary>Days with a purchase, over all buyers.</summary>
    public int Count => _days.Length;

    /// <summary>Ascending by buyer, then day.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; }

    /// <summary>Day numbers (<see cref="DayNumber.Value"/>) of the buyer's purchases, ascending.</summary>
    public ReadOnlySpan<int> DaysOf(int buyer) => _days.AsSpan(_starts[buyer].._starts[buyer + 1]);

    /// <summary>What each of those days was worth, in 1/10,000 of the currency unit.</summary>
    public ReadOnlySpan<long> AmountsOf(int buyer) => _amounts.AsSpan(_starts[buyer].._starts[buyer + 1]);

    /// <param name="columns">The snapshot.</param>
    /// <param name="asOf">The last day to look at.</param>
    /// <param name="priceBase">Which price is the worth of a purchase.</param>
    /// <param name="only">The buyers to look at; all when null.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    /// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
    public static PurchaseDays From(
        PurchaseColumns columns,
        DayNumber asOf,
        PriceBase priceBase,
        BuyerSet? only = null,
        CancellationToken cancellation = default
    )
    {
        var all = new LineViews(columns, priceBase);
        var starts = new int[columns.BuyerCount + 1];
        var count = Math.Min(WorkShares.Threads * 2, columns.BuyerCount / BuyersWorthAShare + 1);
        var shares = new Share[count];
        WorkShares.Run(
            count,
            i =>
            {
                var (from, to) = WorkShares.Bounds(columns.BuyerCount, count, i);
                shares[i] = new(all, asOf, from, to);
                shares[i].Read(only, starts, cancellation);
            }
        );
        var (days, amounts) = (new int[shares.Sum(s => s.Count)], new long[shares.Sum(s => s.Count)]);
        var before = shares.Select((_, i) => shares.Take(i).Sum(s => s.Count)).ToArray();
        WorkShares.Run(count, i => shares[i].CopyTo(before[i], starts, days, amounts));
        starts[^1] = days.Length;
        return new(asOf, starts, days, amounts, [.. shares.SelectMany(s => s.Adjustments)]);
    }

    /// <summary>The same of one buyer, who is buyer 0 of the result.</summary>
    public static PurchaseDays FromOne(
        PurchaseColumns columns,
        DayNumber asOf,
        PriceBase priceBase,
        int buyer
    )
    {
        var lines = columns.LinesOf(buyer);
        var (days, amounts, adjustments) = (new List<int>(), new List<long>(), new List<Adjustment>());
        for (var line = 0; line < lines.Count && lines.BoughtOn(line) <= asOf; line++)
        {
            var (day, amount) = (lines.BoughtOn(line).Value, lines.Net(line, priceBase).TenThousandths);
            if (amount < 0)
                adjustments.Add(new(0, day, amount));
            else if (amount == 0 && lines.ReturnedOn(line) is not null)
                continue;
            else if (days.Count > 0 && days[^1] == day)
                amounts[^1] += amount;
            else
            {
                days.Add(day);
                amounts.Add(amount);
            }
        }
        return new(asOf, [0, days.Count], days.ToArray(), amounts.ToArray(), adjustments);
    }

    /// <summary>A cancellation that names no purchase.</summary>
    /// <param name="Buyer">Ordinal of the buyer.</param>
    /// <param name="Day">Its own day (<see cref="DayNumber.Value"/>).</param>
    /// <param name="Amount">Negative, in 1/10,000 of the currency unit.</param>
    public readonly record struct Adjustment(int Buyer, int Day, long Amount);

    /// <summary>Some neighbouring buyers, read by one thread.</summary>
    private sealed class Share(LineViews all, DayNumber asOf, int from, int to)
    {
        private int[] _days = [];
        private long[] _amounts = [];

        public int Count { get; private set; }

        public List<Adjustment> Adjustments { get; } = [];

        /// <summary>Leaves in <paramref name="starts"/> where each buyer's days begin within the share.</summary>
        public void Read(BuyerSet? only, int[] starts, CancellationToken cancellation)
        {
            var room = 0;
            for (var buyer = from; buyer < to; buyer++)
            {
                all.Of(buyer, out var first, out var end);
                room += end - first;
            }
            _days = GC.AllocateUninitializedArray<int>(room);
            _amounts = GC.AllocateUninitializedArray<long>(room);
            for (var buyer = from; buyer < to; buyer++)
            {
                if ((buyer & 0xFFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
                starts[buyer] = Count;
                if (only is null || only.Contains(buyer))
                    Count = Read(buyer, Count);
            }
        }

        public void CopyTo(int place, int[] starts, int[] days, long[] amounts)
        {
            for (var buyer = from; buyer < to; buyer++)
                starts[buyer] += place;
            _days.AsSpan(0, Count).CopyTo(days.AsSpan(place));
            _amounts.AsSpan(0, Count).CopyTo(amounts.AsSpan(place));
        }

        private int Read(int buyer, int begin)
        {
            var lines = all.Of(buyer, out var first, out var end);
            var latest = asOf.Value - lines.FirstDay;
            var next = begin;
            for (var line = first; line < end; line++)
            {
                int offset = lines.Days[line];
                if (offset > latest)
                    break;
                var day = lines.FirstDay + offset;
                var amount = lines.Net[line];
                if (amount < 0)
                    Adjustments.Add(new(buyer, day, amount));
                else if (!lines.IsPurchase(line, amount))
                    continue;
                else if (next > begin && _days[next - 1] == day)
                    _amounts[next - 1] += amount;
                else
                    (_days[next], _amounts[next++]) = (day, amount);
            }
            return next;
        }
    }
}
