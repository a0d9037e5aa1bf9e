namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Buyers with the same history counted together, so that a pass over the data costs as many logarithms as
/// there are different histories.
/// </summary>
public sealed class HistoryGroups
{
    private HistoryGroups(CustomerSummary[] sorted)
    {
        Buyers = sorted.Length;
        var groups = new List<CustomerSummary>();
        var counts = new List<int>();
        var repeats = new List<int>();
        var repeatIndex = new List<int>();
        for (var i = 0; i < sorted.Length; )
        {
            var first = sorted[i];
            var from = i;
            while (i < sorted.Length && Compare(sorted[i], first) == 0)
                i++;
            if (repeats.Count == 0 || repeats[^1] != first.RepeatPurchases)
                repeats.Add(first.RepeatPurchases);
            groups.Add(first with { MeanRepeatSpend = 0 });
            counts.Add(i - from);
            repeatIndex.Add(repeats.Count - 1);
        }
        (Histories, Counts) = (groups.ToArray(), counts.ToArray());
        (DistinctRepeats, RepeatIndex) = (repeats.ToArray(), repeatIndex.ToArray());
    }

    public int Buyers { get; }

    internal CustomerSummary[] Histories { get; }

    internal int[] Counts { get; }

    /// <summary>The different x, ascending.</summary>
    internal int[] DistinctRepeats { get; }

    /// <summary>Position of each group's x in <see cref="DistinctRepeats"/>.</summary>
    internal int[] RepeatIndex { get; }

    /// <exception cref="ArgumentException">
    /// There are no buyers, or a history cannot be: negative or not finite, last purchase after the as-of date,
    /// or a last repeat at time 0, or without repeats at a later one.
    /// </exception>
    public static HistoryGroups From(ReadOnlySpan<CustomerSummary> buyers)
    {
        if (buyers.Length == 0)
            throw new ArgumentException("There are no buyers.", nameof(buyers));
        foreach (var buyer in buyers)
        {
            var (repeats, last, age, _) = buyer;
            var possible =
                repeats >= 0
                && double.IsFinite(age)
                && last >= 0
                && age >= last
                && (repeats == 0 ? last == 0 : last > 0);
            if (!possible)
                throw new ArgumentException($"No history can be {buyer}.", nameof(buyers));
        }
        var sorted = buyers.ToArray();
        Array.Sort(sorted, Compare);
        return new(sorted);
    }

    internal double MeanAge()
    {
        var sum = 0.0;
        for (var i = 0; i < Counts.Length; i++)
            sum += Counts[i] * Histories[i].ObservedAge;
        return sum / Buyers;
    }

    internal double TotalRepeats()
    {
        var sum = 0.0;
        for (var i = 0; i < Counts.Length; i++)
            sum += (double)Counts[i] * Histories[i].RepeatPurchases;
        return sum;
    }

    private static int Compare(CustomerSummary left, CustomerSummary right)
    {
        var result = left.RepeatPurchases.CompareTo(right.RepeatPurchases);
        result = result != 0 ? result : left.LastPurchaseAge.CompareTo(right.LastPurchaseAge);
        return result != 0 ? result : left.ObservedAge.CompareTo(right.ObservedAge);
    }
}
