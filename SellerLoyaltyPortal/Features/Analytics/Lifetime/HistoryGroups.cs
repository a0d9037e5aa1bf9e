using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Buyers with the same history counted together, so that a pass over the data costs as many logarithms as
/// there are different histories.
/// </summary>
public sealed class HistoryGroups
{
    private const int TimeBits = 20;
    private const int RepeatBits = 64 - 2 * TimeBits;

    private HistoryGroups(List<CustomerSummary> histories, List<int> counts, int buyers)
    {
        (Histories, Counts, Buyers) = (histories.ToArray(), counts.ToArray(), buyers);
        var repeats = new List<int>();
        RepeatIndex = new int[Histories.Length];
        for (var i = 0; i < Histories.Length; i++)
        {
            if (repeats.Count == 0 || repeats[^1] != Histories[i].RepeatPurchases)
                repeats.Add(Histories[i].RepeatPurchases);
            RepeatIndex[i] = repeats.Count - 1;
        }
        DistinctRepeats = repeats.ToArray();
    }

    public int Buyers { get; }

    /// <summary>By x, then t_x, then T; without spend.</summary>
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
        return Packed(buyers) ?? Sorted(buyers);
    }

    /// <summary>
    /// The same buyers, those together whose times are the same in whole units, with the means of their times: far
    /// fewer groups where there are many buyers. What a likelihood loses is of second order in a unit of time.
    /// </summary>
    public HistoryGroups Coarse()
    {
        var cells = new Dictionary<(int, int, int), (int Count, double Last, double Age)>(
            Histories.Length / 8
        );
        for (var i = 0; i < Histories.Length; i++)
        {
            var (repeats, last, age, _) = Histories[i];
            var key = (repeats, (int)Math.Round(last), (int)Math.Round(age));
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
            cell = (cell.Count + Counts[i], cell.Last + Counts[i] * last, cell.Age + Counts[i] * age);
        }
        var found = cells
            .Select(c =>
                (
                    History: new CustomerSummary(
                        c.Key.Item1,
                        c.Value.Last / c.Value.Count,
                        Math.Max(c.Value.Age, c.Value.Last) / c.Value.Count
                    ),
                    c.Value.Count
                )
            )
            .ToList();
        found.Sort(static (left, right) => Compare(left.History, right.History));
        return new(found.ConvertAll(c => c.History), found.ConvertAll(c => c.Count), Buyers);
    }

    /// <summary>Themselves, or <see cref="Coarse"/> where there are so many that exactness would cost seconds.</summary>
    internal HistoryGroups CoarseWhereMany() => Counts.Length > ParetoNbdFit.ManyGroups ? Coarse() : this;

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

    /// <summary>
    /// Sorts whole numbers instead of histories: there are few different times, so the rank of each takes twenty
    /// bits. Null where something does not fit.
    /// </summary>
    private static HistoryGroups? Packed(ReadOnlySpan<CustomerSummary> buyers)
    {
        var ranks = new Dictionary<double, int>();
        foreach (var (repeats, last, age, _) in buyers)
        {
            ranks.TryAdd(last, 0);
            ranks.TryAdd(age, 0);
            if (repeats >= 1 << RepeatBits || ranks.Count > 1 << TimeBits)
                return null;
        }
        var times = ranks.Keys.Order().ToArray();
        for (var rank = 0; rank < times.Length; rank++)
            ranks[times[rank]] = rank;
        var keys = new ulong[buyers.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var (repeats, last, age, _) = buyers[i];
            keys[i] =
                ((ulong)repeats << (2 * TimeBits)) | ((ulong)ranks[last] << TimeBits) | (uint)ranks[age];
        }
        Array.Sort(keys);
        var (histories, counts) = (new List<CustomerSummary>(), new List<int>());
        for (var i = 0; i < keys.Length; )
        {
            var (key, from) = (keys[i], i);
            while (i < keys.Length && keys[i] == key)
                i++;
            histories.Add(new((int)(key >> (2 * TimeBits)), Time(key >> TimeBits), Time(key)));
            counts.Add(i - from);
        }
        return new(histories, counts, keys.Length);

        double Time(ulong rank) => times[(int)rank & ((1 << TimeBits) - 1)];
    }

    private static HistoryGroups Sorted(ReadOnlySpan<CustomerSummary> buyers)
    {
        var sorted = buyers.ToArray();
        Array.Sort(sorted, Compare);
        var (histories, counts) = (new List<CustomerSummary>(), new List<int>());
        for (var i = 0; i < sorted.Length; )
        {
            var (first, from) = (sorted[i], i);
            while (i < sorted.Length && Compare(sorted[i], first) == 0)
                i++;
            histories.Add(first with { MeanRepeatSpend = 0 });
            counts.Add(i - from);
        }
        return new(histories, counts, sorted.Length);
    }

    private static int Compare(CustomerSummary left, CustomerSummary right)
    {
        var result = left.RepeatPurchases.CompareTo(right.RepeatPurchases);
        result = result != 0 ? result : left.LastPurchaseAge.CompareTo(right.LastPurchaseAge);
        return result != 0 ? result : left.ObservedAge.CompareTo(right.ObservedAge);
    }
}
