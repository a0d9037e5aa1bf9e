namespace SellerLoyaltyPortal.Columnar;

/// <summary>How many lines were bought on each day: tells the first and last without a pass.</summary>
internal sealed class DayCounts(int firstDay, int[] counts)
{
    /// <summary>Day numbers of the first and last day with lines; null without any.</summary>
    public (int First, int Last)? Range
    {
        get
        {
            var first = counts.AsSpan().IndexOfAnyExcept(0);
            return first < 0 ? null : (firstDay + first, firstDay + counts.AsSpan().LastIndexOfAnyExcept(0));
        }
    }

    public int Total => counts.Sum();

    public static DayCounts Of(LineStore store)
    {
        var counts = new int[ushort.MaxValue + 1];
        foreach (var day in store.Days)
            counts[day]++;
        return new(store.FirstDay, counts[..(counts.AsSpan().LastIndexOfAnyExcept(0) + 1)]);
    }

    public DayCounts With(IReadOnlyList<LedgerLine> removed, IReadOnlyList<LedgerLine> added)
    {
        var days = added.Select(l => l.BoughtOn.Value).ToList();
        var isEmpty = counts.Length == 0;
        var first = Math.Min(isEmpty ? int.MaxValue : firstDay, days.DefaultIfEmpty(int.MaxValue).Min());
        var end = Math.Max(
            isEmpty ? int.MinValue : firstDay + counts.Length,
            days.DefaultIfEmpty(int.MinValue).Max() + 1
        );
        if (end < first)
            return this;
        // The writer of the lines has refused a span that would make this array absurd.
        var changed = new int[end - first];
        counts.CopyTo(changed, isEmpty ? 0 : firstDay - first);
        foreach (var day in days)
            changed[day - first]++;
        foreach (var line in removed)
            changed[line.BoughtOn.Value - first]--;
        return new(first, changed);
    }
}
