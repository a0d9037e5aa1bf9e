using FsCheck;
using FsCheck.Fluent;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// Histories of a small ledger for FsCheck, drawn from the edges: kopecks around a threshold, amounts past
/// 2^31 kopecks, thirds, the ends of the window, 29 February, returns before, on, after and long after the
/// purchase, cancellations, corrections that move a line to another buyer and day, duplicates.
/// </summary>
internal static class LedgerArbitrary
{
    public static readonly DayNumber AsOf = DayNumber.Of(2024, 2, 29);

    public static readonly Money Threshold = Money.FromUnits(1_000);

    private static readonly Gen<LedgerLine> Line =
        from buyer in Gen.Choose(1, 5)
        from day in Gen.Elements(-731, -366, -365, -364, -363, -1, 0, 1, 364, 365, 366)
        from kopecks in Gen.Elements(0L, 1, 50_000, 99_999, 100_000, 100_001, 3_000_000_000_00)
        from discount in Gen.Elements(0, 10, 33)
        from quantity in Gen.Elements(-2, 1, 1, 2, 3, 7)
        from returned in Gen.Choose(0, Math.Max(quantity, 0))
        from returnedAfter in Gen.Elements<int?>(null, -2, 0, 1, 30, 365, 400)
        from order in Gen.Choose(0, 6)
        from discounted in Gen.Elements(true, false, false)
        let list = new Money(kopecks * 100 * Math.Sign(quantity))
        let seller = list.Fraction(100 - discount, 100)
        select new LedgerLine(
            buyer,
            AsOf + day,
            list,
            seller,
            seller.Fraction(2, 3),
            quantity,
            returned,
            returned == 0 || returnedAfter is null ? null : AsOf + (day + returnedAfter.Value),
            order,
            discounted
        );

    /// <summary>Batches of events; a line's version means the same line wherever it occurs.</summary>
    public static readonly Arbitrary<LedgerEvent[][]> Histories = (
        from versions in Gen.ArrayOf(Line, 24)
        from picks in Gen.ListOf(Gen.Choose(0, 23))
        from cuts in Gen.ListOf(Gen.Choose(0, 5))
        select Cut(
            picks.Select(p => new LedgerEvent(p / 3, p % 3 + 1, versions[p])).ToArray(),
            cuts.ToArray()
        )
    ).ToArbitrary();

    private static LedgerEvent[][] Cut(LedgerEvent[] events, int[] sizes)
    {
        var batches = new List<LedgerEvent[]>();
        var from = 0;
        foreach (var size in sizes.Append(events.Length))
        {
            var to = Math.Min(from + size, events.Length);
            batches.Add(events[from..to]);
            from = to;
        }
        return [.. batches];
    }
}
