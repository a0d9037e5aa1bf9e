using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Adds up all buyers' counting lines on an as-of date.</summary>
public static class BuyerTotalsCalculator
{
    /// <summary>
    /// The totals of all buyers on <paramref name="asOf"/>, the end of the window, that day included. A date
    /// before the last purchase leaves out what was bought later; one after it means that nothing more is
    /// bought. Either way amounts are as this snapshot knows them: under
    /// <see cref="ReturnRule.OriginalDate"/> a return that came later is taken off already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static BuyerTotals Calculate(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var window = rule.WindowOn(asOf);
        var counted = columns.Lines.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted);
        var counts = BuyerTotals.Room(columns.BuyerCount);
        var outcome = default(TotalsPass.Outcome);
        if (counted.TryOffsets(window.First.Value, window.Last.Value, out var from, out var to))
            outcome = TotalsPass.Run(counted, from, to, counts);
        else
            counts.Fill(0, BuyerTotals.None);
        counts.Fill(counted.Buyers, BuyerTotals.None);
        var made = Made(columns, rule, asOf, counts, counted.Amounts.Unit, outcome);
        return columns.Patch is { } patch ? WithPatched(made, columns, patch.Buyers) : made;
    }

    /// <summary>The totals that a pass over all lines has found.</summary>
    internal static BuyerTotals Made(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        ChunkedInts counts,
        long unit,
        TotalsPass.Outcome outcome
    ) =>
        new(
            columns,
            rule,
            asOf,
            counts,
            unit,
            Parts(outcome.Far ?? []),
            outcome.Buyers,
            new(outcome.Revenue)
        );

    /// <summary>
    /// The totals after an append, equal to those calculated anew: from the snapshot before it, only the
    /// buyers that the append concerns are added up again.
    /// </summary>
    /// <param name="before">Totals on <paramref name="columns"/>'s previous snapshot, or on any other: then
    /// everything is calculated anew.</param>
    /// <param name="columns">The later snapshot.</param>
    public static BuyerTotals Update(BuyerTotals before, PurchaseColumns columns)
    {
        if (ReferenceEquals(before.Columns, columns))
            return before;
        return ReferenceEquals(before.Columns.Identity, columns.PreviousIdentity)
            ? WithPatched(before, columns, columns.ChangedBuyers)
            : Calculate(columns, before.Rule, before.AsOf);
    }

    // Adds up the given buyers anew, who are all in the patch.
    private static BuyerTotals WithPatched(
        BuyerTotals before,
        PurchaseColumns columns,
        ReadOnlySpan<int> buyers
    )
    {
        var rule = before.Rule;
        var (count, revenue) = (before.BuyerCount, before.Revenue.TenThousandths);
        var window = rule.WindowOn(before.AsOf);
        var lines = new RuleLines(columns, rule);
        var far = new List<KeyValuePair<int, long>>();
        var counts = new int[buyers.Length];
        for (var i = 0; i < buyers.Length; i++)
        {
            var buyer = buyers[i];
            var old = buyer < before.Length ? before.Raw(buyer) : BuyerTotals.NoTotal;
            if (old != BuyerTotals.NoTotal)
            {
                count--;
                revenue -= old;
            }
            var total = lines.Of(buyer).TotalIn(window);
            counts[i] = BuyerTotals.CountOf(total, before.Unit);
            if (counts[i] == BuyerTotals.Far)
                far.Add(new(buyer, total));
            if (total == BuyerTotals.NoTotal)
                continue;
            count++;
            revenue += total;
        }
        return new(
            columns,
            rule,
            before.AsOf,
            before.Counts.With(columns.BuyerCount, BuyerTotals.None, buyers, counts),
            before.Unit,
            Parts(Merged(before, buyers, far)),
            count,
            new(revenue)
        );
    }

    // The totals that are no counts: those of before without the changed buyers, and theirs.
    private static List<KeyValuePair<int, long>> Merged(
        BuyerTotals before,
        ReadOnlySpan<int> changed,
        List<KeyValuePair<int, long>> theirs
    )
    {
        var merged = new List<KeyValuePair<int, long>>(before.FarBuyers.Length + theirs.Count);
        var (next, passed) = (0, 0);
        for (var i = 0; i < before.FarBuyers.Length; i++)
        {
            var buyer = before.FarBuyers[i];
            for (; next < theirs.Count && theirs[next].Key < buyer; next++)
                merged.Add(theirs[next]);
            while (passed < changed.Length && changed[passed] < buyer)
                passed++;
            if (passed == changed.Length || changed[passed] != buyer)
                merged.Add(new(buyer, before.FarTotals[i]));
        }
        for (; next < theirs.Count; next++)
            merged.Add(theirs[next]);
        return merged;
    }

    private static (int[] Buyers, long[] Totals) Parts(List<KeyValuePair<int, long>> far)
    {
        var (buyers, totals) = (new int[far.Count], new long[far.Count]);
        for (var i = 0; i < buyers.Length; i++)
            (buyers[i], totals[i]) = (far[i].Key, far[i].Value);
        return (buyers, totals);
    }
}
